// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.model;

import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.TextPatterns;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Opens a conversation with a customer.
 *
 * @param customer to whom the company writes
 * @param topic what it is about, which decides the team that handles it; one line of 1 to 100 characters
 * @param subject its heading, one line of 1 to 200 characters
 * @param message the first message
 * @param idempotencyKey the caller's name for this attempt; null if it takes no care
 */
public record WriteToCustomer(
        @NotNull CustomerId customer,

        @NotBlank @Size(max = 100) @Pattern(regexp = TextPatterns.ONE_LINE)
        String topic,

        @NotBlank @Size(max = 200) @Pattern(regexp = TextPatterns.ONE_LINE)
        String subject,

        @NotNull @Valid MessageText message,
        @Nullable IdempotencyKey idempotencyKey) {

    /** Begins the command for this customer and topic. */
    public static Builder of(CustomerId customer, String topic) {
        return new Builder(customer, topic);
    }

    /** Collects what a conversation begins with. */
    public static final class Builder {
        private final CustomerId customer;
        private final String topic;
        private String subject = "";
        private MessageText message = MessageText.of("");
        private @Nullable IdempotencyKey key;

        private Builder(CustomerId customer, String topic) {
            this.customer = customer;
            this.topic = topic;
        }

        /** Sets the heading, one line of 1 to 200 characters. */
        public Builder subject(String line) {
            subject = line;
            return this;
        }

        /** Sets what the first message says, 1 to 20,000 characters. */
        public Builder text(String text) {
            message = new MessageText(text, message.attachments());
            return this;
        }

        /** Hangs stored bytes on the first message. */
        public Builder attaching(ContentRef content, String name) {
            message = message.attaching(content, name);
            return this;
        }

        /** Names this attempt, so that a repeat opens nothing new. */
        public Builder once(IdempotencyKey name) {
            key = name;
            return this;
        }

        /** Returns the command; what does not fit is refused when it is carried out. */
        public WriteToCustomer build() {
            return new WriteToCustomer(customer, topic, subject, message, key);
        }
    }
}
