// What further libraries and methods do with the value.
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Case093 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-insecure-random
        String s = org.apache.commons.lang3.RandomStringUtils.randomGraph(8);
    }
}

class Case094 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-insecure-random
        String s = org.apache.commons.lang3.RandomStringUtils.randomPrint(8);
    }
}

class Case095 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-insecure-random
        String s = org.apache.commons.lang3.RandomStringUtils.insecure().nextAlphanumeric(8);
    }
}

class Case098 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-insecure-random
        java.util.random.RandomGenerator g = java.util.random.RandomGenerator.getDefault();
        int i = g.nextInt();
    }
}

class Case099 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-insecure-random
        java.util.random.RandomGenerator g = java.util.random.RandomGenerator.of("L64X128MixRandom");
        int i = g.nextInt();
    }
}

class Case100 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-insecure-random
        int i = new org.apache.commons.math3.random.MersenneTwister().nextInt();
    }
}

class Case101 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-insecure-random
        double i = new org.apache.commons.math3.random.RandomDataGenerator().nextUniform(0, 1);
    }
}

class Case102 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-insecure-random
        org.apache.commons.rng.UniformRandomProvider r = org.apache.commons.rng.simple.RandomSource.XO_RO_SHI_RO_128_PP.create();
        int i = r.nextInt();
    }
}

class Case105 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-insecure-random
        int i = io.netty.util.internal.ThreadLocalRandom.current().nextInt();
    }
}

class Case106 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-insecure-random
        java.util.Collections.shuffle(new ArrayList<>(List.of(1, 2)));
    }
}

class Case107 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-insecure-random
        String t = cn.hutool.core.util.RandomUtil.randomString(6);
    }
}

class Case108 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-insecure-random
        double d = StrictMath.random();
    }
}

class Case109 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        int i = new SecureRandom().nextInt();
    }
}

class Case110 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        SecureRandom r = SecureRandom.getInstance("SHA1PRNG");
        r.nextDouble();
    }
}

class Case111 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Random r = new SecureRandom();
        r.nextInt();
    }
}

class Case112 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        int i = SecureRandom.getInstanceStrong().nextInt(99);
    }
}

class Case113 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String s = java.util.UUID.randomUUID().toString();
    }
}

class Case114 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String s = org.apache.commons.lang3.RandomStringUtils.secure().nextAlphanumeric(8);
    }
}

class Case115 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String s = org.apache.commons.lang3.RandomStringUtils.random(8, 0, 0, true, true, null, new SecureRandom());
    }
}
