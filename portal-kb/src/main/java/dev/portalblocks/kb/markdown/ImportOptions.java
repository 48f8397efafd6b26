// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import java.util.Set;

/**
 * How a tree is imported.
 *
 * @param source the import's name: a second import of this name finds the articles of the first
 * @param language the language of a file that names none
 * @param audiences for whom a file is that does not say; at least one
 * @param maxBytes the largest file that is read
 * @param archiveVanished whether an article is taken out of sight when its file is no longer there; it comes back with the
 *     file, unless an editor archives it
 */
public record ImportOptions(
        String source, LanguageTag language, Set<Audience> audiences, long maxBytes, boolean archiveVanished) {
    /** Copies the audiences. */
    public ImportOptions {
        audiences = Set.copyOf(audiences);
    }

    /** Returns the options of a public German tree whose vanished files leave their articles as they are. */
    public static ImportOptions named(String source) {
        return new ImportOptions(
                source, LanguageTag.GERMAN, Set.of(Audience.PUBLIC), MarkdownReader.DEFAULT_MAX_BYTES, false);
    }

    /** Returns these options for files of this language. */
    public ImportOptions in(LanguageTag files) {
        return new ImportOptions(source, files, audiences, maxBytes, archiveVanished);
    }

    /** Returns these options for these audiences. */
    public ImportOptions forAudiences(Audience... readers) {
        return new ImportOptions(source, language, Set.of(readers), maxBytes, archiveVanished);
    }

    /** Returns these options with another limit of a file's size. */
    public ImportOptions ofAtMost(long bytes) {
        return new ImportOptions(source, language, audiences, bytes, archiveVanished);
    }

    /** Returns these options, archiving what has vanished. */
    public ImportOptions archivingVanished() {
        return new ImportOptions(source, language, audiences, maxBytes, true);
    }
}
