import java.io.File;
import java.io.IOException;
import java.nio.file.Files;

class Temp {
    File bad() throws IOException {
        File folder = File.createTempFile("work", "");
        folder.delete();
        // ruleid: java-insecure-temp-file
        folder.mkdir();
        return folder;
    }

    File good() throws IOException {
        // ok: java-insecure-temp-file
        File folder = Files.createTempDirectory("work").toFile();
        File child = new File(folder, "child");
        // ok: java-insecure-temp-file
        child.mkdir();
        return folder;
    }
}
