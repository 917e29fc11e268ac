class Page {
    void bad(WebView view) {
        // ruleid: android-webview-mixed-content-allowed
        view.getSettings().setMixedContentMode(WebSettings.MIXED_CONTENT_ALWAYS_ALLOW);
        // ok: android-webview-mixed-content-allowed
        view.getSettings().setMixedContentMode(WebSettings.MIXED_CONTENT_NEVER_ALLOW);
    }
}
