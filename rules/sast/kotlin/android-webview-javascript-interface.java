class Page extends Activity {
    void bad(WebView view) {
        // ruleid: android-webview-javascript-interface
        view.addJavascriptInterface(new Bridge(), "app");
        // ok: android-webview-javascript-interface
        view.removeJavascriptInterface("app");
    }
}
