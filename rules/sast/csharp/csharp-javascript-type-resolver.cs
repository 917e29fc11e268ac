using System.Web.Script.Serialization;

public class Reader
{
    // ruleid: csharp-javascript-type-resolver
    private readonly JavaScriptSerializer _serializer = new JavaScriptSerializer(new SimpleTypeResolver());

    public object Read(string text)
    {
        // ruleid: csharp-javascript-type-resolver
        var first = new JavaScriptSerializer(new SimpleTypeResolver()).Deserialize<Item>(text);
        var resolver = new SimpleTypeResolver();
        // ruleid: csharp-javascript-type-resolver
        var serializer = new JavaScriptSerializer(resolver);
        // ruleid: csharp-javascript-type-resolver
        return Use(new JavaScriptSerializer(new SimpleTypeResolver()));
    }

    public object Good(string text)
    {
        // ok: csharp-javascript-type-resolver
        var first = new JavaScriptSerializer().Deserialize<Item>(text);
        // ok: csharp-javascript-type-resolver
        var second = new JavaScriptSerializer(new KnownTypes());
        // ok: csharp-javascript-type-resolver
        var third = new SimpleTypeResolver();
        // ok: csharp-javascript-type-resolver
        return JsonSerializer.Deserialize<Item>(text);
    }
}
