import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Pages {
    private static final Map<String, String> KNOWN = Map.of("a", "/a.jsp");

    void show(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String page = request.getParameter("page");
        // ruleid: java-request-forwarded-to-input
        request.getRequestDispatcher(page).forward(request, response);
        // ruleid: java-request-forwarded-to-input
        getServletContext().getRequestDispatcher("/pages/" + page + ".jsp").include(request, response);
        forward(request, response, page);
        // ok: java-request-forwarded-to-input
        request.getRequestDispatcher("/index.jsp").forward(request, response);
        // ok: java-request-forwarded-to-input
        request.getRequestDispatcher(KNOWN.get(page)).forward(request, response);
        // ok: java-request-forwarded-to-input
        request.getRequestDispatcher("/" + Integer.parseInt(page) + ".jsp").forward(request, response);
        // ok: java-request-forwarded-to-input
        request.setAttribute("page", page);
        // ok: java-request-forwarded-to-input
        getServletContext().getRequestDispatcher("/list.jsp").include(request, response);
    }

    void tag(javax.servlet.jsp.PageContext pageContext, HttpServletRequest request) throws Exception {
        // ruleid: java-request-forwarded-to-input
        pageContext.include(request.getParameter("part"));
        // ok: java-request-forwarded-to-input
        pageContext.include("/part.jsp", true);
    }

    void forward(HttpServletRequest request, HttpServletResponse response, String target) throws Exception {
        // ruleid: java-request-forwarded-to-input
        request.getRequestDispatcher(target).forward(request, response);
    }

    ModelAndView view(@RequestParam("view") String view) {
        // ruleid: java-request-forwarded-to-input
        return new ModelAndView(view);
    }
}
