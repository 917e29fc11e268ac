class Router extends Activity {
    protected void onCreate(Bundle state) {
        Intent next = getIntent().getParcelableExtra("next");
        // ruleid: android-java-intent-redirection
        startActivity(next);
        // ruleid: android-java-intent-redirection
        sendBroadcast((Intent) getIntent().getParcelableExtra("event"));
        Intent parsed = Intent.parseUri(getIntent().getStringExtra("uri"), 0);
        // ruleid: android-java-intent-redirection
        startActivity(parsed);
        forward(next);
        // ok: android-java-intent-redirection
        startActivity(new Intent(this, Home.class));
        // ok: android-java-intent-redirection
        startActivity(new IntentSanitizer.Builder().allowPackage("com.example").build().sanitizeByThrowing(next));
        Intent own = new Intent(this, Details.class);
        own.putExtra("id", getIntent().getIntExtra("id", 0));
        // ok: android-java-intent-redirection
        startActivity(own);
        if (next.getComponent().getPackageName().equals(getPackageName())) {
            // ok: android-java-intent-redirection
            startActivity(next);
        }
    }

    private void forward(Intent target) {
        // ruleid: android-java-intent-redirection
        startService(target);
    }
}
