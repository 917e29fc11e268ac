import javax.xml.parsers.DocumentBuilderFactory

fun bad(input: InputStream) {
    // ruleid: kotlin-xxe
    val builder = DocumentBuilderFactory.newInstance().newDocumentBuilder()
    val factory = SAXParserFactory.newInstance()
    // ruleid: kotlin-xxe
    factory.newSAXParser().parse(input, handler)
    val stax = XMLInputFactory.newInstance()
    // ruleid: kotlin-xxe
    val reader = stax.createXMLStreamReader(input)
    // ruleid: kotlin-xxe
    val document = SAXBuilder().build(input)
}

fun fine(input: InputStream) {
    val factory = DocumentBuilderFactory.newInstance()
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true)
    // ok: kotlin-xxe
    val builder = factory.newDocumentBuilder()
    val stax = XMLInputFactory.newInstance()
    stax.setProperty(XMLInputFactory.SUPPORT_DTD, false)
    // ok: kotlin-xxe
    val reader = stax.createXMLStreamReader(input)
    // ok: kotlin-xxe
    val value = mapper.readValue(input, User::class.java)
    // ok: kotlin-xxe
    val pull = Xml.newPullParser()
}
