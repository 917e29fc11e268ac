using System.Security.Cryptography;

class Tokens
{
    private static readonly SHA256 Sha = SHA256.Create();
    private static HMACSHA256 hmac = new HMACSHA256(Key());
    private static HashAlgorithm late;
    private readonly SHA256 own = SHA256.Create();

    public byte[] Hash(byte[] data)
    {
        // ruleid: csharp-hash-shared-by-threads
        return Sha.ComputeHash(data);
    }

    public string Sign(byte[] data)
    {
        if (data.Length == 0)
        {
            return "";
        }
        // ruleid: csharp-hash-shared-by-threads
        var code = hmac.ComputeHash(data);
        return Convert.ToHexString(code);
    }

    public byte[] Late(byte[] data)
    {
        late = SHA512.Create();
        // ruleid: csharp-hash-shared-by-threads
        return late.ComputeHash(data);
    }

    public byte[] Locked(byte[] data)
    {
        lock (Sha)
        {
            // ok: csharp-hash-shared-by-threads
            return Sha.ComputeHash(data);
        }
    }

    public byte[] PerObject(byte[] data)
    {
        // ok: csharp-hash-shared-by-threads
        return own.ComputeHash(data);
    }

    public byte[] Local(byte[] data)
    {
        using var sha = SHA256.Create();
        // ok: csharp-hash-shared-by-threads
        return sha.ComputeHash(data);
    }

    public byte[] Static(byte[] data)
    {
        // ok: csharp-hash-shared-by-threads
        return SHA256.HashData(data);
    }
}
