using System.Security.Cryptography;

public class Boxes
{
    public void Bad()
    {
        // ruleid: csharp-weak-cipher
        using var first = DES.Create();
        // ruleid: csharp-weak-cipher
        using var second = new TripleDESCryptoServiceProvider();
        // ruleid: csharp-weak-cipher
        using var third = new RC2CryptoServiceProvider();
        // ruleid: csharp-weak-cipher
        using var fourth = SymmetricAlgorithm.Create("TripleDES");
        // ruleid: csharp-weak-cipher
        var fifth = new DESCryptoServiceProvider { Key = _key };
    }

    public void Good()
    {
        // ok: csharp-weak-cipher
        using var first = Aes.Create();
        // ok: csharp-weak-cipher
        using var second = new AesGcm(_key, 16);
        // ok: csharp-weak-cipher
        using var third = new AesManaged();
        // ok: csharp-weak-cipher
        using var fourth = SymmetricAlgorithm.Create("AES");
    }
}
