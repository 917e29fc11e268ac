class First : WebViewClient() {
    override fun onReceivedSslError(view: WebView?, handler: SslErrorHandler, error: SslError?) {
        // ruleid: android-webview-tls-error-ignored
        handler.proceed()
    }
}

class Second : WebViewClient() {
    override fun onReceivedSslError(view: WebView?, handler: SslErrorHandler?, error: SslError?) {
        log(error)
        // ruleid: android-webview-tls-error-ignored
        handler?.proceed()
    }
}

val third = object : WebViewClient() {
    override fun onReceivedSslError(view: WebView, h: SslErrorHandler, error: SslError) {
        super.onReceivedSslError(view, h, error)
        // ruleid: android-webview-tls-error-ignored
        h.proceed()
    }
}

class Fourth : WebChromeClient() {
    override fun onReceivedSslError(view: WebView, handler: SslErrorHandler, error: SslError) {
        Log.w("web", "ignored")
        // ruleid: android-webview-tls-error-ignored
        handler.proceed()
    }
}

class Fine : WebViewClient() {
    override fun onReceivedSslError(view: WebView?, handler: SslErrorHandler, error: SslError?) {
        if (pinned(error)) {
            // ok: android-webview-tls-error-ignored
            handler.proceed()
        }
        // ok: android-webview-tls-error-ignored
        handler.cancel()
    }

    fun next(step: Step) {
        // ok: android-webview-tls-error-ignored
        step.proceed()
    }
}

class Asks : WebViewClient() {
    override fun onReceivedSslError(view: WebView?, handler: SslErrorHandler, error: SslError?) {
        // ok: android-webview-tls-error-ignored
        dialog.setPositiveButton("go on") { _, _ -> handler.proceed() }
    }
}
