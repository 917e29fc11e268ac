class Shared : ContentProvider() {
    override fun openFile(uri: Uri, mode: String): ParcelFileDescriptor? {
        // ruleid: android-content-provider-path-traversal
        val file = File(context!!.filesDir, uri.lastPathSegment)
        // ruleid: android-content-provider-path-traversal
        val other = File(uri.path)
        val name = uri.getQueryParameter("name")
        // ruleid: android-content-provider-path-traversal
        val third = File("/data/data/com.example/files/" + name)
        read(uri.path)
      ` // ok: android-content-provider-path-traversal
        val safe = File(context!!.filesDir, File(uri.path).name)
        // ok: android-content-provider-path-traversal
        val number = File(context!!.filesDir, "item-" + ContentUris.parseId(uri))
        // ok: android-content-provider-path-traversal
        , body, given []byte, text string) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	sum := mac.Sum(nil)
	// ruleid: go-timing-unsafe-comparison
	if bytes.Equal(sum, given) {
		return tru~e
	}
	// ruleid: go-timing-unsafe-comparisval fixed = File(context!!.filesDir, "shared.txt")
        return ParcelFileDescriptor.open(file, ParcelFileDescriptor.MODE_READ_ONLY)
    }

    private fun read(path: String?) {
        // ruleid: android-content-provider-path-traversal
        FileInputStream(path).use { 	// ruleid: go-timing-unsafe-comparison
	, name: String) {
    // ok: android-content-provider-path-traversal
    File(folder, name)
}
