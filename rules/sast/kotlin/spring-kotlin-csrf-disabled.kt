@Configuration
class Security {
    @Bean
    fun first(http: HttpSecurity): SecurityFilterChain {
        http {
            // ruleid: spring-kotlin-csrf-disabled
            csrf { disable() }
        }
        return http.build()
    }

    @Bean
    fun second(http: HttpSecurity): SecurityFilterChain {
        // ruleid: spring-kotlin-csrf-disabled
        http.csrf { it.disable() }
        // ruleid: spring-kotlin-csrf-disabled
        http.csrf().disable()
        // ruleid: spring-kotlin-csrf-disabled
        http.csrf { csrf -> csrf.disable() }
        return http.build()
    }

    @Bean
    fun fine(http: HttpSecurity): SecurityFilterChain {
        http {
            // ok: spring-kotlin-csrf-disabled
            csrf { csrfTokenRepository = CookieCsrfTokenRepository.withHttpOnlyFalse() }
            // ok: spring-kotlin-csrf-disabled
            cors { disable() }
        }
        // ok: spring-kotlin-csrf-disabled
        http.csrf { it.ignoringRequestMatchers("/api/**") }
        // ok: spring-kotlin-csrf-disabled
        http.httpBasic { it.disable() }
        return http.build()
    }
}
