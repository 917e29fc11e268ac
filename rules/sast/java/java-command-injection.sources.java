// What further libraries and methods do with the value.
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Case027 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-command-injection
        Runtime.getRuntime().exec("ls " + request.getContentType());
    }
}

class Case031 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-command-injection
        Runtime.getRuntime().exec("ls " + request.getRequestedSessionId());
    }
}
