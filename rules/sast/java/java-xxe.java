import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.dom4j.io.SAXReader;
import org.w3c.dom.Document;

class Parsers {
    Document parse(InputStream in) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        // ruleid: java-xxe
        DocumentBuilder builder = factory.newDocumentBuilder();
        return builder.parse(in);
    }

    void sax(InputStream in) throws Exception {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        // ruleid: java-xxe
        SAXParser parser = factory.newSAXParser();
        parser.parse(in, handler);
        XMLInputFactory input = XMLInputFactory.newInstance();
        // ruleid: java-xxe
        XMLStreamReader reader = input.createXMLStreamReader(in);
        SAXReader sax = new SAXReader();
        // ruleid: java-xxe
        sax.read(in);
        // ruleid: java-xxe
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
    }

    Document safe(InputStream in) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // ok: java-xxe
        return factory.newDocumentBuilder().parse(in);
    }

    void safeStream(InputStream in) throws Exception {
        XMLInputFactory input = XMLInputFactory.newInstance();
        input.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        // ok: java-xxe
        input.createXMLStreamReader(in);
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        // ok: java-xxe
        factory.newSAXParser();
    }

    Document create() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        // ok: java-xxe
        return factory.newDocumentBuilder().newDocument();
    }

    void streamAtOnce(java.io.Reader reader) throws Exception {
        // ruleid: java-xxe
        javax.xml.stream.XMLInputFactory.newInstance().createXMLStreamReader(reader);
        // ruleid: java-xxe
        javax.xml.stream.XMLInputFactory.newFactory().createXMLEventReader(reader);
    }
}
class OtherReaders {
    void read(java.io.InputStream in) throws Exception {
        // ruleid: java-xxe
        new SAXReader().read(in);
        // ruleid: java-xxe
        new org.jdom2.input.SAXBuilder().build(in);
        SAXReader careful = new SAXReader();
        careful.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // ok: java-xxe
        careful.read(in);
        // ok: java-xxe
        new CsvReader().read(in);
    }

    Document resolved(InputSource source, EntityResolver none) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        // ok: java-xxe
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setEntityResolver(none);
        return builder.parse(source);
    }

    Object qualified(String body) throws Exception {
        var factory = javax.xml.stream.XMLInputFactory.newInstance();
        // ruleid: java-xxe
        return factory.createXMLStreamReader(new StringReader(body));
    }
}
