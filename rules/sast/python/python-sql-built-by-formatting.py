TABLE = "users"


def bad(cursor, name, column):
    # ruleid: python-sql-built-by-formatting
    cursor.execute("SELECT * FROM users WHERE name = '" + name + "'")
    # ruleid: python-sql-built-by-formatting
    cursor.execute(f"SELECT * FROM users ORDER BY {column}")
    # ruleid: python-sql-built-by-formatting
    cursor.execute("DELETE FROM users WHERE name = '%s'" % name)
    # ruleid: python-sql-built-by-formatting
    cursor.execute("SELECT {} FROM users".format(column))


def good(cursor, name):
    # ok: python-sql-built-by-formatting
    cursor.execute("SELECT * FROM users WHERE name = %s", (name,))
    # ok: python-sql-built-by-formatting
    cursor.execute("SELECT * FROM " + TABLE)
    # ok: python-sql-built-by-formatting
    runner.execute("build " + name)
