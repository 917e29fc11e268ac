using System;
using System.Security.Cryptography;

public class Codes
{
    private static readonly Random _random = new Random();

    public string Bad()
    {
        // ruleid: csharp-insecure-random
        var token = _random.Next(100000, 999999).ToString();
        // ruleid: csharp-insecure-random
        var resetCode = new Random().Next(1000, 9999);
        // ruleid: csharp-insecure-random
        var apiKey = Convert.ToString(Random.Shared.NextInt64());
        return token;
    }

    public string GeneratePassword(int length)
    {
        var random = new Random();
        var text = "";
        for (var i = 0; i < length; i++)
        {
            // ruleid: csharp-insecure-random
            text += Letters[random.Next(Letters.Length)];
        }
        return text;
    }

    public int Good()
    {
        // ok: csharp-insecure-random
        var token = RandomNumberGenerator.GetHexString(32);
        // ok: csharp-insecure-random
        var color = _random.Next(256);
        // ok: csharp-insecure-random
        var delay = Random.Shared.NextDouble() * 1000;
        // ok: csharp-insecure-random
        return RandomNumberGenerator.GetInt32(100000, 999999);
    }
}
