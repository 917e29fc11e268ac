import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;

class Security {
    void old(HttpSecurity http) throws Exception {
        // ruleid: spring-csrf-disabled
        http.csrf().disable();
    }

    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        // ruleid: spring-csrf-disabled
        http.csrf(csrf -> csrf.disable()).formLogin();
        return http.build();
    }

    SecurityFilterChain reference(HttpSecurity http) throws Exception {
        // ruleid: spring-csrf-disabled
        http.csrf(AbstractHttpConfigurer::disable);
        return http.build();
    }

    SecurityFilterChain stateless(HttpSecurity http) throws Exception {
        // ok: spring-csrf-disabled
        http.csrf(csrf -> csrf.disable());
        http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        return http.build();
    }

    SecurityFilterChain kept(HttpSecurity http) throws Exception {
        // ok: spring-csrf-disabled
        http.csrf(csrf -> csrf.ignoringRequestMatchers("/hooks/**"));
        // ok: spring-csrf-disabled
        http.headers(headers -> headers.disable());
        return http.build();
    }
}
