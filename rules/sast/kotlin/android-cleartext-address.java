class Client {
    void bad(WebView view) {
        // ruleid: android-cleartext-address
        view.loadUrl("http://www.example.com/");
        // ok: android-cleartext-address
        view.loadUrl("https://www.example.com/");
    }
}
