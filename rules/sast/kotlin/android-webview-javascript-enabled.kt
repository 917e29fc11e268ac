fun bad(webView: WebView) {
    // ruleid: android-webview-javascript-enabled
    webView.settings.javaScriptEnabled = true
    // ruleid: android-webview-javascript-enabled
    webView.settings.setJavaScriptEnabled(true)
    webView.settings.apply {
        // ruleid: android-webview-javascript-enabled
        javaScriptEnabled = true
    }
    with(webView.settings) {
        // ruleid: android-webview-javascript-enabled
        javaScriptEnabled = true
    }
}

fun fine(webView: WebView, wanted: Boolean) {
    // ok: android-webview-javascript-enabled
    webView.settings.javaScriptEnabled = false
    // ok: android-webview-javascript-enabled
    webView.settings.javaScriptEnabled = wanted
    // ok: android-webview-javascript-enabled
    webView.settings.domStorageEnabled = true
    // ok: android-webview-javascript-enabled
    println(webView.settings.javaScriptEnabled)
}
