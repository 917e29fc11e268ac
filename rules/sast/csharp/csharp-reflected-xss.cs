using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

public class PageController : Controller
{
    public async Task Hello(string name)
    {
        // ruleid: csharp-reflected-xss
        await Response.WriteAsync("<h1>Hello " + name + "</h1>");
        // ok: csharp-reflected-xss
        await Response.WriteAsync("<h1>" + HtmlEncoder.Default.Encode(name) + "</h1>");
    }

    public IActionResult Search()
    {
        var html = new StringBuilder("<ul>");
        foreach (var word in Request.Query["words"])
        {
            html.Append("<li>").Append(word).Append("</li>");
        }
        // ruleid: csharp-reflected-xss
        return Content(html.ToString(), "text/html");
    }

    public HtmlString Title(string title)
    {
        // ruleid: csharp-reflected-xss
        return new HtmlString($"<b>{title}</b>");
    }

    public IActionResult Safe(string name, int page)
    {
        // ok: csharp-reflected-xss
        var first = Content(name, "text/plain");
        // ok: csharp-reflected-xss
        var second = Content("<p>" + page + "</p>", "text/html");
        // ok: csharp-reflected-xss
        var third = new HtmlString("<b>" + WebUtility.HtmlEncode(name) + "</b>");
        // ok: csharp-reflected-xss
        return View(name);
    }
}

public partial class Old : System.Web.UI.Page
{
    protected void Page_Load(object sender, EventArgs e)
    {
        // ruleid: csharp-reflected-xss
        Response.Write("Hello " + Request.QueryString["name"]);
        // ruleid: csharp-reflected-xss
        lblName.Text = Request.Form["name"];
        // ok: csharp-reflected-xss
        lblName.Text = Server.HtmlEncode(Request.Form["name"]);
    }
}
