public static class Helpers
{
    public static IHtmlContent Show(IHtmlHelper Html, string text)
    {
        // ruleid: csharp-xss-html-raw
        var first = Html.Raw(text);
        // ruleid: csharp-xss-html-raw
        var second = new HtmlString("<b>" + text + "</b>");
        // ruleid: csharp-xss-html-raw
        var third = MvcHtmlString.Create($"<i>{text}</i>");
        // ruleid: csharp-xss-html-raw
        var fourth = (MarkupString) text;
        // ok: csharp-xss-html-raw
        var fifth = Html.Raw("<hr>");
        // ok: csharp-xss-html-raw
        var sixth = new HtmlString("<b>" + WebUtility.HtmlEncode(text) + "</b>");
        // ok: csharp-xss-html-raw
        var seventh = Html.Encode(text);
        // ok: csharp-xss-html-raw
        var eighth = new HtmlString("");
        return first;
    }
}
