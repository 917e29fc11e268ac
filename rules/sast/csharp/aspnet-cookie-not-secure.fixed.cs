public class Cookies
{
    public void Bad(HttpResponse response, CookieAuthenticationOptions options)
    {
        // ruleid: aspnet-cookie-not-secure
        response.Cookies.Append("session", _id, new CookieOptions { HttpOnly = true, Secure = true });
        var cookieOptions = new CookieOptions();
        // ruleid: aspnet-cookie-not-secure
        cookieOptions.Secure = true;
        // ruleid: aspnet-cookie-not-secure
        options.Cookie.SecurePolicy = CookieSecurePolicy.None;
        // ruleid: aspnet-cookie-not-secure
        var cookie = new HttpCookie("session") { Secure = true };
    }

    public void Good(HttpResponse response, CookieAuthenticationOptions options)
    {
        // ok: aspnet-cookie-not-secure
        response.Cookies.Append("session", _id, new CookieOptions { HttpOnly = true, Secure = true });
        // ok: aspnet-cookie-not-secure
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        // ok: aspnet-cookie-not-secure
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        // ok: aspnet-cookie-not-secure
        channel.Secure = false;
    }
}
class Logins : Controller
{
    void Plain(string token)
    {
        // ruleid: aspnet-cookie-not-secure
        Response.Cookies.Append("auth_token", token);
        // ok: aspnet-cookie-not-secure
        Response.Cookies.Append("language", "de");
        // ok: aspnet-cookie-not-secure
        Response.Cookies.Append("auth_token", token, new CookieOptions { Secure = true, HttpOnly = true });
    }
}
