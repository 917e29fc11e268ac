class Search : Activity() {
    fun bad(db: SQLiteDatabase) {
        val name = intent.getStringExtra("name")
        // ruleid: android-sql-injection
        val rows = db.rawQuery("SELECT * FROM items WHERE name = '" + name + "'", null)
        val text = editText.text.toString()
        // ruleid: android-sql-injection
        db.execSQL("DELETE FROM items WHERE name = '" + text + "'")
        // ruleid: android-sql-injection
        db.delete("items", "name = '" + text + "'", null)
        find(db, text)
    }

    private fun find(db: SQLiteDatabase, text: String) {
        // ruleid: android-sql-injection
        db.rawQuery("SELECT * FROM items WHERE name LIKE '%${text.trim()}%'", null)
    }

    fun fine(db: SQLiteDatabase, own: String) {
        val name = intent.getStringExtra("name")
        // ok: android-sql-injection
        db.rawQuery("SELECT * FROM items WHERE name = ?", arrayOf(name))
        val id = intent.getStringExtra("id")!!.toLong()
        // ok: android-sql-injection
        db.execSQL("DELETE FROM items WHERE id = " + id)
        // ok: android-sql-injection
        db.delete("items", "name = ?", arrayOf(name))
        // ok: android-sql-injection
        db.rawQuery("SELECT * FROM " + own, null)
    }
}
