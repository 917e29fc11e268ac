class Login {
    void bad(String password, String name) {
        // ruleid: android-secret-logged
        Log.d("login", "password: " + password);
        // ok: android-secret-logged
        Log.d("login", "name: " + name);
    }
}
