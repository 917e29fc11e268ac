class Sender {
    void bad(Context context, Intent intent) {
        // ruleid: android-sticky-broadcast
        context.sendStickyBroadcast(intent);
        // ok: android-sticky-broadcast
        context.sendBroadcast(intent, "com.example.PERMISSION");
    }
}
