class Page {
    void bad(WebView view) {
        // ruleid: android-webview-javascript-enabled
        view.getSettings().setJavaScriptEnabled(true);
        // ok: android-webview-javascript-enabled
        view.getSettings().setJavaScriptEnabled(false);
    }
}
