class Alarms {
    void bad(Context context, Intent intent) {
        // ruleid: android-mutable-pending-intent
        PendingIntent first = PendingIntent.getBroadcast(context, 0, intent, PendingIntent.FLAG_MUTABLE);
        // ok: android-mutable-pending-intent
        PendingIntent second = PendingIntent.getBroadcast(context, 0, intent, PendingIntent.FLAG_IMMUTABLE);
    }
}
