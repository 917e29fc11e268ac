class Router : Activity() {
    override fun onCreate(state: Bundle?) {
        val next = intent.getParcelableExtra<Intent>("next")
        // ruleid: android-intent-redirection
        startActivity(next)
        // ruleid: android-intent-redirection
        sendBroadcast(intent.getParcelableExtra("event"))
        val parsed = Intent.parseUri(intent.getStringExtra("uri"), 0)
        // ruleid: android-intent-redirection
        startActivity(parsed)
        forward(next)
        // ok: android-intent-redirection
        startActivity(Intent(this, Home::class.java))
        // ok: android-intent-redirection
        startActivity(IntentSanitizer.Builder().allowPackage("com.example").build().sanitizeByThrowing(next))
        val own = Intent(this, Details::class.java)
        own.putExtra("id", intent.getIntExtra("id", 0))
        // ok: android-intent-redirection
        startActivity(own)
        if (next.component?.packageName == packageName) {
            // ok: android-intent-redirection
            startActivity(next)
        }
    }

    private fun forward(target: Intent?) {
        // ruleid: android-intent-redirection
        startService(target)
    }
}
