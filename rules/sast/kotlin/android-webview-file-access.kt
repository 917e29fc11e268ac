fun bad(webView: WebView) {
    // ruleid: android-webview-file-access
    webView.settings.allowFileAccess = true
    // ruleid: android-webview-file-access
    webView.settings.allowUniversalAccessFromFileURLs = true
    // ruleid: android-webview-file-access
    webView.settings.setAllowFileAccessFromFileURLs(true)
    webView.settings.apply {
        // ruleid: android-webview-file-access
        allowFileAccessFromFileURLs = true
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
