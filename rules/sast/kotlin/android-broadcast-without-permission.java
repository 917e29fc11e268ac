class Sender {
    void bad(Context context, Intent intent) {
        // ruleid: android-broadcast-without-permission
        context.sendBroadcast(intent);
        // ok: android-broadcast-without-permission
        context.sendBroadcast(intent, "com.example.PERMISSION");
    }
}
