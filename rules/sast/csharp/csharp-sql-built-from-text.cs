public class Items
{
    public void Bad(SqlConnection connection, string name, int[] ids)
    {
        // ruleid: csharp-sql-built-from-text
        var first = new SqlCommand("SELECT * FROM Items WHERE Name = '" + name + "'", connection);
        // ruleid: csharp-sql-built-from-text
        first.CommandText = $"DELETE FROM Items WHERE Name = '{name}'";
        // ruleid: csharp-sql-built-from-text
        _context.Items.FromSqlRaw($"SELECT * FROM Items WHERE Kind = '{name}'");
        // ruleid: csharp-sql-built-from-text
        _context.Database.ExecuteSqlRaw(string.Format("UPDATE Items SET Name = '{0}'", name));
    }

    public void Good(SqlConnection connection, string name)
    {
        // ok: csharp-sql-built-from-text
        var first = new SqlCommand("SELECT * FROM Items WHERE Name = @name", connection);
        // ok: csharp-sql-built-from-text
        first.CommandText = "SELECT COUNT(*) FROM Items";
        // ok: csharp-sql-built-from-text
        _context.Items.FromSqlInterpolated($"SELECT * FROM Items WHERE Kind = {name}");
        // ok: csharp-sql-built-from-text
        var message = new Notice("Select an item, " + name);
        // ok: csharp-sql-built-from-text
        _context.Database.ExecuteSqlRaw("UPDATE Items SET Name = {0}", name);
    }
}
