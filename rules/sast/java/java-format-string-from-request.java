import javax.servlet.http.HttpServletRequest;

class Formats {
    void show(HttpServletRequest request, java.io.PrintStream out) {
        String name = request.getParameter("name");
        // ruleid: java-format-string-from-request
        String a = String.format(name);
        // ruleid: java-format-string-from-request
        out.printf("Hello " + name + "\n");
        // ruleid: java-format-string-from-request
        String b = String.format("Hello " + name + " you are number %d", 3);
        more(name, out);
        // ok: java-format-string-from-request
        String c = String.format("Hello %s", name);
        // ok: java-format-string-from-request
        out.printf("%s%n", name);
        // ok: java-format-string-from-request
        out.println(name);
        // ok: java-format-string-from-request
        String d = String.format("%" + Integer.parseInt(name) + "d", 3);
    }

    void more(String text, java.io.PrintStream out) {
        // ruleid: java-format-string-from-request
        out.format(text, 1);
    }
}
