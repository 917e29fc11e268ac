import io.ktor.client.*
import org.springframework.web.bind.annotation.*
import java.net.URL

@RestController
class Proxy(private val restTemplate: RestTemplate) {
    @GetMapping("/fetch")
    fun fetch(@RequestParam target: String): String {
        // ruleid: kotlin-ssrf
        val text = URL(target).readText()
        // ruleid: kotlin-ssrf
        val other = restTemplate.getForObject("http://" + target + "/status", String::class.java)
        // ruleid: kotlin-ssrf
        val request = Request.Builder().url(target).build()
        load(target)
        // ok: kotlin-ssrf
        val fixed = URL("https://example.com/").readText()
        // ok: kotlin-ssrf
        restTemplate.getForObject("https://example.com/users/{name}", String::class.java, target)
        if (target !in HOSTS) throw IllegalArgumentException("target")
        // ok: kotlin-ssrf
        val checked = URL(target).readText()
        return text
    }

    private fun load(target: String) {
        // ruleid: kotlin-ssrf
        Jsoup.connect(target).get()
    }
}

fun Application.proxy(client: HttpClient) {
    routing {
        get("/proxy") {
            val target = call.request.queryParameters["url"]!!
            // ruleid: kotlin-ssrf
            client.get(target)
        }
    }
}

fun own(target: String) {
    // ok: kotlin-ssrf
    URL(target).readText()
}
