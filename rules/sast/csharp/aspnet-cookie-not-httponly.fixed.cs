public class Cookies
{
    public void Bad(HttpResponse response, CookieAuthenticationOptions options)
    {
        // ruleid: aspnet-cookie-not-httponly
        response.Cookies.Append("session", _id, new CookieOptions { HttpOnly = true, Secure = true });
        var cookieOptions = new CookieOptions();
        // ruleid: aspnet-cookie-not-httponly
        cookieOptions.HttpOnly = true;
        // ruleid: aspnet-cookie-not-httponly
        options.Cookie.HttpOnly = true;
        // ruleid: aspnet-cookie-not-httponly
        var cookie = new HttpCookie("session") { HttpOnly = true };
    }

    public void Good(HttpResponse response, CookieAuthenticationOptions options)
    {
        // ok: aspnet-cookie-not-httponly
        response.Cookies.Append("session", _id, new CookieOptions { HttpOnly = true });
        // ok: aspnet-cookie-not-httponly
        options.Cookie.HttpOnly = true;
        // ok: aspnet-cookie-not-httponly
        response.Cookies.Append("XSRF-TOKEN", _token, new CookieOptions { HttpOnly = false });
        // ok: aspnet-cookie-not-httponly
        response.Cookies.Append("session", _id, new CookieOptions { Secure = true });
    }
}
