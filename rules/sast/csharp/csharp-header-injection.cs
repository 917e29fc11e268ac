using Microsoft.AspNetCore.Mvc;

public class FileController : Controller
{
    public void Send(string name, int size)
    {
        // ruleid: csharp-header-injection
        Response.AddHeader("Content-Disposition", "attachment; filename=" + name);
        // ruleid: csharp-header-injection
        Response.Headers.Add("X-Trace", Request.Query["trace"]);
        // ruleid: csharp-header-injection
        Response.Headers["X-Lang"] = $"{Request.Cookies["lang"]}";
        // ok: csharp-header-injection
        Response.AddHeader("Content-Length", size.ToString());
        // ok: csharp-header-injection
        Response.Headers.Add("X-Trace", Uri.EscapeDataString(name));
        // ok: csharp-header-injection
        Response.Headers["X-Lang"] = "en";
        // ok: csharp-header-injection
        Response.Headers.Add("X-Trace", name.Replace("\r", "").Replace("\n", ""));
        Set(name);
    }

    private void Set(string value)
    {
        // ruleid: csharp-header-injection
        Response.AppendHeader("X-Note", value);
    }
}
