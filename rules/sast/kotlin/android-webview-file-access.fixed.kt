fun bad(webView: WebView) {
    // ruleid: android-webview-file-access
    webView.settings.allowFileAccess = false
    // ruleid: android-webview-file-access
    webView.settings.allowUniversalAccessFromFileURLs = false
    // ruleid: android-webview-file-access
    webView.settings.setAllowFileAccessFromFileURLs(false)
    webView.settings.apply {
        // ruleid: android-webview-file-access
        allowFileAccessFromFileURLs = false
    }
}

fun fine(webView: WebView) {
    // ok: android-webview-file-access
    webView.settings.allowFileAccess = false
    // ok: android-webview-file-access
    webView.settings.setAllowFileAccessFromFileURLs(false)
    // ok: android-webview-file-access
    webView.settings.allowContentAccess = false
    // ok: android-webview-file-access
    val allowed = webView.settings.allowFileAccess
}
