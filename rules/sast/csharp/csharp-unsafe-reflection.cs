using System.Reflection;
using Microsoft.AspNetCore.Mvc;

public class WidgetsController : Controller
{
    public IActionResult Show(string kind)
    {
        // ruleid: csharp-unsafe-reflection
        var type = Type.GetType("Shop.Widgets." + kind);
        // ruleid: csharp-unsafe-reflection
        var method = typeof(Widget).GetMethod(Request.Query["action"]);
        // ruleid: csharp-unsafe-reflection
        var assembly = Assembly.LoadFrom(Request.Form["plugin"]);
        // ok: csharp-unsafe-reflection
        var known = Type.GetType("Shop.Widgets.Clock");
        // ok: csharp-unsafe-reflection
        method.Invoke(null, new object[] { kind });
        return Ok(Create(kind));
    }

    private object Create(string name)
    {
        // ruleid: csharp-unsafe-reflection
        return Assembly.GetExecutingAssembly().CreateInstance(name);
    }

    public IActionResult Safe(string kind)
    {
        // ok: csharp-unsafe-reflection
        var type = typeof(Widget).GetMethod("Run");
        if (!AllowedTypes.Contains(kind))
        {
            return NotFound();
        }
        // ok: csharp-unsafe-reflection
        return Ok(Type.GetType(kind));
    }
}
