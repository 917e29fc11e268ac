import java.io.File;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

class Permissions {
    void bad(File file) {
        // ruleid: java-world-writable-file
        file.setWritable(true, false);
        // ruleid: java-world-writable-file
        Set<PosixFilePermission> first = PosixFilePermissions.fromString("rwxrwxrwx");
        // ruleid: java-world-writable-file
        first.add(PosixFilePermission.OTHERS_WRITE);
    }

    void good(File file) {
        // ok: java-world-writable-file
        file.setWritable(true);
        // ok: java-world-writable-file
        Set<PosixFilePermission> first = PosixFilePermissions.fromString("rwxr-x---");
        // ok: java-world-writable-file
        first.add(PosixFilePermission.OWNER_WRITE);
    }
}
