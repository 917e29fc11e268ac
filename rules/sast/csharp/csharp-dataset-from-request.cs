using System.Data;
using Microsoft.AspNetCore.Mvc;

public class ImportController : Controller
{
    public IActionResult Load(string text)
    {
        var set = new DataSet();
        // ruleid: csharp-dataset-from-request
        set.ReadXml(new StringReader(text));
        // ruleid: csharp-dataset-from-request
        set.ReadXml(Request.Body);
        var table = new DataTable();
        // ruleid: csharp-dataset-from-request
        table.ReadXmlSchema(new StringReader(Request.Form["schema"]));
        // ok: csharp-dataset-from-request
        set.ReadXml("settings.xml");
        // ok: csharp-dataset-from-request
        set.WriteXml(text);
        return Ok(Fill(text));
    }

    private DataTable Fill(string xml)
    {
        var table = new DataTable();
        // ruleid: csharp-dataset-from-request
        table.ReadXml(new StringReader(xml));
        return table;
    }

    internal void Own(Stream stream)
    {
        // ok: csharp-dataset-from-request
        new DataSet().ReadXml(stream);
        // ok: csharp-dataset-from-request
        var items = JsonSerializer.Deserialize<Item>(stream);
    }
}
