@RestController
class Files {
    @GetMapping("/file")
    fun file(@RequestParam name: String, response: HttpServletResponse) {
        // ruleid: kotlin-header-injection
        response.setHeader("Content-Disposition", "attachment; filename=$name")
        // ruleid: kotlin-header-injection
        response.addHeader("X-Name", name)
    }

    @GetMapping("/entity")
    fun entity(@RequestParam name: String): ResponseEntity<String> {
        val value = "name=" + name.lowercase()
        // ruleid: kotlin-header-injection
        return ResponseEntity.ok().header("X-Name", value).body("")
    }

    @GetMapping("/safe")
    fun safe(@RequestParam name: String, @RequestParam page: Int, response: HttpServletResponse) {
        // ok: kotlin-header-injection
        response.setHeader("X-Name", URLEncoder.encode(name, "UTF-8"))
        // ok: kotlin-header-injection
        response.setHeader("X-Page", page.toString())
        // ok: kotlin-header-injection
        response.setHeader("X-Line", name.replace("\n", "").replace("\r", ""))
        // ok: kotlin-header-injection
        response.setHeader("X-Fixed", "1")
    }
}

fun Route.names() {
    get("/name") {
        val name = call.request.queryParameters["name"] ?: ""
        // ruleid: kotlin-header-injection
        call.response.header("X-Name", name)
        // ruleid: kotlin-header-injection
        call.response.headers.append("X-Other", name)
        // ok: kotlin-header-injection
        call.response.header("X-Encoded", name.encodeURLParameter())
    }
}
