using System.Security.Cryptography;
using System.Text;

public class Keys
{
    private const string Text = "not so hidden at all";

    public void Bad(Aes aes)
    {
        // ruleid: csharp-hardcoded-encryption-key
        var first = new SymmetricSecurityKey(Encoding.UTF8.GetBytes("an example of a key"));
        // ruleid: csharp-hardcoded-encryption-key
        using var second = new HMACSHA256(Encoding.ASCII.GetBytes(Text));
        // ruleid: csharp-hardcoded-encryption-key
        aes.Key = Encoding.UTF8.GetBytes("an example of a key");
        var bytes = Encoding.UTF8.GetBytes("an example of a key");
        // ruleid: csharp-hardcoded-encryption-key
        var third = new SymmetricSecurityKey(bytes);
    }

    public void Good(Aes aes, IConfiguration configuration)
    {
        // ok: csharp-hardcoded-encryption-key
        var first = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(configuration["Jwt:Key"]));
        // ok: csharp-hardcoded-encryption-key
        using var second = new HMACSHA256(Convert.FromBase64String(Environment.GetEnvironmentVariable("KEY")));
        // ok: csharp-hardcoded-encryption-key
        aes.Key = RandomNumberGenerator.GetBytes(32);
        // ok: csharp-hardcoded-encryption-key
        var third = Encoding.UTF8.GetBytes("an example of a text");
    }

    object Qualified()
    {
        // ruleid: csharp-hardcoded-encryption-key
        return new SymmetricSecurityKey(System.Text.Encoding.UTF8.GetBytes("superSecretKey@345"));
    }
}
