import io.ktor.server.application.*
import org.springframework.web.bind.annotation.*
import java.io.File
import java.nio.file.Paths

@RestController
class Files {
    @GetMapping("/files/{name}")
    fun read(@PathVariable name: String): String {
        // ruleid: kotlin-path-traversal
        val text = File("/var/data/" + name).readText()
        // ruleid: kotlin-path-traversal
        val other = File(folder, name).readBytes()
        // ruleid: kotlin-path-traversal
        Paths.get("/var/data", name)
        save(name)
        // ok: kotlin-path-traversal
        val base = File(folder, File(name).name)
        // ok: kotlin-path-traversal
        val fixed = File("/etc/hosts").readText()
        return text
    }

    private fun save(name: String) {
        // ruleid: kotlin-path-traversal
        FileOutputStream("/var/data/" + name).use { it.write(1) }
    }

    @GetMapping("/numbers/{id}")
    fun number(@PathVariable id: Long): String {
        // ok: kotlin-path-traversal
        return File("/var/data/" + id).readText()
    }

    @GetMapping("/checked/{name}")
    fun checked(@PathVariable name: String): String {
        if (name.contains("..")) {
            throw IllegalArgumentException("name")
        }
        // ok: kotlin-path-traversal
        return File("/var/data/" + name).readText()
    }
}

fun Application.files() {
    routing {
        get("/download") {
            val name = call.request.queryParameters["file"]!!
            // ruleid: kotlin-path-traversal
            call.respondFile(File("/srv/" + name))
        }
    }
}

fun own(name: String) {
    // ok: kotlin-path-traversal
    File(name).delete()
}
