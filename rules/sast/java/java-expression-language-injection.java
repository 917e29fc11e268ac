import javax.servlet.http.*;
import ognl.Ognl;
import org.springframework.expression.ExpressionParser;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.web.bind.annotation.*;

@RestController
class ExpressionController {
    private final ExpressionParser parser = new SpelExpressionParser();

    @GetMapping("/filter")
    Object filter(@RequestParam String filter, HttpServletRequest request) throws Exception {
        String text = "items.?[" + filter + "]";
        // ruleid: java-expression-language-injection
        Object first = parser.parseExpression(text).getValue(root);
        // ruleid: java-expression-language-injection
        Object second = new SpelExpressionParser().parseExpression(filter).getValue();
        // ruleid: java-expression-language-injection
        return Ognl.getValue(request.getHeader("X-Path"), root);
    }

    @GetMapping("/safe")
    Object safe(@RequestParam String name) {
        // ok: java-expression-language-injection
        Object first = parser.parseExpression("items.?[name == #name]").getValue(contextWith("name", name));
        // ok: java-expression-language-injection
        return dates.parseExpression(name);
    }

    Object own(String expression) {
        // ok: java-expression-language-injection
        return parser.parseExpression(expression);
    }
}
