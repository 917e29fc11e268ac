fun bad(context: Context) {
    // ruleid: android-external-storage
    val first = File(Environment.getExternalStorageDirectory(), "data.txt")
    // ruleid: android-external-storage
    val second = Environment.getExternalStoragePublicDirectory(Environment.DIRECTORY_DOWNLOADS)
    // ruleid: android-external-storage
    val third = context.getExternalFilesDir(null)
    // ruleid: android-external-storage
    val fourth = context.externalCacheDir
}

fun fine(context: Context) {
    // ok: android-external-storage
    val first = File(context.filesDir, "data.txt")
    // ok: android-external-storage
    val second = context.cacheDir
    // ok: android-external-storage
    val third = context.noBackupFilesDir
    // ok: android-external-storage
    val fourth = Environment.getExternalStorageState()
}
