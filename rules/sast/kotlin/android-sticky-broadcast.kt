class Sender : Service() {
    fun bad(context: Context, intent: Intent) {
        // ruleid: android-sticky-broadcast
        sendStickyBroadcast(intent)
        // ruleid: android-sticky-broadcast
        context.sendStickyBroadcast(Intent("com.example.STATE"))
        // ruleid: android-sticky-broadcast
        context.sendStickyOrderedBroadcast(intent, null, null, 0, null, null)
        // ruleid: android-sticky-broadcast
        context.sendStickyBroadcastAsUser(intent, user)
    }

    fun fine(context: Context, intent: Intent) {
        // ok: android-sticky-broadcast
        context.sendBroadcast(intent, "com.example.PERMISSION")
        // ok: android-sticky-broadcast
        context.removeStickyBroadcast(intent)
        // ok: android-sticky-broadcast
        state.postValue(3)
        // ok: android-sticky-broadcast
        context.sendOrderedBroadcast(intent, "com.example.PERMISSION")
    }
}
