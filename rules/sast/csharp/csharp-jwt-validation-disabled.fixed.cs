using Microsoft.IdentityModel.Tokens;

public static class Startup
{
    public static void Bad(JwtBearerOptions options)
    {
        // ruleid: csharp-jwt-validation-disabled
        options.TokenValidationParameters = new TokenValidationParameters { ValidIssuer = "me", ValidateLifetime = true };
        // ruleid: csharp-jwt-validation-disabled
        options.TokenValidationParameters.RequireSignedTokens = true;
        // ruleid: csharp-jwt-validation-disabled
        var parameters = new TokenValidationParameters { ValidateIssuerSigningKey = true };
        // ruleid: csharp-jwt-validation-disabled
        parameters.RequireExpirationTime = true;
        // ruleid: csharp-jwt-validation-disabled
        var json = decoder.WithVerifySignature(false).Decode(token);
    }

    public static void Good(JwtBearerOptions options)
    {
        // ok: csharp-jwt-validation-disabled
        options.TokenValidationParameters = new TokenValidationParameters { ValidateLifetime = true };
        // ok: csharp-jwt-validation-disabled
        options.TokenValidationParameters.ValidateIssuerSigningKey = true;
        // ok: csharp-jwt-validation-disabled
        options.SaveToken = false;
        // ok: csharp-jwt-validation-disabled
        var json = decoder.WithVerifySignature(true).Decode(token);
    }
}
