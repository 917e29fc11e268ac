class Page extends Activity {
    private WebView view;

    protected void onCreate(Bundle state) {
        String address = getIntent().getStringExtra("url");
        // ruleid: android-java-webview-url-from-intent
        view.loadUrl(address);
        // ruleid: android-java-webview-url-from-intent
        view.loadUrl(getIntent().getDataString());
        // ruleid: android-java-webview-url-from-intent
        view.evaluateJavascript("show('" + getIntent().getStringExtra("name") + "')", null);
        show(getIntent().getData().toString());
        // ok: android-java-webview-url-from-intent
        view.loadUrl("https://example.com/");
        if (isAllowed(address)) {
            // ok: android-java-webview-url-from-intent
            view.loadUrl(address);
        }
        int number = Integer.parseInt(getIntent().getStringExtra("id"));
        // ok: android-java-webview-url-from-intent
        view.loadUrl("https://example.com/items/" + number);
    }

    private void show(String address) {
        // ruleid: android-java-webview-url-from-intent
        view.loadUrl(address);
    }

    void own(String address) {
        // ok: android-java-webview-url-from-intent
        view.loadUrl(address);
    }
}
