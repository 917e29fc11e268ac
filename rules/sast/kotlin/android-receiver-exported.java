class Listener {
    void bad(Context context, IntentFilter filter) {
        // ruleid: android-receiver-exported
        context.registerReceiver(receiver, filter);
        // ok: android-receiver-exported
        context.registerReceiver(receiver, filter, Context.RECEIVER_NOT_EXPORTED);
    }
}
