fun bad(user: User, password: String) {
    // ruleid: android-secret-logged
    Log.d("login", "password: $password")
    // ruleid: android-secret-logged
    Log.i(TAG, "token " + user.accessToken)
    // ruleid: android-secret-logged
    Timber.d("key ${user.apiKey}")
    // ruleid: android-secret-logged
    Log.e(TAG, "with $password failed")
}

fun fine(user: User, password: String) {
    // ok: android-secret-logged
    Log.d("login", "password is wrong")
    // ok: android-secret-logged
    Log.i(TAG, "user ${user.name}")
    // ok: android-secret-logged
    Timber.d("length ${password.length}")
    // ok: android-secret-logged
    Log.e(TAG, "password fields: $count")
}
