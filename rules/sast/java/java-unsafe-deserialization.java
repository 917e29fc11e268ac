import com.thoughtworks.xstream.XStream;
import java.io.ByteArrayInputStream;
import java.io.ObjectInputStream;
import java.util.Base64;
import javax.servlet.http.*;
import org.springframework.web.bind.annotation.*;
import org.yaml.snakeyaml.Yaml;
import com.fasterxml.jackson.databind.ObjectMapper;

public class StateServlet extends HttpServlet {
    @Override
    public void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-unsafe-deserialization
        ObjectInputStream in = new ObjectInputStream(request.getInputStream());
        Object value = in.readObject();
        byte[] bytes = Base64.getDecoder().decode(request.getParameter("state"));
        // ruleid: java-unsafe-deserialization
        Object other = new java.io.ObjectInputStream(new ByteArrayInputStream(bytes)).readObject();
        // ruleid: java-unsafe-deserialization
        Object decoded = new java.beans.XMLDecoder(request.getInputStream()).readObject();
        XStream xstream = new XStream();
        // ruleid: java-unsafe-deserialization
        xstream.fromXML(request.getReader());
    }

    @PostMapping("/yaml")
    public Object yaml(@RequestBody String body) {
        Yaml yaml = new Yaml();
        // ruleid: java-unsafe-deserialization
        return yaml.load(body);
    }

    void safe(HttpServletRequest request, byte[] cached) throws Exception {
        // ok: java-unsafe-deserialization
        Settings settings = new ObjectMapper().readValue(request.getInputStream(), Settings.class);
        // ok: java-unsafe-deserialization
        Object own = new ObjectInputStream(new ByteArrayInputStream(cached)).readObject();
        // ok: java-unsafe-deserialization
        config.load(request.getParameter("name"));
    }
}
class OtherFormats {
    void read(@RequestParam String data, HttpServletRequest request) throws Exception {
        // ruleid: java-unsafe-deserialization
        com.alibaba.fastjson.JSON.parseObject(data);
        // ruleid: java-unsafe-deserialization
        com.alibaba.fastjson.JSON.parse(request.getParameter("data"));
        // ruleid: java-unsafe-deserialization
        new com.caucho.hessian.io.Hessian2Input(request.getInputStream()).readObject();
        // ok: java-unsafe-deserialization
        com.alibaba.fastjson2.JSON.parseObject(data);
    }
}
