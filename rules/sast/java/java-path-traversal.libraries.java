// What further libraries and methods do with the value.
import java.io.File;
import java.io.FileInputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.jar.JarFile;
import java.util.logging.FileHandler;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.FilenameUtils;
import org.springframework.core.io.PathResource;
import org.springframework.core.io.ResourceLoader;

class Case088 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-path-traversal
        new PrintWriter("/data/" + given, "UTF-8");
    }
}

class Case089 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-path-traversal
        new PrintStream("/data/" + given);
    }
}

class Case095 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-path-traversal
        Path p = Path.of("/data/x").resolveSibling(given);
    }
}

class Case097 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        FileSystem fs = FileSystems.getDefault();
        // ruleid: java-path-traversal
        Path p = fs.getPath("/data/" + given);
    }
}

class Case100 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-path-traversal
        new JarFile("/data/" + given);
    }
}

class Case101 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-path-traversal
        new FileHandler("/data/" + given);
    }
}

class Case105 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-path-traversal
        FileUtils.getFile("/data", given);
    }
}

class Case107 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-path-traversal
        new PathResource("/data/" + given).getInputStream();
    }
}

class Case109 {
    private ResourceLoader rl;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-path-traversal
        rl.getResource("file:/data/" + given).getInputStream();
    }
}

class Case115 extends HttpServlet {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-path-traversal
        getClass().getResourceAsStream("/data/" + given);
    }
}

class Case116 extends HttpServlet {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-path-traversal
        getClass().getClassLoader().getResourceAsStream("data/" + given);
    }
}

class Case117 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-path-traversal
        Thread.currentThread().getContextClassLoader().getResourceAsStream("data/" + given);
    }
}

class Case121 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-path-traversal
        request.getPart("f").write("/data/" + given);
    }
}

class Case136 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        new FileInputStream("/data/" + FilenameUtils.getName(given));
    }
}

class Case137 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        new FileInputStream("/data/" + new File(given).getName());
    }
}

class Case138 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        new FileInputStream("/data/" + Paths.get(given).getFileName());
    }
}

class Case139 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        Path b = Paths.get("/data");
        Path p = b.resolve(given).normalize();
        if (!p.startsWith(b)) throw new ServletException("no");
        Files.readAllBytes(p);
    }
}

class Case140 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        File b = new File("/data");
        File f = new File(b, given);
        if (!f.getCanonicalPath().startsWith(b.getCanonicalPath() + File.separator)) throw new ServletException("no");
        new FileInputStream(f);
    }
}
