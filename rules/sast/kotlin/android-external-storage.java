class Store {
    void bad(Context context) {
        // ruleid: android-external-storage
        File first = Environment.getExternalStorageDirectory();
        // ok: android-external-storage
        File second = context.getFilesDir();
    }
}
