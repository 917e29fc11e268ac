class SecurityConfig {
    void configure(HttpSecurity http) throws Exception {
        // ruleid: spring-security-headers-disabled
        http.headers().frameOptions().disable();
        // ruleid: spring-security-headers-disabled
        http.headers().disable();
        // ruleid: spring-security-headers-disabled
        http.headers(headers -> headers.frameOptions(frame -> frame.disable()));
        // ruleid: spring-security-headers-disabled
        http.headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable));
        // ruleid: spring-security-headers-disabled
        http.headers(h -> h.disable());
        // ok: spring-security-headers-disabled
        http.headers().frameOptions().sameOrigin();
        // ok: spring-security-headers-disabled
        http.headers(headers -> headers.frameOptions(frame -> frame.sameOrigin()));
        // ok: spring-security-headers-disabled
        http.httpBasic().disable();
        // ok: spring-security-headers-disabled
        http.headers(Customizer.withDefaults());
    }
}
