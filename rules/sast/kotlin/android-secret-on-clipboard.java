class Copy {
    void bad(String password, String name) {
        // ruleid: android-secret-on-clipboard
        ClipData first = ClipData.newPlainText("password", password);
        // ok: android-secret-on-clipboard
        ClipData second = ClipData.newPlainText("name", name);
    }
}
