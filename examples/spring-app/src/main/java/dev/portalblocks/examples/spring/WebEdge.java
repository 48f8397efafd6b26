// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.examples.spring;

import dev.portalblocks.core.model.*;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.http.*;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.*;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Where a login becomes an {@code Actor}, the only place, and where a refusal becomes an answer. */
@RestControllerAdvice
@Order(-1) // before Spring's own
class WebEdge implements WebMvcConfigurer, HandlerMethodArgumentResolver {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter, ModelAndViewContainer view, NativeWebRequest request, WebDataBinderFactory binders) {
        if (!(request.getUserPrincipal() instanceof Authentication login)) {
            return Actor.anonymous(Blocks.TENANT);
        }
        List<String> roles = AuthorityUtils.authorityListToSet(login.getAuthorities()).stream()
                .filter(authority -> authority.startsWith("ROLE_"))
                .map(authority -> authority.substring("ROLE_".length()))
                .toList();
        return roles.contains("CUSTOMER")
                ? Actor.customer(Blocks.TENANT, CustomerId.of(login.getName()))
                : Actor.agent(Blocks.TENANT, login.getName(), roles.toArray(String[]::new));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetails> refused(PortalException refusal) {
        ProblemDetails problem = ProblemDetails.of(refusal);
        return ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    /** What a value of ours refused while the JSON was read; the rest is Spring's own answer. */
    @ExceptionHandler
    ResponseEntity<ProblemDetails> unreadable(HttpMessageNotReadableException unreadable) {
        Throwable cause = unreadable.getMostSpecificCause();
        return refused(cause instanceof PortalException ours ? ours : new PortalException.InvalidInput("request.unreadable"));
    }
}
