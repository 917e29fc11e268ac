class Listener : Service() {
    fun bad(context: Context, filter: IntentFilter) {
        // ruleid: android-receiver-exported
        registerReceiver(receiver, filter)
        // ruleid: android-receiver-exported
        context.registerReceiver(receiver, filter, Context.RECEIVER_EXPORTED)
        // ruleid: android-receiver-exported
        ContextCompat.registerReceiver(context, receiver, filter, ContextCompat.RECEIVER_EXPORTED)
        // ruleid: android-receiver-exported
        context.registerReceiver(receiver, IntentFilter("com.example.EVENT"))
    }

    fun fine(context: Context, filter: IntentFilter) {
        // ok: android-receiver-exported
        context.registerReceiver(receiver, filter, Context.RECEIVER_NOT_EXPORTED)
        // ok: android-receiver-exported
        ContextCompat.registerReceiver(context, receiver, filter, ContextCompat.RECEIVER_NOT_EXPORTED)
        // ok: android-receiver-exported
        context.registerReceiver(receiver, filter, "com.example.PERMISSION", null)
        // ok: android-receiver-exported
        context.unregisterReceiver(receiver)
    }
}
