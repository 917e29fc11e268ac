import org.springframework.security.crypto.password.NoOpPasswordEncoder;

class Config {
    @Bean
    PasswordEncoder plain() {
        // ruleid: spring-plain-password-encoder
        return NoOpPasswordEncoder.getInstance();
    }

    PasswordEncoder[] old() {
        // ruleid: spring-plain-password-encoder
        PasswordEncoder a = new StandardPasswordEncoder("secret");
        // ruleid: spring-plain-password-encoder
        PasswordEncoder b = new MessageDigestPasswordEncoder("MD5");
        // ruleid: spring-plain-password-encoder
        PasswordEncoder c = new LdapShaPasswordEncoder();
        // ok: spring-plain-password-encoder
        PasswordEncoder d = new BCryptPasswordEncoder();
        // ok: spring-plain-password-encoder
        PasswordEncoder e = PasswordEncoderFactories.createDelegatingPasswordEncoder();
        // ok: spring-plain-password-encoder
        PasswordEncoder f = new Argon2PasswordEncoder(16, 32, 1, 60000, 10);
        // ok: spring-plain-password-encoder
        MessageDigest g = OwnDigest.getInstance();
        return new PasswordEncoder[] {a, b, c, d, e, f};
    }

    Object qualified() {
        // ruleid: spring-plain-password-encoder
        return org.springframework.security.crypto.password.NoOpPasswordEncoder.getInstance();
    }
}
