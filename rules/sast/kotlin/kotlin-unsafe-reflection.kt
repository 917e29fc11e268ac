@RestController
class Reports {
    @GetMapping("/run")
    fun run(@RequestParam name: String): Any {
        // ruleid: kotlin-unsafe-reflection
        return Class.forName("reports." + name).getDeclaredConstructor().newInstance()
    }

    @GetMapping("/call")
    fun call(@RequestParam method: String): Any? {
        val type = Report::class.java
        // ruleid: kotlin-unsafe-reflection
        return type.getMethod(method).invoke(Report())
    }

    @GetMapping("/load")
    fun load(@RequestParam name: String): Any {
        val clean = name.trim()
        // ruleid: kotlin-unsafe-reflection
        return javaClass.classLoader.loadClass(clean)
    }

    private fun make(name: String): Any =
        // ruleid: kotlin-unsafe-reflection
        Class.forName(name).newInstance()

    @GetMapping("/helper")
    fun helper(@RequestParam name: String) = make(name)

    @GetMapping("/safe")
    fun safe(@RequestParam name: String): Any {
        val type = when (name) {
            "daily" -> "reports.Daily"
            else -> "reports.Weekly"
        }
        // ok: kotlin-unsafe-reflection
        Class.forName(type)
        if (name !in ALLOWED) throw IllegalArgumentException()
        // ok: kotlin-unsafe-reflection
        Class.forName("reports.$name")
        // ok: kotlin-unsafe-reflection
        return Class.forName("reports.Monthly")
    }
}

fun Route.reports() {
    get("/report") {
        val name = call.request.queryParameters["name"]!!
        // ruleid: kotlin-unsafe-reflection
        Class.forName(name)
    }
}
