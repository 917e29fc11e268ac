using System.Security.Cryptography;

public class Sums
{
    public byte[] Bad(byte[] data)
    {
        // ruleid: csharp-weak-hash
        using var first = MD5.Create();
        // ruleid: csharp-weak-hash
        var second = SHA1.HashData(data);
        // ruleid: csharp-weak-hash
        var third = new SHA1CryptoServiceProvider().ComputeHash(data);
        // ruleid: csharp-weak-hash
        var fourth = HashAlgorithm.Create("MD5");
        // ruleid: csharp-weak-hash
        return _rsa.SignData(data, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);
    }

    public byte[] Good(byte[] data)
    {
        // ok: csharp-weak-hash
        using var first = SHA256.Create();
        // ok: csharp-weak-hash
        var second = SHA512.HashData(data);
        // ok: csharp-weak-hash
        var third = new HMACSHA256(_key);
        // ok: csharp-weak-hash
        return _rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
    }
}
