class First extends WebViewClient {
    @Override
    public void onReceivedSslError(WebView view, SslErrorHandler handler, SslError error) {
        // ruleid: android-java-webview-tls-error-ignored
        handler.proceed();
    }
}

class Second extends WebViewClient {
    public void onReceivedSslError(WebView view, final SslErrorHandler handler, SslError error) {
        Log.w("web", "ignored " + error);
        // ruleid: android-java-webview-tls-error-ignored
        handler.proceed();
    }
}

class Third {
    void set(WebView view) {
        view.setWebViewClient(new WebViewClient() {
            @Override
            public void onReceivedSslError(WebView v, SslErrorHandler h, SslError e) {
                // ruleid: android-java-webview-tls-error-ignored
                h.proceed();
            }
        });
    }
}

class Fourth extends BaseClient {
    @Override
    public void onReceivedSslError(WebView view, SslErrorHandler sslErrorHandler, SslError error) {
        super.onReceivedSslError(view, sslErrorHandler, error);
        // ruleid: android-java-webview-tls-error-ignored
        sslErrorHandler.proceed();
    }
}

class Fine extends WebViewClient {
    @Override
    public void onReceivedSslError(WebView view, SslErrorHandler handler, SslError error) {
        if (pinned(error)) {
            // ok: android-java-webview-tls-error-ignored
            handler.proceed();
        }
        // ok: android-java-webview-tls-error-ignored
        handler.cancel();
    }

    void next(Step step) {
        // ok: android-java-webview-tls-error-ignored
        step.proceed();
    }
}

class Asks extends WebViewClient {
    @Override
    public void onReceivedSslError(WebView view, SslErrorHandler handler, SslError error) {
        // ok: android-java-webview-tls-error-ignored
        builder.setPositiveButton("go on", (dialog, which) -> handler.proceed());
    }
}
