import java.io.*;
import java.nio.file.*;

class Store {
    void once(File file) throws IOException {
        if (!file.exists()) {
            // ruleid: java-file-check-before-use
            file.createNewFile();
        }
    }

    boolean remove(File file) {
        if (file.exists() && file.isFile()) {
            // ruleid: java-file-check-before-use
            return file.delete();
        }
        return false;
    }

    void guarded(Path path, byte[] data) throws IOException {
        if (Files.isSymbolicLink(path)) {
            throw new IOException("link");
        }
        // ruleid: java-file-check-before-use
        Files.write(path, data);
    }

    OutputStream early(File file) throws IOException {
        if (file.exists()) {
            return null;
        }
        // ruleid: java-file-check-before-use
        return new FileOutputStream(file);
    }

    void paths(Path path) throws IOException {
        if (Files.exists(path)) {
            try {
                // ruleid: java-file-check-before-use
                Files.delete(path);
            } catch (NoSuchFileException ignored) {
            }
        }
        if (Files.notExists(path)) {
            // ruleid: java-file-check-before-use
            Files.createFile(path);
        }
    }

    void rights(File file) throws IOException {
        if (file.canWrite()) {
            // ruleid: java-file-check-before-use
            try (Writer writer = new FileWriter(file)) {
                writer.write("x");
            }
        }
    }

    void atOnce(Path path, byte[] data) throws IOException {
        // ok: java-file-check-before-use
        Files.deleteIfExists(path);
        // ok: java-file-check-before-use
        Files.write(path, data, StandardOpenOption.CREATE_NEW);
        // ok: java-file-check-before-use
        Files.createFile(path);
    }

    void other(File file, File target) {
        if (file.exists()) {
            // ok: java-file-check-before-use
            target.delete();
        }
    }

    void folder(File folder) {
        if (!folder.exists()) {
            // ok: java-file-check-before-use
            folder.mkdirs();
        }
    }

    String read(Path path) throws IOException {
        if (Files.exists(path)) {
            // ok: java-file-check-before-use
            return Files.readString(path);
        }
        return "";
    }
}
