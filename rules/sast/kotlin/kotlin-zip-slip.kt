fun bad(zip: ZipInputStream, folder: File) {
    var entry = zip.nextEntry
    while (entry != null) {
        // ruleid: kotlin-zip-slip
        val file = File(folder, entry.name)
        file.outputStream().use { zip.copyTo(it) }
        entry = zip.nextEntry
    }
}

fun others(archive: ZipFile, folder: File, target: Path) {
    for (zipEntry in archive.entries()) {
        // ruleid: kotlin-zip-slip
        val first = folder.resolve(zipEntry.name)
        val name = zipEntry.name
        // ruleid: kotlin-zip-slip
        FileOutputStream("/srv/" + name).use { it.write(1) }
        // ruleid: kotlin-zip-slip
        val third = Paths.get("/srv", zipEntry.getName())
    }
}

fun fine(archive: ZipFile, folder: File) {
    for (entry in archive.entries()) {
        // ok: kotlin-zip-slip
        val file = File(folder, File(entry.name).name)
        // ok: kotlin-zip-slip
        println(entry.name)
        // ok: kotlin-zip-slip
        val fixed = File(folder, "data.txt")
        val name = entry.name
        if (name.contains("..")) {
            throw IllegalArgumentException("name")
        }
        // ok: kotlin-zip-slip
        val checked = File(folder, name)
    }
}
