import android.net.http.SslError;
import android.webkit.SslErrorHandler;
import android.webkit.WebView;
import android.webkit.WebViewClient;

class First extends WebViewClient {
    @Override
    public void onReceivedSslError(WebView view, SslErrorHandler handler, SslError error) {
        // ruleid: android-tls-error-ignored
        handler.proceed();
    }
}

class Second extends WebViewClient {
    public void onReceivedSslError(WebView v, SslErrorHandler h, SslError e) {
        log(e);
        if (e.getPrimaryError() == SslError.SSL_UNTRUSTED) {
            // ruleid: android-tls-error-ignored
            h.proceed();
        }
    }
}

class Third {
    WebViewClient client = new WebViewClient() {
        @Override
        public void onReceivedSslError(WebView view, SslErrorHandler handler, SslError error) {
            // ruleid: android-tls-error-ignored
            handler.proceed();
        }
    };
}

class Safe extends WebViewClient {
    @Override
    public void onReceivedSslError(WebView view, SslErrorHandler handler, SslError error) {
        // ok: android-tls-error-ignored
        handler.cancel();
    }
}

class Other {
    void next(Step handler) {
        // ok: android-tls-error-ignored
        handler.proceed();
    }
}
