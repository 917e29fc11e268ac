using Microsoft.AspNetCore.Mvc;
using RazorEngine;
using Scriban;

public class MailController : Controller
{
    [HttpPost]
    public IActionResult Preview([FromForm] string text)
    {
        // ruleid: csharp-template-injection
        var html = Engine.Razor.RunCompile(text, "key", null, new { Name = "x" });
        return Content(html);
    }

    public IActionResult Greet(string name)
    {
        var template = "Hello " + Request.Query["name"] + "!";
        // ruleid: csharp-template-injection
        var parsed = Template.Parse(template);
        return Content(parsed.Render());
    }

    public async Task<IActionResult> Light()
    {
        string body = Request.Form["body"];
        // ruleid: csharp-template-injection
        return Content(await engine.CompileRenderStringAsync("key", body, new { }));
    }

    public IActionResult Bars()
    {
        return Content(Render(Request.Form["body"]));
    }

    private string Render(string source)
    {
        // ruleid: csharp-template-injection
        var compiled = Handlebars.Compile(source);
        return compiled(new { });
    }

    public IActionResult Safe(string name)
    {
        // ok: csharp-template-injection
        var parsed = Template.Parse("Hello {{ name }}!");
        // ok: csharp-template-injection
        var html = Engine.Razor.RunCompile("Hello @Model.Name", "key", null, new { Name = name });
        // ok: csharp-template-injection
        int.TryParse(Request.Query["page"], out var page);
        // ok: csharp-template-injection
        return Content(Template.Parse(System.IO.File.ReadAllText("mail.txt")).Render(new { name }));
    }
}
