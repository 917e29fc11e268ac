import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.Set;
import javax.servlet.http.*;
import org.apache.http.client.methods.HttpGet;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.RestTemplate;

@RestController
public class FetchController {
    private static final Set<String> ALLOWED = Set.of("api.example.org");
    private final RestTemplate rest = new RestTemplate();

    @GetMapping("/fetch")
    public byte[] fetch(@RequestParam String url) throws Exception {
        // ruleid: java-ssrf
        byte[] first = new URL(url).openStream().readAllBytes();
        URL target = new URL("http://" + url + ":8080/");
        // ruleid: java-ssrf
        target.openConnection().connect();
        // ruleid: java-ssrf
        String body = rest.getForObject(url, String.class);
        // ruleid: java-ssrf
        HttpRequest request = HttpRequest.newBuilder().uri(URI.create(url)).GET().build();
        // ruleid: java-ssrf
        HttpGet get = new HttpGet("https://" + url);
        return first;
    }

    @GetMapping("/safe")
    public String safe(@RequestParam String id, @RequestParam String url) throws Exception {
        // ok: java-ssrf
        String first = rest.getForObject("https://api.example.org/users/" + id, String.class);
        // ok: java-ssrf
        String second = rest.getForObject("https://api.example.org/users/{id}", String.class, id);
        URL target = new URL(url);
        if (!ALLOWED.contains(target.getHost())) {
            throw new IllegalArgumentException("host");
        }
        // ok: java-ssrf
        target.openStream();
        return first + second;
    }

    void own(String address) throws Exception {
        // ok: java-ssrf
        new URL(address).openStream();
    }
}

// Across functions of the file.

class Loader {
    private byte[] load(String address) throws Exception {
        // ruleid: java-ssrf
        return new URL(address).openStream().readAllBytes();
    }

    void handle(HttpServletRequest request) throws Exception {
        load(request.getParameter("feed"));
    }

    void fullNames(javax.servlet.http.HttpServletRequest request) {
        String address = request.getParameter("address");
        // ruleid: java-ssrf
        new org.springframework.web.client.RestTemplate().getForObject(address, String.class);
        // ruleid: java-ssrf
        java.net.http.HttpRequest.newBuilder(java.net.URI.create(address)).build();
        // ok: java-ssrf
        new org.springframework.web.client.RestTemplate().getForObject("https://api.example.com/items/{id}", String.class, address);
    }

    @GetMapping("/named")
    public Object named(@RequestParam String url) throws Exception {
        // ruleid: java-ssrf
        Object page = org.jsoup.Jsoup.connect(url).get();
        // ruleid: java-ssrf
        return new org.apache.http.client.methods.HttpGet(url);
    }
}
