using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Dapper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

public class ItemsController : Controller
{
    private readonly ShopContext _context;
    private readonly IDbConnection _connection;
    private static readonly Dictionary<string, string> Columns = new() { ["name"] = "Name", ["price"] = "Price" };

    public IActionResult Find(string name)
    {
        using var connection = new SqlConnection(_settings.Text);
        // ruleid: csharp-sql-injection
        var command = new SqlCommand("SELECT * FROM Items WHERE Name = '" + name + "'", connection);
        var sql = "SELECT * FROM Items";
        if (!string.IsNullOrEmpty(Request.Query["sort"]))
        {
            sql += $" ORDER BY {Request.Query["sort"]}";
        }
        // ruleid: csharp-sql-injection
        command.CommandText = sql;
        var builder = new StringBuilder("DELETE FROM Items WHERE Id IN (");
        builder.Append(Request.Form["ids"]).Append(")");
        // ruleid: csharp-sql-injection
        _context.Database.ExecuteSqlRaw(builder.ToString());
        // ruleid: csharp-sql-injection
        var items = _context.Items.FromSqlRaw($"SELECT * FROM Items WHERE Kind = '{name}'").ToList();
        // ruleid: csharp-sql-injection
        var rows = _connection.Query<Item>(string.Format("SELECT * FROM Items WHERE Name LIKE '%{0}%'", name));
        return View(items);
    }

    public async Task<IActionResult> Safe(string name, int id, [FromBody] ItemForm form)
    {
        // ok: csharp-sql-injection
        var command = new SqlCommand("SELECT * FROM Items WHERE Name = @name", _sql);
        command.Parameters.AddWithValue("@name", name);
        // ok: csharp-sql-injection
        var other = new SqlCommand("SELECT * FROM Items WHERE Id = " + id, _sql);
        // ok: csharp-sql-injection
        var items = _context.Items.FromSqlInterpolated($"SELECT * FROM Items WHERE Name = {name}");
        // ok: csharp-sql-injection
        var more = _context.Items.FromSql($"SELECT * FROM Items WHERE Name = {form.Name}");
        // ok: csharp-sql-injection
        var rows = await _connection.QueryAsync<Item>("SELECT * FROM Items WHERE Name = @Name", new { Name = name });
        // ok: csharp-sql-injection
        _context.Database.ExecuteSqlRaw("UPDATE Items SET Seen = 1 WHERE Name = {0}", name);
        var sort = Request.Query["sort"].ToString();
        if (!Columns.ContainsKey(sort)) return BadRequest();
        var order = Request.Query["order"].ToString();
        if (!AllowedOrders.Contains(order)) order = "ASC";
        // ok: csharp-sql-injection
        var ordered = _connection.Query<Item>("SELECT * FROM Items ORDER BY Name " + order);
        var column = Request.Query["column"].ToString();
        if (column != null && AllowedColumns.Contains(column))
        {
            // ok: csharp-sql-injection
            var chosen = _connection.Query<Item>("SELECT * FROM Items ORDER BY " + column);
        }
        // ok: csharp-sql-injection
        var enumerated = _connection.Query<Item>("SELECT * FROM Items WHERE Kind = " + Enum.Parse<Kind>(Request.Query["kind"]));
        // ok: csharp-sql-injection
        var sorted = _connection.Query<Item>("SELECT * FROM Items ORDER BY " + Columns[name]);
        var page = int.Parse(Request.Query["page"]);
        // ok: csharp-sql-injection
        var paged = _connection.Query<Item>($"SELECT * FROM Items LIMIT 10 OFFSET {page}");
        if (!Regex.IsMatch(name, "^[a-z]+$"))
        {
            return BadRequest();
        }
        // ok: csharp-sql-injection
        return Ok(_connection.Query<Item>($"SELECT * FROM Items WHERE Kind = '{name}'"));
    }

    private List<Item> Run(string where)
    {
        // ruleid: csharp-sql-injection
        var command = new SqlCommand("SELECT * FROM Items WHERE " + where);
        return Read(command);
    }

    [HttpPost("search")]
    public IActionResult Search([FromBody] ItemForm form)
    {
        return Ok(Run("Owner = '" + form.Owner.Trim() + "'"));
    }

    internal void Own(string table)
    {
        // ok: csharp-sql-injection
        var command = new SqlCommand("DROP TABLE " + table);
    }
}

public class EditModel : PageModel
{
    [BindProperty]
    public string Name { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Size { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        // ruleid: csharp-sql-injection
        await _context.Database.ExecuteSqlRawAsync("UPDATE Items SET Seen = 1 WHERE Name = '" + Name + "'");
        // ok: csharp-sql-injection
        await _context.Database.ExecuteSqlRawAsync("UPDATE Items SET Seen = 1 WHERE Size = " + Size);
        return Page();
    }
}

public partial class Login : System.Web.UI.Page
{
    protected void Button_Click(object sender, EventArgs e)
    {
        // ruleid: csharp-sql-injection
        var adapter = new SqlDataAdapter("SELECT * FROM Users WHERE Name = '" + txtName.Text + "'", connection);
        // ruleid: csharp-sql-injection
        var command = new SqlCommand { CommandText = "SELECT * FROM Users WHERE Id = " + Request.QueryString["id"] };
        // ok: csharp-sql-injection
        var safe = new SqlCommand("SELECT * FROM Users WHERE Id = " + Convert.ToInt32(Request.QueryString["id"]));
    }
}
class Lists : System.Web.UI.Page
{
    void Load()
    {
        // ruleid: csharp-sql-injection
        MySqlHelper.ExecuteScalar(_connection, "select email from employees where id = " + Request.QueryString["id"]);
    }
}
