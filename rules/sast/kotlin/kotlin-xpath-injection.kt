@RestController
class Users(private val document: Document) {
    @GetMapping("/users")
    fun find(@RequestParam name: String): String {
        val xpath = XPathFactory.newInstance().newXPath()
        // ruleid: kotlin-xpath-injection
        val first = xpath.evaluate("/users/user[name='" + name + "']", document)
        // ruleid: kotlin-xpath-injection
        val second = XPathFactory.newInstance().newXPath().compile("/users/user[name='${name.trim()}']")
        // ruleid: kotlin-xpath-injection
        val third = dom.selectNodes("/users/user[@id='" + name + "']")
        byName(name)
        // ok: kotlin-xpath-injection
        val fixed = xpath.evaluate("/users/user", document)
        xpath.setXPathVariableResolver { name }
        // ok: kotlin-xpath-injection
        val variable = xpath.compile("/users/user[name=\$name]")
        val id = name.toInt()
        // ok: kotlin-xpath-injection
        val number = xpath.evaluate("/users/user[" + id + "]", document)
        // ok: kotlin-xpath-injection
        val pattern = formula.evaluate(name)
        return first
    }

    private fun byName(name: String) {
        // ruleid: kotlin-xpath-injection
        xPath.evaluate("/users/user[name='" + name + "']", document)
    }
}
