public class Startup
{
    public void Bad(JwtBearerOptions options, SmtpClient client)
    {
        // ruleid: csharp-https-metadata-not-required
        options.RequireHttpsMetadata = true;
        // ruleid: csharp-https-metadata-not-required
        client.EnableSsl = false;
        // ruleid: csharp-https-metadata-not-required
        var other = new SmtpClient("mail") { EnableSsl = false };
        services.AddJwtBearer(o =>
        {
            // ruleid: csharp-https-metadata-not-required
            o.RequireHttpsMetadata = true;
        });
    }

    public void Good(JwtBearerOptions options, SmtpClient client, IWebHostEnvironment env)
    {
        // ok: csharp-https-metadata-not-required
        options.RequireHttpsMetadata = true;
        // ok: csharp-https-metadata-not-required
        options.RequireHttpsMetadata = !env.IsDevelopment();
        // ok: csharp-https-metadata-not-required
        client.EnableSsl = true;
        if (env.IsDevelopment())
        {
            // ok: csharp-https-metadata-not-required
            options.RequireHttpsMetadata = false;
        }
    }
}
