class Page : Activity() {
    override fun onCreate(state: Bundle?) {
        val address = intent.getStringExtra("url")
        // ruleid: android-webview-url-from-intent
        webView.loadUrl(address)
        // ruleid: android-webview-url-from-intent
        webView.loadUrl(intent.dataString!!)
        // ruleid: android-webview-url-from-intent
        webView.evaluateJavascript("show('" + intent.getStringExtra("name") + "')", null)
        show(intent.data.toString())
        // ok: android-webview-url-from-intent
        webView.loadUrl("https://example.com/")
        if (isAllowed(address)) {
            // ok: android-webview-url-from-intent
            webView.loadUrl(address)
        }
        val number = intent.getStringExtra("id")!!.toInt()
        // ok: android-webview-url-from-intent
        webView.loadUrl("https://example.com/items/" + number)
    }

    private fun show(address: String) {
        // ruleid: android-webview-url-from-intent
        webView.loadUrl(address)
    }

    fun own(address: String) {
        // ok: android-webview-url-from-intent
        webView.loadUrl(address)
    }
}
