// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * A refusal as RFC 9457 problem details, ready to be sent as {@code application/problem+json}.
 *
 * @param type a URI that names the kind of problem: {@code urn:portalblocks:problem:CODE}
 * @param title the kind of problem in a few English words
 * @param status the HTTP status that fits
 * @param code the stable code
 * @param retryable whether the same call may succeed later
 * @param violations the violated fields; empty but for invalid input
 */
@JsonPropertyOrder({"type", "title", "status", "code", "retryable", "violations"})
public record ProblemDetails(
        String type,
        String title,
        int status,
        String code,
        boolean retryable,
        List<PortalException.Violation> violations) {

    /** Copies the violations. */
    public ProblemDetails {
        violations = List.copyOf(violations);
    }

    /** Returns the details of a refusal. */
    public static ProblemDetails of(PortalException problem) {
        if (problem instanceof PortalException.InvalidInput invalid) {
            return of(problem, "Invalid input", 400, false, invalid.violations());
        }
        if (problem instanceof PortalException.StorageFailure failure) {
            return of(problem, "Storage failure", 503, failure.isRetryable(), List.of());
        }
        if (problem instanceof PortalException.NotFound) {
            return of(problem, "Not found", 404, false, List.of());
        }
        if (problem instanceof PortalException.AccessDenied) {
            return of(problem, "Access denied", 403, false, List.of());
        }
        if (problem instanceof PortalException.Conflict) {
            return of(problem, "Conflict", 409, false, List.of());
        }
        if (problem instanceof PortalException.LimitExceeded) {
            return of(problem, "Limit exceeded", 429, true, List.of());
        }
        return of(problem, "Content rejected", 422, false, List.of());
    }

    private static ProblemDetails of(
            PortalException problem,
            String title,
            int status,
            boolean retryable,
            List<PortalException.Violation> violations) {
        String type = "urn:portalblocks:problem:" + problem.code();
        return new ProblemDetails(type, title, status, problem.code(), retryable, violations);
    }
}
