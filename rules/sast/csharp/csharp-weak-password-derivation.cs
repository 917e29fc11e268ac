using System.Security.Cryptography;

public class Passwords
{
    private const int Rounds = 1000;

    public byte[] Bad(string word, byte[] salt)
    {
        // ruleid: csharp-weak-password-derivation
        var first = new Rfc2898DeriveBytes(word, salt, 1000);
        // ruleid: csharp-weak-password-derivation
        var second = new Rfc2898DeriveBytes(word, salt);
        // ruleid: csharp-weak-password-derivation
        var third = new PasswordDeriveBytes(word, salt);
        // ruleid: csharp-weak-password-derivation
        return KeyDerivation.Pbkdf2(word, salt, KeyDerivationPrf.HMACSHA256, Rounds, 32);
    }

    public byte[] Good(string word, byte[] salt, int rounds)
    {
        // ok: csharp-weak-password-derivation
        var first = new Rfc2898DeriveBytes(word, salt, 310000, HashAlgorithmName.SHA256);
        // ok: csharp-weak-password-derivation
        var second = Rfc2898DeriveBytes.Pbkdf2(word, salt, 210000, HashAlgorithmName.SHA512, 32);
        // ok: csharp-weak-password-derivation
        var third = new Rfc2898DeriveBytes(word, salt, rounds);
        // ok: csharp-weak-password-derivation
        return KeyDerivation.Pbkdf2(word, salt, KeyDerivationPrf.HMACSHA512, 210000, 32);
    }
}
