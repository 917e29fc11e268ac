using System.Xml.Xsl;

public class Styles
{
    public void Bad(XslCompiledTransform transform, string path)
    {
        // ruleid: csharp-xslt-scripts
        transform.Load(path, XsltSettings.TrustedXslt, new XmlUrlResolver());
        // ruleid: csharp-xslt-scripts
        var first = new XsltSettings(false, true);
        // ruleid: csharp-xslt-scripts
        var second = new XsltSettings { EnableScript = true };
        XsltSettings third = new XsltSettings();
        // ruleid: csharp-xslt-scripts
        third.EnableScript = true;
    }

    public void Good(XslCompiledTransform transform, string path)
    {
        // ok: csharp-xslt-scripts
        transform.Load(path);
        // ok: csharp-xslt-scripts
        transform.Load(path, XsltSettings.Default, null);
        // ok: csharp-xslt-scripts
        var first = new XsltSettings(false, false);
        // ok: csharp-xslt-scripts
        var second = new XsltSettings { EnableScript = false };
    }
}
