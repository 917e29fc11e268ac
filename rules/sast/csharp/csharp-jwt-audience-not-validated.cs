public static class Startup
{
    public static void Bad(JwtBearerOptions options)
    {
        // ruleid: csharp-jwt-audience-not-validated
        options.TokenValidationParameters = new TokenValidationParameters { ValidateAudience = false };
        // ruleid: csharp-jwt-audience-not-validated
        options.TokenValidationParameters.ValidateIssuer = false;
        // ruleid: csharp-jwt-audience-not-validated
        var parameters = new TokenValidationParameters { ValidateLifetime = true, ValidateIssuer = false };
        // ruleid: csharp-jwt-audience-not-validated
        parameters.RequireAudience = false;
    }

    public static void Good(JwtBearerOptions options)
    {
        // ok: csharp-jwt-audience-not-validated
        options.TokenValidationParameters = new TokenValidationParameters { ValidateAudience = true, ValidAudience = "me" };
        // ok: csharp-jwt-audience-not-validated
        options.TokenValidationParameters.ValidateIssuer = true;
        // ok: csharp-jwt-audience-not-validated
        options.RequireHttpsMetadata = true;
        // ok: csharp-jwt-audience-not-validated
        options.TokenValidationParameters.ValidateIssuer = settings.Check;
    }
}
