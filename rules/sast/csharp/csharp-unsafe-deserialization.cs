using System.IO;
using System.Runtime.Serialization.Formatters.Binary;

public class Store
{
    private readonly LosFormatter _los = new LosFormatter();

    public object Read(Stream stream, string text)
    {
        var formatter = new BinaryFormatter();
        // ruleid: csharp-unsafe-deserialization
        var first = formatter.Deserialize(stream);
        // ruleid: csharp-unsafe-deserialization
        var second = new SoapFormatter().Deserialize(stream);
        NetDataContractSerializer serializer = new NetDataContractSerializer();
        // ruleid: csharp-unsafe-deserialization
        var third = serializer.ReadObject(stream);
        // ruleid: csharp-unsafe-deserialization
        var fourth = _los.Deserialize(text);
        return first;
    }

    public object Good(Stream stream, string text, object value)
    {
        // ok: csharp-unsafe-deserialization
        var first = JsonSerializer.Deserialize<Item>(text);
        var serializer = new XmlSerializer(typeof(Item));
        // ok: csharp-unsafe-deserialization
        var second = serializer.Deserialize(stream);
        // ok: csharp-unsafe-deserialization
        var third = new DataContractSerializer(typeof(Item)).ReadObject(stream);
        // ok: csharp-unsafe-deserialization
        new BinaryFormatter().Serialize(stream, value);
        return first;
    }
}
