import java.io.File
import java.nio.file.*

fun once(file: File, text: String) {
    if (!file.exists()) {
        // ruleid: kotlin-file-check-before-use
        file.writeText(text)
    }
}

fun remove(file: File) {
    // ruleid: kotlin-file-check-before-use
    if (file.exists()) file.delete()
}

fun paths(path: Path) {
    if (Files.exists(path) && depth(path) > 2) {
        try {
            // ruleid: kotlin-file-check-before-use
            Files.delete(path)
        } catch (e: NoSuchFileException) {
        }
    }
    if (Files.notExists(path)) {
        // ruleid: kotlin-file-check-before-use
        Files.createFile(path)
    }
}

fun stream(file: File): Any? {
    if (file.canWrite()) {
        // ruleid: kotlin-file-check-before-use
        return FileOutputStream(file)
    }
    return null
}

fun tree(folder: File) {
    if (folder.exists()) {
        // ruleid: kotlin-file-check-before-use
        folder.deleteRecursively()
    }
}

fun atOnce(path: Path, data: ByteArray) {
    // ok: kotlin-file-check-before-use
    Files.deleteIfExists(path)
    // ok: kotlin-file-check-before-use
    Files.write(path, data, StandardOpenOption.CREATE_NEW)
}

fun other(file: File, target: File) {
    if (file.exists()) {
        // ok: kotlin-file-check-before-use
        target.delete()
    }
}

fun folder(folder: File) {
    if (!folder.exists()) {
        // ok: kotlin-file-check-before-use
        folder.mkdirs()
    }
}

fun read(file: File): String {
    if (file.exists()) {
        // ok: kotlin-file-check-before-use
        return file.readText()
    }
    return ""
}
