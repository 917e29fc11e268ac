fun bad(webView: WebView) {
    // ruleid: android-webview-mixed-content-allowed
    webView.settings.mixedContentMode = WebSettings.MIXED_CONTENT_ALWAYS_ALLOW
    // ruleid: android-webview-mixed-content-allowed
    webView.settings.setMixedContentMode(WebSettings.MIXED_CONTENT_ALWAYS_ALLOW)
    webView.settings.apply {
        // ruleid: android-webview-mixed-content-allowed
        mixedContentMode = WebSettings.MIXED_CONTENT_ALWAYS_ALLOW
    }
    // ruleid: android-webview-mixed-content-allowed
    webView.settings.safeBrowsingEnabled = false
}

fun fine(webView: WebView) {
    // ok: android-webview-mixed-content-allowed
    webView.settings.mixedContentMode = WebSettings.MIXED_CONTENT_NEVER_ALLOW
    // ok: android-webview-mixed-content-allowed
    webView.settings.setMixedContentMode(WebSettings.MIXED_CONTENT_COMPATIBILITY_MODE)
    // ok: android-webview-mixed-content-allowed
    webView.settings.safeBrowsingEnabled = true
    // ok: android-webview-mixed-content-allowed
    val mode = webView.settings.mixedContentMode
}
