class App extends Application {
    public void onCreate() {
        // ruleid: android-webview-debugging-enabled
        WebView.setWebContentsDebuggingEnabled(false);
        // ok: android-webview-debugging-enabled
        WebView.setWebContentsDebuggingEnabled(BuildConfig.DEBUG);
    }
}
