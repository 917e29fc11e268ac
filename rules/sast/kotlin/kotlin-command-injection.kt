import io.ktor.server.application.*
import org.springframework.web.bind.annotation.*

@RestController
class Tools {
    @GetMapping("/ping")
    fun ping(@RequestParam host: String): String {
        // ruleid: kotlin-command-injection
        Runtime.getRuntime().exec("ping -c 1 " + host)
        // ruleid: kotlin-command-injection
        val process = ProcessBuilder("sh", "-c", "ping -c 1 " + host).start()
        // ruleid: kotlin-command-injection
        ProcessBuilder(listOf("bash", "-c", "dig ${host.lowercase()}")).start()
        lookup(host)
        // ok: kotlin-command-injection
        ProcessBuilder("ping", "-c", "1", host).start()
        // ok: kotlin-command-injection
        ProcessBuilder(listOf("ping", "-c", "1", host)).start()
        // ok: kotlin-command-injection
        Runtime.getRuntime().exec("uptime")
        return process.toString()
    }

    private fun lookup(host: String) {
        // ruleid: kotlin-command-injection
        Runtime.getRuntime().exec("dig " + host)
    }
}

fun Application.tools() {
    routing {
        post("/run") {
            val tool = call.receiveText()
            // ruleid: kotlin-command-injection
            ProcessBuilder(tool).start()
            val number = call.request.queryParameters["n"]!!.toInt()
            // ok: kotlin-command-injection
            ProcessBuilder("sh", "-c", "head -n " + number).start()
        }
    }
}

fun own(tool: String) {
    // ok: kotlin-command-injection
    ProcessBuilder(tool, "-v").start()
}
class ToolActivity : Activity() {
    fun run() {
        // ruleid: kotlin-command-injection
        Runtime.getRuntime().exec("sh -c " + intent.getStringExtra("script"))
        // ok: kotlin-command-injection
        Runtime.getRuntime().exec("ls " + filesDir)
    }
}

@RestController
class Rows {
    @GetMapping("/rows")
    fun rows(@RequestParam name: String) {
        // ok: kotlin-command-injection
        TransactionManager.current().exec("SELECT * FROM users WHERE name = '$name'")
    }
}
