class Page : Activity() {
    fun bad(webView: WebView) {
        // ruleid: android-webview-javascript-interface
        webView.addJavascriptInterface(Bridge(), "app")
        // ruleid: android-webview-javascript-interface
        binding.web.addJavascriptInterface(this, "Android")
        if (debug) {
            // ruleid: android-webview-javascript-interface
            webView.addJavascriptInterface(object : Any() {}, "debug")
        }
        // ruleid: android-webview-javascript-interface
        findViewById<WebView>(R.id.web).addJavascriptInterface(Bridge(), "app")
    }

    fun fine(webView: WebView) {
        // ok: android-webview-javascript-interface
        webView.removeJavascriptInterface("app")
        // ok: android-webview-javascript-interface
        webView.postWebMessage(message, Uri.parse("https://example.com"))
        // ok: android-webview-javascript-interface
        webView.loadUrl("https://example.com/")
        // ok: android-webview-javascript-interface
        webView.evaluateJavascript("start()", null)
    }
}
