import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.security.SecureRandom;
import javax.servlet.http.*;
import org.apache.commons.lang3.RandomStringUtils;

class CookieServlet extends HttpServlet {
    @Override
    public void doPost(HttpServletRequest request, HttpServletResponse response) {
        // ruleid: java-insecure-random
        double value = java.lang.Math.random();
        // ruleid: java-insecure-random
        float rand = new java.util.Random().nextFloat();
        // ruleid: java-insecure-random
        Random generator = new Random();
        String remember = Long.toString(generator.nextLong());
        if (value > 0.5) {
            // ruleid: java-insecure-random
            remember = Double.toString(Math.random()).substring(2);
        }
        response.addHeader("X-Remember", remember);
    }

    void safe(HttpServletRequest request) throws Exception {
        // ok: java-insecure-random
        SecureRandom secure = new SecureRandom();
        // ok: java-insecure-random
        int number = SecureRandom.getInstance("SHA1PRNG").nextInt();
        // ok: java-insecure-random
        java.security.SecureRandom other = java.security.SecureRandom.getInstanceStrong();
    }
}

class Accounts {
    String newPassword() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            // ruleid: java-insecure-random
            out.append(ThreadLocalRandom.current().nextInt(10));
        }
        return out.toString();
    }

    void reset(User user) {
        // ruleid: java-insecure-random
        String token = RandomStringUtils.randomAlphanumeric(20);
        // ruleid: java-insecure-random
        user.setResetToken(Long.toHexString(new Random().nextLong()));
    }
}

class Game {
    private final Random dice = makeDice();

    int roll() {
        // ok: java-insecure-random
        return new Random().nextInt(6) + 1;
    }

    double jitter() {
        // ok: java-insecure-random
        return Math.random() * 100;
    }

    String token() {
        // ok: java-insecure-random
        return new SecureRandom().toString();
    }
}
