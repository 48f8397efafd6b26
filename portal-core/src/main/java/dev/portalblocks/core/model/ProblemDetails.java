// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * A refusal as RFC 9457 problem details, ready to be sent as {@code application/problem+json}.
 *
 * @param type a URI that names the kind of problem: {@code urn:portalblocks:problem:CODE}
 * @param title the kind of problem in a few words, English or German
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

    /** Returns the details of a refusal with an English title. */
    public static ProblemDetails of(PortalException problem) {
        return of(problem, LanguageTag.ENGLISH);
    }

    /** Returns the details of a refusal with a title in the reader's language: German, for all others English. */
    public static ProblemDetails of(PortalException problem, LanguageTag reader) {
        Kind kind = Kind.of(problem);
        return new ProblemDetails(
                "urn:portalblocks:problem:" + problem.code(),
                reader.language().equals(LanguageTag.GERMAN) ? kind.german : kind.english,
                kind.status,
                problem.code(),
                kind.retryable,
                problem instanceof PortalException.InvalidInput invalid ? invalid.violations() : List.of());
    }

    /** What the caller can do about it, as HTTP says it (RFC 9110, section 15; 429 is RFC 6585, section 4). */
    private enum Kind {
        INVALID_INPUT(400, false, "Invalid input", "Ung\u00FCltige Eingabe"),
        ACCESS_DENIED(403, false, "Access denied", "Zugriff verweigert"),
        NOT_FOUND(404, false, "Not found", "Nicht gefunden"),
        CONFLICT(409, false, "Conflict", "Konflikt"),
        TOO_MUCH(413, false, "Limit exceeded", "Grenze \u00FCberschritten"),
        CONTENT_REJECTED(422, false, "Content rejected", "Inhalt abgelehnt"),
        TOO_MUCH_FOR_NOW(429, true, "Limit exceeded for now", "Grenze vor\u00FCbergehend \u00FCberschritten"),
        STORAGE_BROKEN(500, false, "Storage failure", "Fehler der Datenhaltung"),
        STORAGE_BUSY(503, true, "Storage busy", "Datenhaltung ausgelastet");

        private final int status;
        private final boolean retryable;
        private final String english;
        private final String german;

        Kind(int status, boolean retryable, String english, String german) {
            this.status = status;
            this.retryable = retryable;
            this.english = english;
            this.german = german;
        }

        static Kind of(PortalException problem) {
            if (problem instanceof PortalException.LimitExceeded limit) {
                return limit.passesWithTime() ? TOO_MUCH_FOR_NOW : TOO_MUCH;
            }
            if (problem instanceof PortalException.StorageFailure failure) {
                return failure.isRetryable() ? STORAGE_BUSY : STORAGE_BROKEN;
            }
            if (problem instanceof PortalException.InvalidInput) {
                return INVALID_INPUT;
            }
            if (problem instanceof PortalException.NotFound) {
                return NOT_FOUND;
            }
            if (problem instanceof PortalException.AccessDenied) {
                return ACCESS_DENIED;
            }
            return problem instanceof PortalException.Conflict ? CONFLICT : CONTENT_REJECTED;
        }
    }
}
