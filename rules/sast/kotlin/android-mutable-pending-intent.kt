fun bad(context: Context, intent: Intent) {
    // ruleid: android-mutable-pending-intent
    val first = PendingIntent.getActivity(context, 0, intent, PendingIntent.FLAG_MUTABLE)
    // ruleid: android-mutable-pending-intent
    val second = PendingIntent.getBroadcast(context, 0, intent, 0)
    // ruleid: android-mutable-pending-intent
    val third = PendingIntent.getService(context, 0, intent, PendingIntent.FLAG_UPDATE_CURRENT)
    // ruleid: android-mutable-pending-intent
    val fourth = PendingIntent.getBroadcast(context, 0, Intent("com.example.REPLY"), PendingIntent.FLAG_UPDATE_CURRENT or PendingIntent.FLAG_MUTABLE)
}

fun fine(context: Context, intent: Intent, flags: Int) {
    // ok: android-mutable-pending-intent
    val first = PendingIntent.getActivity(context, 0, intent, PendingIntent.FLAG_IMMUTABLE)
    // ok: android-mutable-pending-intent
    val second = PendingIntent.getBroadcast(context, 0, intent, PendingIntent.FLAG_UPDATE_CURRENT or PendingIntent.FLAG_IMMUTABLE)
    // ok: android-mutable-pending-intent
    val third = PendingIntent.getService(context, 0, intent, flags)
    // ok: android-mutable-pending-intent
    val fourth = PendingIntentCompat.getActivity(context, 0, intent, 0, false)
}
