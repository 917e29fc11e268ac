class Settings extends Activity {
    void bad(Context context) throws IOException {
        // ruleid: android-world-readable-storage
        SharedPreferences first = getSharedPreferences("settings", Context.MODE_WORLD_READABLE);
        // ruleid: android-world-readable-storage
        FileOutputStream second = context.openFileOutput("data.txt", Context.MODE_WORLD_WRITEABLE);
        // ok: android-world-readable-storage
        SharedPreferences third = getSharedPreferences("settings", Context.MODE_PRIVATE);
    }
}
