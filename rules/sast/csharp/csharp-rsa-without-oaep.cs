using System.Security.Cryptography;

public class Seals
{
    public byte[] Bad(RSA rsa, byte[] data)
    {
        // ruleid: csharp-rsa-without-oaep
        var first = rsa.Encrypt(data, RSAEncryptionPadding.Pkcs1);
        // ruleid: csharp-rsa-without-oaep
        var second = rsa.Decrypt(data, RSAEncryptionPadding.Pkcs1);
        var provider = new RSACryptoServiceProvider(2048);
        // ruleid: csharp-rsa-without-oaep
        var third = provider.Encrypt(data, false);
        // ruleid: csharp-rsa-without-oaep
        var formatter = new RSAPKCS1KeyExchangeFormatter(rsa);
        return first;
    }

    public byte[] Good(RSA rsa, byte[] data)
    {
        // ok: csharp-rsa-without-oaep
        var first = rsa.Encrypt(data, RSAEncryptionPadding.OaepSHA256);
        var provider = new RSACryptoServiceProvider(2048);
        // ok: csharp-rsa-without-oaep
        var second = provider.Encrypt(data, true);
        // ok: csharp-rsa-without-oaep
        var third = rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        // ok: csharp-rsa-without-oaep
        return _box.Encrypt(data, false);
    }
}
