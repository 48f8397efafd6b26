// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.PortalException.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemDetailsTest {
    private static final Violation BLANK = new Violation("title", "not-blank", Map.of("de", "leer", "en", "empty"));

    @ParameterizedTest
    @MethodSource("problems")
    void eachProblemHasItsStatusAndItsCode(PortalException problem, String title, int status, boolean retryable) {
        ProblemDetails details = ProblemDetails.of(problem);

        assertThat(details)
                .isEqualTo(new ProblemDetails(
                        "urn:portalblocks:problem:" + problem.code(),
                        title,
                        status,
                        problem.code(),
                        retryable,
                        problem instanceof PortalException.InvalidInput invalid ? invalid.violations() : List.of()));
        assertThat(problem.getMessage())
                .contains(problem instanceof PortalException.NotFound ? "article" : problem.code());
    }

    @Test
    void noProblemIsForgotten() {
        List<Class<?>> tried = problems().stream()
                .<Class<?>>map(arguments -> arguments.get()[0].getClass())
                .toList();
        assertThat(tried).containsAll(Arrays.asList(PortalException.class.getPermittedSubclasses()));
    }

    @Test
    void germanReadersGetAGermanTitle() {
        for (Arguments arguments : problems()) {
            PortalException problem = (PortalException) arguments.get()[0];
            ProblemDetails english = ProblemDetails.of(problem);
            ProblemDetails german = ProblemDetails.of(problem, LanguageTag.of("de-CH"));
            assertThat(german.title()).isNotBlank().isNotEqualTo(english.title());
            assertThat(german)
                    .usingRecursiveComparison()
                    .ignoringFields("title")
                    .isEqualTo(english);
            assertThat(ProblemDetails.of(problem, LanguageTag.of("fr"))).isEqualTo(english);
        }
    }

    @Test
    void aLimitPassesWithTimeOrNot() {
        assertThat(new PortalException.LimitExceeded("content.too-large", 5).passesWithTime())
                .isFalse();
        PortalException.LimitExceeded rate = PortalException.LimitExceeded.forNow("upload.rate", 7);
        assertThat(rate.passesWithTime()).isTrue();
        assertThat(rate.limit()).isEqualTo(7);
    }

    @Test
    void theMessageNamesFieldsAndRulesAlone() {
        PortalException.InvalidInput problem = new PortalException.InvalidInput("command.invalid", List.of(BLANK));
        assertThat(problem).hasMessage("command.invalid: title not-blank");
        assertThat(problem.violations()).containsExactly(BLANK);
    }

    static List<Arguments> problems() {
        return List.of(
                Arguments.of(new PortalException.NotFound("article"), "Not found", 404, false),
                Arguments.of(new PortalException.AccessDenied("kb.publish.denied"), "Access denied", 403, false),
                Arguments.of(new PortalException.InvalidInput("cursor.invalid"), "Invalid input", 400, false),
                Arguments.of(
                        new PortalException.InvalidInput("command.invalid", List.of(BLANK)),
                        "Invalid input",
                        400,
                        false),
                Arguments.of(new PortalException.Conflict("article.version-conflict"), "Conflict", 409, false),
                Arguments.of(new PortalException.LimitExceeded("content.too-large", 5), "Limit exceeded", 413, false),
                Arguments.of(
                        PortalException.LimitExceeded.forNow("upload.rate", 5), "Limit exceeded for now", 429, true),
                Arguments.of(new PortalException.ContentRejected("content.type"), "Content rejected", 422, false),
                Arguments.of(
                        new PortalException.StorageFailure("storage.deadlock", true, null), "Storage busy", 503, true),
                Arguments.of(
                        new PortalException.StorageFailure("storage.broken", false, new Exception("secret")),
                        "Storage failure",
                        500,
                        false));
    }
}
