using Microsoft.Data.SqlClient;

public class Stores
{
    private const string Text = "Server=db;User Id=shop;Password=an-example;";

    public void Bad(DbContextOptionsBuilder options)
    {
        // ruleid: csharp-hardcoded-connection-password
        var first = new SqlConnection("Server=db;User Id=shop;Password=an-example;");
        // ruleid: csharp-hardcoded-connection-password
        var second = new SqlConnection(Text);
        // ruleid: csharp-hardcoded-connection-password
        options.UseNpgsql("Host=db;Username=shop;Password=an-example");
        // ruleid: csharp-hardcoded-connection-password
        var third = new NetworkCredential("shop", "an-example");
    }

    public void Good(DbContextOptionsBuilder options, IConfiguration configuration, string word)
    {
        // ok: csharp-hardcoded-connection-password
        var first = new SqlConnection(configuration.GetConnectionString("Shop"));
        // ok: csharp-hardcoded-connection-password
        var second = new SqlConnection("Server=db;Integrated Security=true");
        // ok: csharp-hardcoded-connection-password
        options.UseSqlite("Data Source=shop.db");
        // ok: csharp-hardcoded-connection-password
        var third = new NetworkCredential("shop", word);
    }
}
class Stores
{
    // ruleid: csharp-hardcoded-connection-password
    private readonly string _shop = "Server=db;Database=shop;User Id=sa;Password=Battery9;";
    // ok: csharp-hardcoded-connection-password
    private readonly string _local = "Server=db;Database=shop;Integrated Security=true;";
    // ok: csharp-hardcoded-connection-password
    private readonly string _hint = "Server=db;User Id=sa;Password=<password>;";
}
