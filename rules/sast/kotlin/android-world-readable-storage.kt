class Settings : Activity() {
    fun bad(context: Context) {
        // ruleid: android-world-readable-storage
        val first = getSharedPreferences("settings", Context.MODE_WORLD_READABLE)
        // ruleid: android-world-readable-storage
        val second = context.openFileOutput("data.txt", Context.MODE_WORLD_WRITEABLE)
        // ruleid: android-world-readable-storage
        val third = openOrCreateDatabase("data.db", MODE_WORLD_READABLE, null)
        // ruleid: android-world-readable-storage
        val fourth = context.getDir("files", Context.MODE_WORLD_READABLE or Context.MODE_WORLD_WRITEABLE)
    }

    fun fine(context: Context, mode: Int) {
        // ok: android-world-readable-storage
        val first = getSharedPreferences("settings", Context.MODE_PRIVATE)
        // ok: android-world-readable-storage
        val second = context.openFileOutput("data.txt", MODE_APPEND)
        // ok: android-world-readable-storage
        val third = openOrCreateDatabase("data.db", mode, null)
        // ok: android-world-readable-storage
        val fourth = Environment.isExternalStorageManager()
    }
}
