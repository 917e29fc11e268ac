import java.io.File
import java.nio.file.*

fun write(text: String) {
    // ruleid: kotlin-insecure-temp-file
    File("/tmp/report.txt").writeText(text)
    // ruleid: kotlin-insecure-temp-file
    FileOutputStream("/var/tmp/report.bin").use { it.write(1) }
    // ruleid: kotlin-insecure-temp-file
    Files.write(Paths.get("/tmp/a.txt"), text.toByteArray())
    // ruleid: kotlin-insecure-temp-file
    val folder = createTempDir()
    // ruleid: kotlin-insecure-temp-file
    FileOutputStream(File("/tmp/" + "report")).close()
}

fun safe(text: String) {
    // ok: kotlin-insecure-temp-file
    Files.createTempFile("report", ".txt").toFile().writeText(text)
    // ok: kotlin-insecure-temp-file
    Files.createTempDirectory("report")
    // ok: kotlin-insecure-temp-file
    File("/srv/tmp/report.txt").writeText(text)
    // ok: kotlin-insecure-temp-file
    kotlin.io.path.createTempFile("a", "b")
    // ok: kotlin-insecure-temp-file
    File.createTempFile("a", "b").writeText(text)
}
