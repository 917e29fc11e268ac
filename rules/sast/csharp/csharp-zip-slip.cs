using System.IO;
using System.IO.Compression;

public static class Unpacker
{
    public static void Extract(ZipArchive archive, string folder)
    {
        foreach (var entry in archive.Entries)
        {
            // ruleid: csharp-zip-slip
            entry.ExtractToFile(Path.Combine(folder, entry.FullName), true);
            var target = folder + "/" + entry.FullName;
            // ruleid: csharp-zip-slip
            using var file = File.Create(target);
            // ok: csharp-zip-slip
            entry.ExtractToFile(Path.Combine(folder, Path.GetFileName(entry.FullName)));
            // ok: csharp-zip-slip
            entry.ExtractToFile(Path.Combine(folder, "fixed.txt"));
        }
    }

    public static void One(ZipArchiveEntry entry, string folder)
    {
        // ruleid: csharp-zip-slip
        using var stream = new FileStream($"{folder}/{entry.FullName}", FileMode.Create);
        Write(Path.Combine(folder, entry.FullName));
    }

    private static void Write(string path)
    {
        // ruleid: csharp-zip-slip
        File.WriteAllText(path, "");
    }

    public static void Checked(ZipArchive archive, string folder)
    {
        foreach (var entry in archive.Entries)
        {
            var target = Path.GetFullPath(Path.Combine(folder, entry.FullName));
            if (!target.StartsWith(folder))
            {
                throw new IOException(entry.FullName);
            }
            // ok: csharp-zip-slip
            entry.ExtractToFile(target);
        }
    }

    public static void Library(string archive, string folder)
    {
        // ok: csharp-zip-slip
        ZipFile.ExtractToDirectory(archive, folder);
    }
}
