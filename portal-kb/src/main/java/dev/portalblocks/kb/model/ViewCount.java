// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;

/**
 * How many readers saw a revision of an article on a day.
 *
 * @param day the day of the tenant's calendar
 * @param revision which revision
 * @param views how many readers, each once
 */
public record ViewCount(
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate day, long revision, long views) {}
