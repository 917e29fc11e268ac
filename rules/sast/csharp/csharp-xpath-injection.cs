using System.Xml;
using System.Xml.XPath;
using Microsoft.AspNetCore.Mvc;

public class UsersController : Controller
{
    private readonly XmlDocument _document;

    public IActionResult Login(string name, int id)
    {
        // ruleid: csharp-xpath-injection
        var user = _document.SelectSingleNode("//user[name='" + name + "']");
        // ruleid: csharp-xpath-injection
        var nodes = _document.SelectNodes($"//user[@kind='{Request.Form["kind"]}']");
        XPathNavigator navigator = _document.CreateNavigator();
        // ruleid: csharp-xpath-injection
        var found = navigator.Evaluate(string.Format("count(//user[@id='{0}'])", Request.Query["id"]));
        // ok: csharp-xpath-injection
        var one = _document.SelectSingleNode("//user[@id='" + id + "']");
        // ok: csharp-xpath-injection
        var all = _document.SelectNodes("//user");
        return Ok(Find(name));
    }

    private XmlNode Find(string login)
    {
        // ruleid: csharp-xpath-injection
        return _document.SelectSingleNode("/users/user[@login='" + login + "']");
    }

    public IActionResult Safe(string kind)
    {
        if (!Kinds.Contains(kind))
        {
            return BadRequest();
        }
        // ok: csharp-xpath-injection
        var nodes = _document.SelectNodes($"//user[@kind='{kind}']");
        // ok: csharp-xpath-injection
        return Ok(nodes.Cast<XmlNode>().FirstOrDefault(n => n.Value == kind));
    }
}
