using System.IO;
using Microsoft.AspNetCore.Mvc;

public class FilesController : Controller
{
    private readonly string _root = "/srv/files";

    public IActionResult Download(string name)
    {
        // ruleid: csharp-path-traversal
        var bytes = System.IO.File.ReadAllBytes(Path.Combine(_root, name));
        // ruleid: csharp-path-traversal
        using var stream = new FileStream("uploads/" + Request.Query["file"], FileMode.Open);
        var path = $"{_root}/{Request.Form["folder"]}/index.txt";
        // ruleid: csharp-path-traversal
        System.IO.File.WriteAllText(path, "x");
        // ruleid: csharp-path-traversal
        return PhysicalFile(Path.Combine(_root, name), "application/pdf");
    }

    [HttpPost]
    public async Task<IActionResult> Upload(IFormFile file)
    {
        var target = Path.Combine(_root, file.FileName);
        // ruleid: csharp-path-traversal
        using var stream = new FileStream(target, FileMode.Create);
        await file.CopyToAsync(stream);
        return Ok();
    }

    [HttpDelete]
    public IActionResult Remove(string name)
    {
        Delete(Path.Combine(_root, name));
        return NoContent();
    }

    private void Delete(string path)
    {
        // ruleid: csharp-path-traversal
        System.IO.File.Delete(path);
    }

    public IActionResult Safe(string name, int id, IFormFile upload)
    {
        // ok: csharp-path-traversal
        var bytes = System.IO.File.ReadAllBytes(Path.Combine(_root, Path.GetFileName(name)));
        // ok: csharp-path-traversal
        var text = System.IO.File.ReadAllText(Path.Combine(_root, id + ".txt"));
        // ok: csharp-path-traversal
        using var stream = new FileStream(Path.Combine(_root, Path.GetRandomFileName()), FileMode.Create);
        // ok: csharp-path-traversal
        System.IO.File.WriteAllText("/srv/notes.txt", name);
        var full = Path.GetFullPath(Path.Combine(_root, name));
        if (!full.StartsWith(_root + Path.DirectorySeparatorChar))
        {
            return NotFound();
        }
        // ok: csharp-path-traversal
        return PhysicalFile(full, "application/pdf");
    }
}
