using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

public class SearchController : Controller
{
    public IActionResult Search(string q)
    {
        // ruleid: csharp-regex-injection
        var regex = new Regex("^" + q + ".*$");
        // ruleid: csharp-regex-injection
        var found = Regex.IsMatch(Text, q, RegexOptions.IgnoreCase);
        // ruleid: csharp-regex-injection
        var parts = Regex.Replace(Text, $"({Request.Query["word"]})", "<b>$1</b>");
        // ok: csharp-regex-injection
        var escaped = new Regex("^" + Regex.Escape(q));
        // ok: csharp-regex-injection
        var checkedText = Regex.IsMatch(q, "^[a-z]+$");
        // ok: csharp-regex-injection
        var timed = new Regex(q, RegexOptions.None, TimeSpan.FromSeconds(1));
        // ok: csharp-regex-injection
        var replaced = Regex.Replace(q, "[^a-z]", "");
        return Ok(Match(q));
    }

    private bool Match(string pattern)
    {
        // ruleid: csharp-regex-injection
        return new Regex(pattern).IsMatch(Text);
    }
}
