fun bad(file: File, path: Path) {
    // ruleid: kotlin-world-writable-file
    file.setWritable(true, false)
    // ruleid: kotlin-world-writable-file
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"))
    // ruleid: kotlin-world-writable-file
    Files.setPosixFilePermissions(path, setOf(PosixFilePermission.OTHERS_WRITE))
    // ruleid: kotlin-world-writable-file
    val attribute = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-rw-rw-"))
}

fun fine(file: File, path: Path) {
    // ok: kotlin-world-writable-file
    file.setWritable(true, true)
    // ok: kotlin-world-writable-file
    file.setWritable(true)
    // ok: kotlin-world-writable-file
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"))
    // ok: kotlin-world-writable-file
    Files.setPosixFilePermissions(path, setOf(PosixFilePermission.OWNER_WRITE))
}
