public class Startup
{
    public void Bad(IApplicationBuilder app, DbContextOptionsBuilder options)
    {
        // ruleid: aspnet-developer-exception-page
        app.UseDeveloperExceptionPage();
        // ruleid: aspnet-developer-exception-page
        app.UseMigrationsEndPoint();
        // ruleid: aspnet-developer-exception-page
        options.EnableSensitiveDataLogging();
        // ruleid: aspnet-developer-exception-page
        IdentityModelEventSource.ShowPII = true;
    }

    public void Good(IApplicationBuilder app, IWebHostEnvironment env)
    {
        if (env.IsDevelopment())
        {
            // ok: aspnet-developer-exception-page
            app.UseDeveloperExceptionPage();
        }
        else
        {
            // ok: aspnet-developer-exception-page
            app.UseExceptionHandler("/Error");
        }
        if (env.IsDevelopment() || env.IsStaging())
        {
            // ok: aspnet-developer-exception-page
            app.UseMigrationsEndPoint();
        }
        // ok: aspnet-developer-exception-page
        IdentityModelEventSource.ShowPII = false;
    }
}
