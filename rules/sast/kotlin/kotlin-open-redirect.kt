import io.ktor.server.application.*
import org.springframework.web.bind.annotation.*

@Controller
class Login {
    @GetMapping("/login")
    fun login(@RequestParam next: String, response: HttpServletResponse): String {
        // ruleid: kotlin-open-redirect
        response.sendRedirect(next)
        // ruleid: kotlin-open-redirect
        val view = RedirectView(next)
        // ok: kotlin-open-redirect
        response.sendRedirect("/users")
        // ok: kotlin-open-redirect
        response.sendRedirect(TARGETS[next])
        // ruleid: kotlin-open-redirect
        return "redirect:" + next
    }
}

fun Application.login() {
    routing {
        get("/back") {
            val next = call.request.queryParameters["next"]!!
            // ruleid: kotlin-open-redirect
            call.respondRedirect(next)
            // ok: kotlin-open-redirect
            call.respondRedirect("/home")
            if (next in KNOWN) {
                // ok: kotlin-open-redirect
                call.respondRedirect(next)
            }
        }
    }
}

fun own(response: HttpServletResponse, target: String) {
    // ok: kotlin-open-redirect
    response.sendRedirect(target)
}
