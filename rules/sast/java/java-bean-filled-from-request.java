import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.apache.commons.beanutils.BeanUtils;

class Forms {
    void fill(HttpServletRequest request, User user, ObjectMapper mapper) throws Exception {
        // ruleid: java-bean-filled-from-request
        BeanUtils.populate(user, request.getParameterMap());
        Map<String, String[]> values = request.getParameterMap();
        // ruleid: java-bean-filled-from-request
        BeanUtils.populate(user, values);
        // ruleid: java-bean-filled-from-request
        User other = mapper.convertValue(values, User.class);
        copy(user, values);
        // ok: java-bean-filled-from-request
        user.setName(request.getParameter("name"));
        Map<String, String> own = new HashMap<>();
        own.put("name", request.getParameter("name"));
        // ok: java-bean-filled-from-request
        BeanUtils.populate(user, own);
        // ok: java-bean-filled-from-request
        BeanUtils.copyProperties(user, template());
        // ok: java-bean-filled-from-request
        log.info("parameters: {}", values.size());
    }

    void copy(User user, Map<String, String[]> map) throws Exception {
        // ruleid: java-bean-filled-from-request
        BeanUtils.populate(user, map);
    }
}
