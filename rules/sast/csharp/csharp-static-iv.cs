using System.Security.Cryptography;
using System.Text;

public class Boxes
{
    public void Bad(Aes aes, byte[] key)
    {
        // ruleid: csharp-static-iv
        aes.IV = Encoding.UTF8.GetBytes("sixteen letters!");
        // ruleid: csharp-static-iv
        aes.IV = new byte[16];
        // ruleid: csharp-static-iv
        var first = aes.CreateEncryptor(key, new byte[16]);
        var zeros = new byte[16];
        // ruleid: csharp-static-iv
        var second = aes.CreateEncryptor(key, zeros);
    }

    public void Good(Aes aes, byte[] key, byte[] stored)
    {
        aes.GenerateIV();
        // ok: csharp-static-iv
        var first = aes.CreateEncryptor(key, aes.IV);
        // ok: csharp-static-iv
        aes.IV = RandomNumberGenerator.GetBytes(16);
        // ok: csharp-static-iv
        aes.IV = stored;
        var iv = new byte[16];
        RandomNumberGenerator.Fill(iv);
        // ok: csharp-static-iv
        aes.IV = iv;
    }
}
