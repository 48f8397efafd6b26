// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a block refuses, sealed by what the caller can do about it.
 *
 * <p>The {@linkplain #code() code} is stable across releases and is what programs compare; the message is English,
 * for developers, and never holds personal data. {@link ProblemDetails} turns an exception into an RFC 9457 answer.
 */
public abstract sealed class PortalException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;

    private PortalException(String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Returns the stable code, kind of object first: {@code article.not-found}. */
    public String code() {
        return code;
    }

    /** The object is not there, or it belongs to somebody else: the two look the same in every respect. */
    public static final class NotFound extends PortalException {
        @Serial
        private static final long serialVersionUID = 1L;

        /** Names the kind of object that was looked for, for example {@code article}. */
        public NotFound(String kind) {
            super(kind + ".not-found", "No such " + kind, null);
        }
    }

    /** The actor may not do this. Each one leaves exactly one audit entry. */
    public static final class AccessDenied extends PortalException {
        @Serial
        private static final long serialVersionUID = 1L;

        /** Names the permission that is missing, or the rule that forbids. */
        public AccessDenied(String code) {
            super(code, "Access denied: " + code, null);
        }
    }

    /** The input breaks a rule; correct it and ask again. Lists every violated field. */
    public static final class InvalidInput extends PortalException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final List<Violation> violations;

        /** Refuses for a reason that is not one field's. */
        public InvalidInput(String code) {
            this(code, List.of());
        }

        /**
         * Refuses a command with all of its violations, in the order of their fields. The message names fields and rules,
         * but no key of a map, {@code title[]}.
         */
        public InvalidInput(String code, List<Violation> violations) {
            super(code, violations.isEmpty() ? "Invalid input: " + code : code + ": " + fields(violations), null);
            this.violations = List.copyOf(violations);
        }

        /** Returns the violated fields, sorted; empty where the code says it all. */
        public List<Violation> violations() {
            return violations;
        }

        /** The key of a map is the caller's word: the violation says it to the caller, the message to nobody. */
        private static String fields(List<Violation> violations) {
            return String.join(
                    ", ",
                    violations.stream()
                            .map(v -> v.field().replaceAll("\\[(?![0-9]*]).*]", "[]") + " " + v.code())
                            .toList());
        }
    }

    /** The state is not what the caller saw, or another object has the place; read again and decide. */
    public static final class Conflict extends PortalException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient @Nullable Record current;

        /** Names what collided, for example {@code profile.version-conflict}. */
        public Conflict(String code) {
            this(code, null);
        }

        /** Names what collided, and carries what is there now, as the caller may see it; it is in no message. */
        public Conflict(String code, @Nullable Record current) {
            super(code, "Conflict: " + code, null);
            this.current = current;
        }

        /** Returns what is there now, where the operation says that its conflict carries it. */
        public <T extends Record> Optional<T> findCurrent(Class<T> type) {
            return type.isInstance(current) ? Optional.of(type.cast(current)) : Optional.empty();
        }
    }

    /** A limit is reached: less may pass, or the same later. */
    public static final class LimitExceeded extends PortalException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final long limit;
        private final boolean passing;

        /**
         * Refuses what is too much at any time. Names the limit and its value, in the unit that the code's documentation
         * gives.
         */
        public LimitExceeded(String code, long limit) {
            this(code, limit, false);
        }

        private LimitExceeded(String code, long limit, boolean passing) {
            super(code, "Limit of " + limit + " exceeded: " + code, null);
            this.limit = limit;
            this.passing = passing;
        }

        /** Refuses what is too much for now: a rate, or a quota that is free again some time. */
        public static LimitExceeded forNow(String code, long limit) {
            return new LimitExceeded(code, limit, true);
        }

        /** Returns the limit that was exceeded. */
        public long limit() {
            return limit;
        }

        /** Returns whether the same call may succeed later; else only less of it can. */
        public boolean passesWithTime() {
            return passing;
        }
    }

    /** The bytes themselves are refused: wrong type, damaged, harmful. */
    public static final class ContentRejected extends PortalException {
        @Serial
        private static final long serialVersionUID = 1L;

        /** Names why the bytes are refused. */
        public ContentRejected(String code) {
            super(code, "Content rejected: " + code, null);
        }
    }

    /** Storage could not do its work; nothing was changed. */
    public static final class StorageFailure extends PortalException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final boolean retryable;

        /** Tells whether the same call may succeed later, and what the storage said. */
        public StorageFailure(String code, boolean retryable, @Nullable Throwable cause) {
            super(code, "Storage failure: " + code, cause);
            this.retryable = retryable;
        }

        /** Returns whether a retry of the same call is of use. */
        public boolean isRetryable() {
            return retryable;
        }
    }

    /**
     * One violated rule of one field.
     *
     * @param field path of the field in the command, {@code address.city}; empty for the command itself
     * @param code stable code of the rule: {@code not-blank}, {@code size}
     * @param messages what to tell a person, by language ({@code de}, {@code en})
     */
    public record Violation(String field, String code, Map<String, String> messages) implements Serializable {
        /** Copies the messages. */
        public Violation {
            messages = Map.copyOf(messages);
        }
    }
}
