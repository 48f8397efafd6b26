// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.examples.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.*;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** Starts the application. The login below is a stand-in for yours. */
@SpringBootApplication
public class SpringApp {
    /** Starts with Spring's own options, such as {@code --server.port=0}. */
    public static void main(String[] arguments) {
        SpringApplication.run(SpringApp.class, arguments);
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/articles/**", "/actuator/health").permitAll()
                        .anyRequest().authenticated())
                .httpBasic(Customizer.withDefaults())
                .csrf(csrf -> csrf.disable()) // no session and no cookie: nothing that a foreign page could ride on
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(
                User.withUsername("4711").password("{noop}erika").roles("CUSTOMER").build(),
                User.withUsername("4712").password("{noop}otto").roles("CUSTOMER").build(),
                User.withUsername("sabine").password("{noop}sabine").roles("service").build(),
                User.withUsername("lena").password("{noop}lena").roles("editor").build());
    }
}
