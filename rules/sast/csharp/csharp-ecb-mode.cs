using System.Security.Cryptography;

public class Boxes
{
    public byte[] Bad(byte[] text)
    {
        using var aes = Aes.Create();
        // ruleid: csharp-ecb-mode
        aes.Mode = CipherMode.ECB;
        // ruleid: csharp-ecb-mode
        var managed = new AesManaged { KeySize = 256, Mode = CipherMode.ECB };
        // ruleid: csharp-ecb-mode
        var rijndael = new RijndaelManaged() { Mode = CipherMode.ECB };
        // ruleid: csharp-ecb-mode
        return aes.EncryptEcb(text, PaddingMode.PKCS7);
    }

    public byte[] Good(byte[] text, byte[] iv)
    {
        using var aes = Aes.Create();
        // ok: csharp-ecb-mode
        aes.Mode = CipherMode.CBC;
        // ok: csharp-ecb-mode
        var managed = new AesManaged { Mode = CipherMode.CBC };
        // ok: csharp-ecb-mode
        aes.Padding = PaddingMode.PKCS7;
        // ok: csharp-ecb-mode
        return aes.EncryptCbc(text, iv);
    }
}
