fun bad(builder: Retrofit.Builder, view: WebView) {
    // ruleid: android-cleartext-address
    builder.baseUrl("http://api.example.com/")
    // ruleid: android-cleartext-address
    view.loadUrl("http://www.example.com/help")
    // ruleid: android-cleartext-address
    val request = Request.Builder().url("http://example.com/data").build()
    // ruleid: android-cleartext-address
    val text = URL("ftp://example.com/data").readText()
}

fun fine(builder: Retrofit.Builder, view: WebView) {
    // ok: android-cleartext-address
    builder.baseUrl("https://api.example.com/")
    // ok: android-cleartext-address
    view.loadUrl("file:///android_asset/help.html")
    // ok: android-cleartext-address
    val request = Request.Builder().url("http://10.0.2.2:8080/").build()
    // ok: android-cleartext-address
    val name = "http://schemas.android.com/apk/res/android"
}
