using System.Xml;

public class Documents
{
    public XmlDocument Read(string path)
    {
        var settings = new XmlReaderSettings();
        // ruleid: csharp-xxe
        settings.DtdProcessing = DtdProcessing.Parse;
        var document = new XmlDocument();
        // ruleid: csharp-xxe
        document.XmlResolver = new XmlUrlResolver();
        // ruleid: csharp-xxe
        var other = new XmlReaderSettings { IgnoreComments = true, DtdProcessing = DtdProcessing.Parse };
        var old = new XmlTextReader(path);
        // ruleid: csharp-xxe
        old.ProhibitDtd = false;
        document.Load(XmlReader.Create(path, settings));
        return document;
    }

    public XmlDocument Good(string path)
    {
        // ok: csharp-xxe
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        // ok: csharp-xxe
        settings.DtdProcessing = DtdProcessing.Ignore;
        // ok: csharp-xxe
        var document = new XmlDocument { XmlResolver = null };
        // ok: csharp-xxe
        document.XmlResolver = null;
        document.Load(XmlReader.Create(path, settings));
        return document;
    }
}
