fun bad(editor: SharedPreferences.Editor, user: User, password: String) {
    // ruleid: android-secret-in-preferences
    editor.putString("password", password)
    // ruleid: android-secret-in-preferences
    editor.putString(KEY_TOKEN, user.accessToken).apply()
    // ruleid: android-secret-in-preferences
    preferences.edit().putString("key", user.apiKey).commit()
    preferences.edit {
        // ruleid: android-secret-in-preferences
        putString("secret", user.secret)
        // ruleid: android-secret-in-preferences
        this.putString("secret", user.secret)
    }
}

fun fine(editor: SharedPreferences.Editor, user: User, password: String) {
    // ok: android-secret-in-preferences
    editor.putString("name", user.name)
    // ok: android-secret-in-preferences
    editor.putString("password", encrypt(password))
    // ok: android-secret-in-preferences
    editor.putBoolean("hasPassword", true)
    // ok: android-secret-in-preferences
    editor.putString("passwordHint", user.hint)
}
