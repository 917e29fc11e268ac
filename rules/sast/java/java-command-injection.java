import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.*;

public class ToolServlet extends HttpServlet {
    private static final Map<String, String> TOOLS = Map.of("ping", "/bin/ping", "trace", "/bin/traceroute");

    @Override
    public void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String host = request.getParameter("host");
        // ruleid: java-command-injection
        Runtime.getRuntime().exec("ping -c 1 " + host);
        Runtime runtime = Runtime.getRuntime();
        String[] args = {"/bin/sh", "-c", "nslookup " + host};
        // ruleid: java-command-injection
        Process process = runtime.exec(args);
        String[] env = {"LD_PRELOAD=" + host};
        // ruleid: java-command-injection
        runtime.exec("id", env);
        // ruleid: java-command-injection
        new ProcessBuilder("sh", "-c", "dig " + host).start();
        List<String> command = new ArrayList<String>();
        command.add("sh");
        command.add("-c");
        command.add("echo " + request.getHeader("X-Text"));
        // ruleid: java-command-injection
        ProcessBuilder builder = new ProcessBuilder(command);
        // ruleid: java-command-injection
        builder.command(command);
    }

    @PostMapping("/convert")
    public void convert(@RequestParam String size) throws IOException {
        StringBuilder line = new StringBuilder("convert in.png -resize ");
        switch (size.length()) {
            case 0:
                line.append("10x10");
                break;
            default:
                line.append(size);
        }
        // ruleid: java-command-injection
        Runtime.getRuntime().exec(line.toString());
    }

    void safe(HttpServletRequest request) throws IOException {
        int count = Integer.parseInt(request.getParameter("count"));
        // ok: java-command-injection
        Runtime.getRuntime().exec("ping -c " + count + " example.org");
        // ok: java-command-injection
        new ProcessBuilder(TOOLS.get(request.getParameter("tool")), "example.org").start();
        String action = request.getParameter("action");
        if (!Arrays.asList("start", "stop").contains(action)) {
            return;
        }
        // ok: java-command-injection
        Runtime.getRuntime().exec("systemctl " + action + " web");
        // ok: java-command-injection
        executor.exec(request.getParameter("task"));
    }

    void backup(String folder) throws IOException {
        // ok: java-command-injection
        new ProcessBuilder("tar", "czf", folder).start();
    }
}

// Across functions of the file.

class Runner {
    static void run(String line) throws IOException {
        // ruleid: java-command-injection
        Runtime.getRuntime().exec(line);
    }

    void handle(HttpServletRequest request) throws IOException {
        run("whois " + request.getParameter("domain"));
    }

    void environment(javax.servlet.http.HttpServletRequest request) throws Exception {
        String value = request.getParameter("value");
        ProcessBuilder builder = new ProcessBuilder("ls");
        // ruleid: java-command-injection
        builder.environment().put("LD_PRELOAD", value);
        // ok: java-command-injection
        builder.environment().put("LINES", String.valueOf(Integer.parseInt(value)));
        // ruleid: java-command-injection
        Runtime.getRuntime().exec(new String[] {"sh", "-c", "echo " + value});
    }
}
class ToolActivity extends Activity {
    void run() throws Exception {
        // ruleid: java-command-injection
        Runtime.getRuntime().exec("ls " + getIntent().getStringExtra("folder"));
        // ok: java-command-injection
        Runtime.getRuntime().exec("ls " + getFilesDir());
    }
}

class Commons {
    void run(HttpServletRequest request) throws Exception {
        // ruleid: java-command-injection
        org.apache.commons.exec.CommandLine line = org.apache.commons.exec.CommandLine.parse("ls " + request.getParameter("folder"));
        new org.apache.commons.exec.DefaultExecutor().execute(line);
    }
}
