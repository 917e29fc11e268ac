using System.IO;

public class Temporary
{
    public void Bad(string text)
    {
        // ruleid: csharp-insecure-temp-file
        File.WriteAllText(Path.Combine(Path.GetTempPath(), "shop.txt"), text);
        // ruleid: csharp-insecure-temp-file
        using var stream = new FileStream(Path.Combine(Path.GetTempPath(), "shop.bin"), FileMode.Create);
        // ruleid: csharp-insecure-temp-file
        File.AppendAllText("/tmp/shop.log", text);
        // ruleid: csharp-insecure-temp-file
        var name = Path.GetTempFileName();
    }

    public void Good(string text)
    {
        // ok: csharp-insecure-temp-file
        File.WriteAllText(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), text);
        // ok: csharp-insecure-temp-file
        var folder = Directory.CreateTempSubdirectory();
        // ok: csharp-insecure-temp-file
        File.WriteAllText("/srv/shop.txt", text);
        // ok: csharp-insecure-temp-file
        var path = Path.GetTempPath();
    }
}
