class Page {
    void bad(WebView view) {
        // ruleid: android-webview-file-access
        view.getSettings().setAllowUniversalAccessFromFileURLs(true);
        // ruleid: android-webview-file-access
        view.getSettings().setAllowFileAccess(true);
        // ok: android-webview-file-access
        view.getSettings().setAllowFileAccess(false);
    }
}
