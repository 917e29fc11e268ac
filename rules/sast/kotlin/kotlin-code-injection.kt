@RestController
class Formula {
    @GetMapping("/formula")
    fun formula(@RequestParam text: String): Any? {
        val engine = ScriptEngineManager().getEngineByExtension("kts")
        // ruleid: kotlin-code-injection
        engine.eval(text)
        // ruleid: kotlin-code-injection
        val expression = SpelExpressionParser().parseExpression("'" + text + "'.length()")
        // ruleid: kotlin-code-injection
        GroovyShell().evaluate(text)
        create(text)
        // ok: kotlin-code-injection
        engine.eval("1 + 1")
        // ok: kotlin-code-injection
        val fixed = SpelExpressionParser().parseExpression("name.length()")
        // ok: kotlin-code-injection
        val type = Class.forName("com.example.User")
        if (text !in NAMES) throw IllegalArgumentException("text")
        // ok: kotlin-code-injection
        return Class.forName(text)
    }

    private fun create(name: String) {
        // ruleid: kotlin-code-injection
        Class.forName(name).getDeclaredConstructor().newInstance()
    }
}
