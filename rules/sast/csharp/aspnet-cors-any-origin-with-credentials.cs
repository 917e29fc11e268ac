public class Startup
{
    public void Bad(CorsPolicyBuilder policy)
    {
        // ruleid: aspnet-cors-any-origin-with-credentials
        policy.SetIsOriginAllowed(origin => true).AllowCredentials();
        // ruleid: aspnet-cors-any-origin-with-credentials
        policy.AllowAnyOrigin().AllowAnyHeader().AllowCredentials();
        // ruleid: aspnet-cors-any-origin-with-credentials
        policy.AllowCredentials().AllowAnyMethod().AllowAnyOrigin();
        // ruleid: aspnet-cors-any-origin-with-credentials
        policy.AllowAnyHeader().SetIsOriginAllowed(_ => true);
    }

    public void Good(CorsPolicyBuilder policy)
    {
        // ok: aspnet-cors-any-origin-with-credentials
        policy.WithOrigins("https://www.example.com").AllowCredentials();
        // ok: aspnet-cors-any-origin-with-credentials
        policy.AllowAnyOrigin().AllowAnyHeader();
        // ok: aspnet-cors-any-origin-with-credentials
        policy.SetIsOriginAllowed(origin => Known.Contains(origin)).AllowCredentials();
        // ok: aspnet-cors-any-origin-with-credentials
        policy.AllowAnyMethod();
    }
}
