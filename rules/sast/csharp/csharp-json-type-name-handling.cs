using Newtonsoft.Json;

public static class Reader
{
    // ruleid: csharp-json-type-name-handling
    private static readonly JsonSerializerSettings Settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All };

    public static object Read(string text)
    {
        // ruleid: csharp-json-type-name-handling
        var settings = new JsonSerializerSettings() { Formatting = Formatting.None, TypeNameHandling = TypeNameHandling.Auto };
        var other = new JsonSerializerSettings();
        // ruleid: csharp-json-type-name-handling
        other.TypeNameHandling = TypeNameHandling.Objects;
        // ruleid: csharp-json-type-name-handling
        var serializer = new JsonSerializer { TypeNameHandling = TypeNameHandling.Arrays };
        return JsonConvert.DeserializeObject(text, settings);
    }

    public static object Good(string text)
    {
        // ok: csharp-json-type-name-handling
        var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.None };
        // ok: csharp-json-type-name-handling
        var bound = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.Auto, SerializationBinder = new Known() };
        // ok: csharp-json-type-name-handling
        var plain = new JsonSerializerSettings { Formatting = Formatting.Indented };
        // ok: csharp-json-type-name-handling
        return JsonConvert.DeserializeObject<Item>(text);
    }
}
