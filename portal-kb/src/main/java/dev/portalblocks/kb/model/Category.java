// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A place for articles.
 *
 * @param id names it for good
 * @param parent the category that it stands in; null at the top
 * @param key its short name among its siblings, {@code kfz}; unique there
 * @param name what readers see
 * @param version one more with each change
 */
public record Category(CategoryId id, @Nullable CategoryId parent, String key, LocalizedText name, long version) {}
