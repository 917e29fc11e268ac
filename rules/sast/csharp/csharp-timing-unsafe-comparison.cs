public class Checks
{
    public bool Bad(byte[] hmac, byte[] given, string signature, string sent)
    {
        // ruleid: csharp-timing-unsafe-comparison
        var a = hmac.SequenceEqual(given);
        // ruleid: csharp-timing-unsafe-comparison
        var b = signature == sent;
        // ruleid: csharp-timing-unsafe-comparison
        var c = signature.Equals(sent);
        // ruleid: csharp-timing-unsafe-comparison
        if (sent == expectedSignature) { return a; }
        return b && c;
    }

    public bool Good(byte[] hmac, byte[] given, string name, string sent)
    {
        // ok: csharp-timing-unsafe-comparison
        var a = CryptographicOperations.FixedTimeEquals(hmac, given);
        // ok: csharp-timing-unsafe-comparison
        var b = name == sent;
        // ok: csharp-timing-unsafe-comparison
        if (signature == null) { return false; }
        // ok: csharp-timing-unsafe-comparison
        return a && b && signature != "none";
    }
}
