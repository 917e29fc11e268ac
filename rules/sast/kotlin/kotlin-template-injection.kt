@RestController
class Mail(private val templateEngine: TemplateEngine) {
    @PostMapping("/preview")
    fun preview(@RequestParam text: String): String {
        // ruleid: kotlin-template-injection
        val first = Template("mail", StringReader(text), configuration)
        // ruleid: kotlin-template-injection
        Velocity.evaluate(context, writer, "mail", text)
        // ruleid: kotlin-template-injection
        val third = handlebars.compileInline("Hello " + text)
        other(text)
        // ok: kotlin-template-injection
        val fixed = Template("mail", StringReader("Hello \${name}"), configuration)
        // ok: kotlin-template-injection
        val named = configuration.getTemplate("mail.ftl")
        // ok: kotlin-template-injection
        fixed.process(mapOf("name" to text), writer)
        // ok: kotlin-template-injection
        handlebars.compileInline("Hello {{name}}").apply(text)
        return writer.toString()
    }

    private fun other(text: String) {
        // ruleid: kotlin-template-injection
        templateEngine.process(text, context)
    }
}
