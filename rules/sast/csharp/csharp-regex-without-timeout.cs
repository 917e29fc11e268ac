using System.Text.RegularExpressions;

public class Checks
{
    public void Bad(string text)
    {
        // ruleid: csharp-regex-without-timeout
        var first = new Regex("^(a+)+$");
        // ruleid: csharp-regex-without-timeout
        var second = Regex.IsMatch(text, "^([a-z]+)*@");
        // ruleid: csharp-regex-without-timeout
        var third = Regex.Replace(text, "(x*)*y", "");
        // ruleid: csharp-regex-without-timeout
        var fourth = new Regex("(\\w+\\s?)+$", RegexOptions.Compiled);
    }

    public void Good(string text)
    {
        // ok: csharp-regex-without-timeout
        var first = new Regex("^a+$");
        // ok: csharp-regex-without-timeout
        var second = new Regex("^(a+)+$", RegexOptions.None, TimeSpan.FromSeconds(1));
        // ok: csharp-regex-without-timeout
        var third = new Regex("^(a+)+$", RegexOptions.NonBacktracking);
        // ok: csharp-regex-without-timeout
        var fourth = Regex.IsMatch(text, "^[a-z]+@[a-z]+$");
    }
}
