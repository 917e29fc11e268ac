@Configuration
class Security {
    @Bean
    fun open(http: HttpSecurity): SecurityFilterChain {
        http {
            authorizeHttpRequests {
                authorize("/admin/**", hasRole("ADMIN"))
                // ruleid: spring-kotlin-everything-permitted
                authorize(anyRequest, permitAll)
            }
        }
        return http.build()
    }

    @Bean
    fun all(http: HttpSecurity): SecurityFilterChain {
        http {
            authorizeHttpRequests {
                // ruleid: spring-kotlin-everything-permitted
                authorize("/**", permitAll)
            }
        }
        return http.build()
    }

    @Bean
    fun reactive(http: ServerHttpSecurity) = http {
        authorizeExchange {
            // ruleid: spring-kotlin-everything-permitted
            authorize(anyExchange, permitAll)
        }
    }

    @Bean
    fun chained(http: HttpSecurity): SecurityFilterChain {
        // ruleid: spring-kotlin-everything-permitted
        http.authorizeHttpRequests { it.anyRequest().permitAll() }
        // ruleid: spring-kotlin-everything-permitted
        http.authorizeRequests().antMatchers("/**").permitAll()
        return http.build()
    }

    @Bean
    fun web() = WebSecurityCustomizer { web ->
        // ruleid: spring-kotlin-everything-permitted
        web.ignoring().requestMatchers("/**")
    }

    @Bean
    fun closed(http: HttpSecurity): SecurityFilterChain {
        http {
            authorizeHttpRequests {
                // ok: spring-kotlin-everything-permitted
                authorize("/login", permitAll)
                // ok: spring-kotlin-everything-permitted
                authorize("/static/**", permitAll)
                // ok: spring-kotlin-everything-permitted
                authorize(anyRequest, authenticated)
            }
        }
        // ok: spring-kotlin-everything-permitted
        http.authorizeHttpRequests { it.requestMatchers("/health").permitAll().anyRequest().authenticated() }
        return http.build()
    }
}
