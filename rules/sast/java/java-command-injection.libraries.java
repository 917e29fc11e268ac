// What further libraries and methods do with the value.
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;
import org.zeroturnaround.exec.ProcessExecutor;

class Case007 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        ProcessBuilder pb = new ProcessBuilder();
        // ruleid: java-command-injection
        pb.command().add(given);
        pb.start();
    }
}

class Case008 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        ProcessBuilder pb = new ProcessBuilder();
        List<String> l = pb.command();
        // ruleid: java-command-injection
        l.add(given);
        pb.start();
    }
}

class Case009 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        ProcessBuilder pb = new ProcessBuilder("ls");
        Map<String, String> env = pb.environment();
        // ruleid: java-command-injection
        env.put("LD_PRELOAD", given);
        pb.start();
    }
}

class Case010 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-command-injection
        new ProcessExecutor().command("sh", "-c", given).execute();
    }
}

class Case011 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-command-injection
        new ProcessExecutor().commandSplit(given).execute();
    }
}

class Case012 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-command-injection
        new ProcessExecutor("sh", "-c", given).execute();
    }
}

class Case015 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        CommandLine c = new CommandLine("sh");
        c.addArgument("-c");
        // ruleid: java-command-injection
        c.addArgument(given, false);
        new DefaultExecutor().execute(c);
    }
}

class Case016 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        CommandLine c = new CommandLine("sh");
        // ruleid: java-command-injection
        c.addArguments(given);
        new DefaultExecutor().execute(c);
    }
}

class Case019 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-command-injection
        Runtime.class.getMethod("exec", String.class).invoke(Runtime.getRuntime(), given);
    }
}
