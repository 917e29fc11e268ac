import io.ktor.http.ContentType
import io.ktor.server.application.*

fun Application.pages() {
    routing {
        get("/hello") {
            val name = call.request.queryParameters["name"] ?: "you"
            // ruleid: kotlin-reflected-xss
            call.respondText("<h1>Hello " + name + "</h1>", ContentType.Text.Html)
            // ruleid: kotlin-reflected-xss
            call.respondText("<h1>${name.trim()}</h1>", contentType = ContentType.Text.Html)
            // ruleid: kotlin-reflected-xss
            call.respondText(ContentType.Text.Html) { "<p>" + name + "</p>" }
            // ok: kotlin-reflected-xss
            call.respondText("Hello " + name)
            // ok: kotlin-reflected-xss
            call.respondText("<h1>Hello " + name.escapeHTML() + "</h1>", ContentType.Text.Html)
            // ok: kotlin-reflected-xss
            call.respondText("<h1>Hello</h1>", ContentType.Text.Html)
            call.respondHtml {
                body {
                    // ok: kotlin-reflected-xss
                    p { +name }
                }
            }
        }
    }
}

class Page : HttpServlet() {
    override fun doGet(request: HttpServletRequest, response: HttpServletResponse) {
        val name = request.getParameter("name")
        // ruleid: kotlin-reflected-xss
        response.writer.println("<h1>Hello " + name + "</h1>")
        // ok: kotlin-reflected-xss
        response.writer.println("<h1>Hello " + HtmlUtils.htmlEscape(name) + "</h1>")
        // ok: kotlin-reflected-xss
        response.writer.println("<h1>" + name.length + "</h1>")
    }
}
