import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

class Search {
    private static final Pattern WORD = Pattern.compile("\\w+");

    void find(HttpServletRequest request, String text) {
        String regex = request.getParameter("regex");
        // ruleid: java-regex-injection
        Pattern a = Pattern.compile(regex);
        // ruleid: java-regex-injection
        boolean b = text.matches(".*" + request.getHeader("X-Word") + ".*");
        // ruleid: java-regex-injection
        String c = text.replaceAll(regex, "x");
        by(text, regex);
        // ok: java-regex-injection
        Pattern d = Pattern.compile(Pattern.quote(regex));
        // ok: java-regex-injection
        boolean e = regex.matches("[a-z]+");
        // ok: java-regex-injection
        boolean f = WORD.matcher(regex).matches();
        // ok: java-regex-injection
        String g = text.replace(regex, "x");
        // ok: java-regex-injection
        Pattern h = Pattern.compile("a{" + Integer.parseInt(regex) + "}");
    }

    void by(String text, String expression) {
        // ruleid: java-regex-injection
        text.split(expression);
    }
}
