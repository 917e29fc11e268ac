using System.IO;

class Store
{
    void Once(string path, string text)
    {
        if (!File.Exists(path))
        {
            // ruleid: csharp-file-check-before-use
            File.WriteAllText(path, text);
        }
    }

    void Remove(string path)
    {
        // ruleid: csharp-file-check-before-use
        if (File.Exists(path)) File.Delete(path);
    }

    Stream Guarded(string path)
    {
        if (File.Exists(path))
        {
            throw new IOException("exists");
        }
        // ruleid: csharp-file-check-before-use
        return new FileStream(path, FileMode.Create);
    }

    void Nested(string path)
    {
        if (File.Exists(path) && path.EndsWith(".tmp"))
        {
            try
            {
                // ruleid: csharp-file-check-before-use
                File.Delete(path);
            }
            catch (IOException)
            {
            }
        }
    }

    void Early(string path)
    {
        if (File.Exists(path))
        {
            return;
        }
        // ruleid: csharp-file-check-before-use
        using var writer = new StreamWriter(path);
    }

    Stream Exclusive(string path)
    {
        if (!File.Exists(path))
        {
            // ok: csharp-file-check-before-use
            return new FileStream(path, FileMode.CreateNew);
        }
        return null;
    }

    string Read(string path)
    {
        if (File.Exists(path))
        {
            // ok: csharp-file-check-before-use
            return File.ReadAllText(path);
        }
        return "";
    }

    void Other(string path, string target)
    {
        if (File.Exists(path))
        {
            // ok: csharp-file-check-before-use
            File.Delete(target);
        }
    }

    void AtOnce(string path)
    {
        // ok: csharp-file-check-before-use
        File.Delete(path);
    }
}
