using Microsoft.AspNetCore.Mvc;

public class LoginController : Controller
{
    public IActionResult Login(string returnUrl)
    {
        // ruleid: csharp-open-redirect
        return Redirect(returnUrl);
    }

    public IActionResult Away()
    {
        var target = Request.Query["target"].ToString();
        // ruleid: csharp-open-redirect
        return new RedirectResult(target);
    }

    public void Old()
    {
        // ruleid: csharp-open-redirect
        Response.Redirect(Request.QueryString["next"]);
        // ruleid: csharp-open-redirect
        Response.Redirect("https://" + Request.Params["host"]);
    }

    public IActionResult Local(string returnUrl)
    {
        if (Url.IsLocalUrl(returnUrl))
        {
            // ok: csharp-open-redirect
            return Redirect(returnUrl);
        }
        // ok: csharp-open-redirect
        return RedirectToAction("Index");
    }

    public IActionResult Safe(string id, string returnUrl)
    {
        // ok: csharp-open-redirect
        Response.Redirect("/items/" + id);
        // ok: csharp-open-redirect
        Response.Redirect($"~/items?id={id}");
        // ok: csharp-open-redirect
        return LocalRedirect(returnUrl);
    }

    public IActionResult Negated(string returnUrl)
    {
        if (string.IsNullOrEmpty(returnUrl) || !Url.IsLocalUrl(returnUrl))
        {
            returnUrl = "/";
        }
        // ok: csharp-open-redirect
        return Redirect(returnUrl);
    }
}
class LocationController : Controller
{
    public void Go(string url)
    {
        // ruleid: csharp-open-redirect
        Response.Headers.Add("Location", url);
        // ok: csharp-open-redirect
        Response.Headers.Add("X-Requested", url);
    }
}
