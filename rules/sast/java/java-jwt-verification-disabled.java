import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import io.jsonwebtoken.Jwts;

class Tokens {
    void bad(String token, byte[] key) {
        // ruleid: java-jwt-verification-disabled
        Algorithm first = Algorithm.none();
        // ruleid: java-jwt-verification-disabled
        Object second = Jwts.parser().setSigningKey(key).parse(token);
        // ruleid: java-jwt-verification-disabled
        Object third = Jwts.parserBuilder().build().parseClaimsJwt(token);
    }

    void good(String token, byte[] key) {
        // ok: java-jwt-verification-disabled
        Object first = Jwts.parser().setSigningKey(key).parseClaimsJws(token);
        // ok: java-jwt-verification-disabled
        Object second = JWT.require(Algorithm.HMAC256(key)).build().verify(token);
        // ok: java-jwt-verification-disabled
        Object third = dates.parse(token);
    }
}
