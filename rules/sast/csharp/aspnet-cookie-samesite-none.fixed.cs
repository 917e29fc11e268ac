public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddSession(options =>
        {
            // ruleid: aspnet-cookie-samesite-none
            options.Cookie.SameSite = SameSiteMode.Lax;
        });
        services.AddSession(options =>
        {
            // ok: aspnet-cookie-samesite-none
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.Configure<CookiePolicyOptions>(options =>
        {
            // ruleid: aspnet-cookie-samesite-none
            options.MinimumSameSitePolicy = SameSiteMode.Lax;
        });
        services.Configure<CookiePolicyOptions>(options =>
        {
            // ok: aspnet-cookie-samesite-none
            options.MinimumSameSitePolicy = SameSiteMode.Lax;
        });
    }

    public void Login(HttpResponse response)
    {
        // ruleid: aspnet-cookie-samesite-none
        response.Cookies.Append("id", "1", new CookieOptions { Secure = true, SameSite = SameSiteMode.Lax });
        // ruleid: aspnet-cookie-samesite-none
        response.Cookies.Append("id", "1", new CookieOptions() { SameSite = SameSiteMode.Lax });
        // ok: aspnet-cookie-samesite-none
        response.Cookies.Append("id", "1", new CookieOptions { Secure = true, SameSite = SameSiteMode.Lax });
        // ok: aspnet-cookie-samesite-none
        response.Cookies.Append("id", "1", new CookieOptions { Secure = true });
    }
}
