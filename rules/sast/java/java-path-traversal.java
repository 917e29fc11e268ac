import java.io.*;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import javax.servlet.http.*;
import org.apache.commons.io.FilenameUtils;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.multipart.MultipartFile;

public class FileServlet extends HttpServlet {
    static final String ROOT = "/srv/files/";

    @Override
    public void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getParameter("name");
        // ruleid: java-path-traversal
        File file = new File(ROOT + name);
        // It was reported where it was made.
        // ok: java-path-traversal
        FileInputStream in = new FileInputStream(file);
        String header = request.getHeader("X-File");
        // ruleid: java-path-traversal
        FileOutputStream out = new FileOutputStream(ROOT + header, false);
        // ruleid: java-path-traversal
        byte[] bytes = Files.readAllBytes(Paths.get(ROOT + header));
        // ruleid: java-path-traversal
        new java.io.RandomAccessFile(String.format("%s/%s", ROOT, header), "r");
    }

    @PostMapping("/upload")
    public void upload(@RequestParam("file") MultipartFile file) throws IOException {
        String name = file.getOriginalFilename();
        // ruleid: java-path-traversal
        File target = new File(ROOT, name);
    }

    @GetMapping("/files/{name}")
    public Resource get(@PathVariable("name") String name) {
        if (name == null) {
            return null;
        }
        // ruleid: java-path-traversal
        return new FileSystemResource(ROOT + name);
    }

    void safe(HttpServletRequest request) throws IOException {
        String name = FilenameUtils.getName(request.getParameter("name"));
        // ok: java-path-traversal
        File file = new File(ROOT + name);
        // ok: java-path-traversal
        File other = new File(ROOT + Integer.parseInt(request.getParameter("id")) + ".txt");
        // ok: java-path-traversal
        FileWriter writer = new FileWriter("/var/spool/inbox.txt");
        writer.write(request.getParameter("text"));
    }

    void safeChecked(HttpServletRequest request) throws IOException {
        String name = request.getParameter("name");
        if (name.contains("..") || name.contains("/")) {
            throw new IOException("bad name");
        }
        if (name.contains("..")) {
            throw new IOException("bad name");
        }
        // ok: java-path-traversal
        File file = new File(ROOT + name);
    }

    void load(String config) throws IOException {
        // ok: java-path-traversal
        FileInputStream in = new FileInputStream(config);
    }
}

// Across functions of the file.

class Store {
    File find(String name) {
        // ruleid: java-path-traversal
        return new File("/srv/store/" + name);
    }

    void handle(HttpServletRequest request) {
        find(request.getParameter("name")).delete();
    }

    void partsOfPaths(javax.servlet.http.HttpServletRequest request) throws Exception {
        String folder = request.getParameter("folder");
        // ruleid: java-path-traversal
        java.io.File index = new java.io.File(folder, "/index.html");
        // ruleid: java-path-traversal
        new java.io.PrintWriter("/srv/notes/" + folder);
        // ruleid: java-path-traversal
        request.getServletContext().getResourceAsStream("/WEB-INF/" + folder);
        // ok: java-path-traversal
        java.io.File own = new java.io.File("/srv", "index-" + folder.length());
    }
}
class Separators {
    void flat(HttpServletRequest request) throws Exception {
        String name = request.getParameter("name");
        // ok: java-path-traversal
        new FileInputStream("/data/" + name.replace('/', '#'));
        // ruleid: java-path-traversal
        new FileInputStream("/data/" + name.replace("../", ""));
    }
}
class CheckedBehind extends HttpServlet {
    void canonical(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String name = request.getParameter("name");
        // ok: java-path-traversal
        File file = new File("/data", name);
        if (!file.getCanonicalPath().startsWith("/data/")) {
            response.sendError(403);
            return;
        }
        new FileInputStream(file);
    }

    void unchecked(HttpServletRequest request) throws Exception {
        String name = request.getParameter("name");
        // ruleid: java-path-traversal
        File file = new File("/data", name);
        if (!file.exists()) {
            return;
        }
    }

    void context(HttpServletRequest request) throws Exception {
        String name = request.getParameter("name");
        // The path alone opens nothing.
        // ok: java-path-traversal
        String real = getServletContext().getRealPath(name);
        // ruleid: java-path-traversal
        File page = new File(real);
        // ok: java-path-traversal
        Files.copy(page.toPath(), System.out);
        // ruleid: java-path-traversal
        getServletContext().getResourceAsStream(name);
        // ok: java-path-traversal
        getServletContext().log(name);
        // ok: java-path-traversal
        getServletContext().getMimeType(name);
    }
}

class Addresses {
    void relative(HttpServletRequest request, java.net.URI baseUri, java.nio.file.Path folder) throws Exception {
        // ok: java-path-traversal
        baseUri.resolve(request.getParameter("next"));
        // ruleid: java-path-traversal
        folder.resolve(request.getParameter("name"));
        // ok: java-path-traversal
        folder.resolve(Strings.lastPathComponent(request.getParameter("name"), '/'));
    }
}
