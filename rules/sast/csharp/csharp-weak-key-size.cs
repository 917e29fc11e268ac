using System.Security.Cryptography;

public class Keys
{
    private const int Bits = 1024;

    public void Bad()
    {
        // ruleid: csharp-weak-key-size
        var first = new RSACryptoServiceProvider(1024);
        // ruleid: csharp-weak-key-size
        var second = RSA.Create(512);
        // ruleid: csharp-weak-key-size
        var third = new RSACng(1024);
        // ruleid: csharp-weak-key-size
        var fourth = RSA.Create(Bits);
    }

    public void Good(RSAParameters parameters)
    {
        // ok: csharp-weak-key-size
        var first = new RSACryptoServiceProvider(2048);
        // ok: csharp-weak-key-size
        var second = RSA.Create(4096);
        // ok: csharp-weak-key-size
        var third = RSA.Create();
        // ok: csharp-weak-key-size
        var fourth = RSA.Create(parameters);
    }
}
