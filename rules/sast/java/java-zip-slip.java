import java.io.*;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

class Unzip {
    void bad(ZipInputStream zip, File target) throws IOException {
        ZipEntry entry;
        while ((entry = zip.getNextEntry()) != null) {
            File file = new File(target, entry.getName());
            // ruleid: java-zip-slip
            try (FileOutputStream out = new FileOutputStream(file)) {
                zip.transferTo(out);
            }
            Path path = target.toPath().resolve(entry.getName());
            // ruleid: java-zip-slip
            Files.copy(zip, path);
        }
    }

    void good(ZipInputStream zip, File target) throws IOException {
        ZipEntry entry;
        while ((entry = zip.getNextEntry()) != null) {
            File file = new File(target, entry.getName());
            if (!file.getCanonicalPath().startsWith(target.getCanonicalPath() + File.separator)) {
                throw new IOException("outside");
            }
            // ok: java-zip-slip
            Files.copy(zip, file.toPath());
            Path path = target.toPath().resolve(entry.getName()).normalize();
            if (!path.startsWith(target.toPath())) {
                throw new IOException("outside");
            }
            // ok: java-zip-slip
            Files.newOutputStream(path).close();
        }
    }

    void own(Path path) throws IOException {
        // ok: java-zip-slip
        Files.newOutputStream(path).close();
    }
}
