class Sender : Service() {
    fun bad(context: Context, intent: Intent) {
        // ruleid: android-broadcast-without-permission
        sendBroadcast(intent)
        // ruleid: android-broadcast-without-permission
        context.sendBroadcast(Intent("com.example.EVENT"))
        // ruleid: android-broadcast-without-permission
        sendOrderedBroadcast(intent, null)
        val event = Intent("com.example.DONE")
        event.putExtra("id", 3)
        // ruleid: android-broadcast-without-permission
        context.sendBroadcast(event)
    }

    fun fine(context: Context, intent: Intent) {
        // ok: android-broadcast-without-permission
        context.sendBroadcast(intent, "com.example.PERMISSION")
        // ok: android-broadcast-without-permission
        LocalBroadcastManager.getInstance(context).sendBroadcast(intent)
        val event = Intent("com.example.DONE")
        event.setPackage(context.packageName)
        // ok: android-broadcast-without-permission
        context.sendBroadcast(event)
        // ok: android-broadcast-without-permission
        sendOrderedBroadcast(intent, "com.example.PERMISSION")
    }
}
