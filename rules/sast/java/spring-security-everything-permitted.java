import org.springframework.security.config.annotation.web.builders.HttpSecurity;

class SecurityConfig {
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        // ruleid: spring-security-everything-permitted
        http.authorizeHttpRequests(auth -> auth.anyRequest().permitAll());
        // ruleid: spring-security-everything-permitted
        http.authorizeRequests().antMatchers("/**").permitAll();
        // ruleid: spring-security-everything-permitted
        http.authorizeHttpRequests(auth -> auth.requestMatchers("/admin").hasRole("ADMIN").anyRequest().permitAll());
        // ok: spring-security-everything-permitted
        http.authorizeHttpRequests(auth -> auth.requestMatchers("/css/**").permitAll().anyRequest().authenticated());
        // ok: spring-security-everything-permitted
        http.authorizeRequests().antMatchers("/", "/login").permitAll();
        // ok: spring-security-everything-permitted
        http.formLogin(form -> form.loginPage("/login").permitAll());
        // ok: spring-security-everything-permitted
        http.authorizeHttpRequests(auth -> auth.anyRequest().denyAll());
        return http.build();
    }

    void ignore(WebSecurity web) {
        // ruleid: spring-security-everything-permitted
        web.ignoring().antMatchers("/**");
        // ok: spring-security-everything-permitted
        web.ignoring().antMatchers("/static/**");
    }
}
