class Search extends Activity {
    private SQLiteDatabase db;
    private EditText field;

    void bad() {
        String name = getIntent().getStringExtra("name");
        // ruleid: android-java-sql-injection
        Cursor rows = db.rawQuery("SELECT * FROM items WHERE name = '" + name + "'", null);
        String text = field.getText().toString();
        // ruleid: android-java-sql-injection
        db.execSQL("DELETE FROM items WHERE name = '" + text + "'");
        // ruleid: android-java-sql-injection
        db.delete("items", "name = '" + text + "'", null);
        find(text);
    }

    private void find(String text) {
        // ruleid: android-java-sql-injection
        db.rawQuery(String.format("SELECT * FROM items WHERE name LIKE '%s'", text), null);
    }

    void fine(String own) {
        String name = getIntent().getStringExtra("name");
        // ok: android-java-sql-injection
        db.rawQuery("SELECT * FROM items WHERE name = ?", new String[] {name});
        long id = Long.parseLong(getIntent().getStringExtra("id"));
        // ok: android-java-sql-injection
        db.execSQL("DELETE FROM items WHERE id = " + id);
        // ok: android-java-sql-injection
        db.delete("items", "name = ?", new String[] {name});
        // ok: android-java-sql-injection
        db.rawQuery("SELECT * FROM " + own, null);
    }
}
