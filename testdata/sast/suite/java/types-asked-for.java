import java.util.Map;
import javax.servlet.http.HttpServletRequest;

class TypesAskedFor {
    private final HttpServletRequest kept;

    TypesAskedFor(HttpServletRequest kept) {
        this.kept = kept;
    }

    String all(HttpServletRequest near, javax.servlet.http.HttpServletRequest far, Map<String, Integer> map, Other other) {
        // ruleid: types-asked-for
        near.getHeader("a");
        // ruleid: types-asked-for
        far.getHeader("a");
        // ruleid: types-asked-for
        kept.getHeader("a");
        // ruleid: types-asked-for
        map.get("a");
        // ok: types-asked-for
        other.getHeader("a");
        // ok: types-asked-for
        near.getMethod();
        var mine = near;
        // ruleid: types-asked-for
        return mine.getHeader("b");
    }
}
