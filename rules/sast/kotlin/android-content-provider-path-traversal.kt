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
        // ok: android-content-provider-path-traversal
        val safe = File(context!!.filesDir, File(uri.path).name)
        // ok: android-content-provider-path-traversal
        val number = File(context!!.filesDir, "item-" + ContentUris.parseId(uri))
        // ok: android-content-provider-path-traversal
        val fixed = File(context!!.filesDir, "shared.txt")
        return ParcelFileDescriptor.open(file, ParcelFileDescriptor.MODE_READ_ONLY)
    }

    private fun read(path: String?) {
        // ruleid: android-content-provider-path-traversal
        FileInputStream(path).use { it.read() }
    }
}

fun own(folder: File, name: String) {
    // ok: android-content-provider-path-traversal
    File(folder, name)
}
