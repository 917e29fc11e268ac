class App : Application() {
    override fun onCreate() {
        // ruleid: android-webview-debugging-enabled
        WebView.setWebContentsDebuggingEnabled(false)
        if (Build.VERSION.SDK_INT > 20) {
            // ruleid: android-webview-debugging-enabled
            WebView.setWebContentsDebuggingEnabled(false)
        }
        run {
            // ruleid: android-webview-debugging-enabled
            WebView.setWebContentsDebuggingEnabled(false)
        }
        if (user != null) {
            // ruleid: android-webview-debugging-enabled
            WebView.setWebContentsDebuggingEnabled(false)
        }
        if (BuildConfig.DEBUG) {
            // ok: android-webview-debugging-enabled
            WebView.setWebContentsDebuggingEnabled(true)
        }
        // ok: android-webview-debugging-enabled
        WebView.setWebContentsDebuggingEnabled(BuildConfig.DEBUG)
        // ok: android-webview-debugging-enabled
        WebView.setWebContentsDebuggingEnabled(false)
        if (0 != (applicationInfo.flags and ApplicationInfo.FLAG_DEBUGGABLE)) {
            // ok: android-webview-debugging-enabled
            WebView.setWebContentsDebuggingEnabled(true)
        }
    }
}
