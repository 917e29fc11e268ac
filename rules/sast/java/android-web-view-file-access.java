import android.webkit.WebSettings;
import android.webkit.WebView;

class Page {
    void open(WebView view, WebSettings settings, boolean allow) {
        // ruleid: android-web-view-file-access
        settings.setAllowFileAccessFromFileURLs(true);
        // ruleid: android-web-view-file-access
        view.getSettings().setAllowUniversalAccessFromFileURLs(true);
        // ruleid: android-web-view-file-access
        WebView.setWebContentsDebuggingEnabled(true);
        if (allow) {
            // ruleid: android-web-view-file-access
            settings.setAllowUniversalAccessFromFileURLs(true);
        }
        // ok: android-web-view-file-access
        settings.setAllowFileAccessFromFileURLs(false);
        // ok: android-web-view-file-access
        settings.setAllowUniversalAccessFromFileURLs(allow);
        // ok: android-web-view-file-access
        settings.setJavaScriptEnabled(true);
        // ok: android-web-view-file-access
        WebView.setWebContentsDebuggingEnabled(BuildConfig.DEBUG);
    }
}
