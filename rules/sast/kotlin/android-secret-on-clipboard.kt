fun bad(clipboard: ClipboardManager, user: User, password: String) {
    // ruleid: android-secret-on-clipboard
    clipboard.setPrimaryClip(ClipData.newPlainText("password", password))
    // ruleid: android-secret-on-clipboard
    val clip = ClipData.newPlainText("token", user.token)
    // ruleid: android-secret-on-clipboard
    val key = ClipData.newPlainText("key", user.apiKey)
    // ruleid: android-secret-on-clipboard
    val words = ClipData.newPlainText("", wallet.mnemonic)
}

fun fine(clipboard: ClipboardManager, user: User) {
    // ok: android-secret-on-clipboard
    clipboard.setPrimaryClip(ClipData.newPlainText("name", user.name))
    // ok: android-secret-on-clipboard
    val clip = ClipData.newPlainText("link", "https://example.com/")
    // ok: android-secret-on-clipboard
    val uri = ClipData.newUri(resolver, "file", address)
    // ok: android-secret-on-clipboard
    clipboard.clearPrimaryClip()
}
