import java.util.List;
import javax.servlet.http.*;
import org.springframework.web.cors.CorsConfiguration;

class Cors {
    CorsConfiguration bad() {
        CorsConfiguration config = new CorsConfiguration();
        config.setAllowCredentials(true);
        // ruleid: spring-cors-any-origin
        config.addAllowedOriginPattern("*");
        return config;
    }

    void filter(HttpServletRequest request, HttpServletResponse response) {
        // ruleid: spring-cors-any-origin
        response.setHeader("Access-Control-Allow-Origin", request.getHeader("Origin"));
        // ok: spring-cors-any-origin
        response.setHeader("Access-Control-Allow-Origin", "https://example.org");
        // ok: spring-cors-any-origin
        response.setHeader("Vary", request.getHeader("Origin"));
    }

    CorsConfiguration good() {
        CorsConfiguration config = new CorsConfiguration();
        config.setAllowCredentials(true);
        // ok: spring-cors-any-origin
        config.setAllowedOrigins(List.of("https://example.org"));
        return config;
    }

    CorsConfiguration open() {
        CorsConfiguration config = new CorsConfiguration();
        // ok: spring-cors-any-origin
        config.addAllowedOrigin("*");
        return config;
    }
}
class Credentials {
    // ruleid: spring-cors-any-origin
    @CrossOrigin(origins = "*", allowCredentials = "true")
    @GetMapping("/me")
    Object me() { return user(); }

    // ok: spring-cors-any-origin
    @CrossOrigin(origins = "https://shop.example.org", allowCredentials = "true")
    @GetMapping("/cart")
    Object cart() { return basket(); }
}
