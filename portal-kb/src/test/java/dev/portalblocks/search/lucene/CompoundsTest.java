// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Compounds of insurers, banks, utilities and suppliers, and words that only look as if they had something in common. */
class CompoundsTest {
    private static final String PACKAGE = "dev/portalblocks/search/lucene";

    @ParameterizedTest
    @CsvFileSource(resources = "compounds.tsv", delimiter = '\t')
    void aCompoundIsFoundByItsPartsAndByWhatSharesOne(String compound, String parts, String related) {
        try (LuceneSearchIndex index = holding(compound)) {
            for (String part : parts.split(" ", -1)) {
                assertThat(Samples.found(index, Samples.german(part))).as(part).contains("a");
            }
            assertThat(Samples.found(index, Samples.german(related)))
                    .as(related)
                    .contains("a");
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "compounds.tsv", delimiter = '\t')
    void aCompoundFindsATextThatHasItsParts(String compound, String parts) {
        for (String part : parts.split(" ", -1)) {
            try (LuceneSearchIndex index = holding(part)) {
                assertThat(Samples.found(index, Samples.german(compound)))
                        .as(part)
                        .contains("a");
            }
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "false-friends.tsv", delimiter = '\t')
    void lettersThatAreNoPartOfAWordFindNothing(String word, String asked) {
        try (LuceneSearchIndex index = holding(word)) {
            assertThat(Samples.found(index, Samples.german(asked))).doesNotContain("a");
        }
    }

    /** The list was written without sight of the code, measured once and is not what the code was made by. */
    @Test
    void mostOfASecondListIsFoundBothWays() throws IOException {
        List<String> missed = new ArrayList<>();
        int rows = 0;
        for (String line : Files.readAllLines(Path.of("src/test/resources", PACKAGE, "compounds-blind.tsv"))) {
            if (!line.startsWith("#")) {
                String[] row = line.split("\t", -1);
                rows++;
                if (!isFoundBothWays(row[0], row[1], row[2])) {
                    missed.add(row[0]);
                }
            }
        }
        assertThat(rows).isEqualTo(50);
        assertThat(missed).hasSizeLessThanOrEqualTo(8);
    }

    private static boolean isFoundBothWays(String compound, String parts, String related) {
        boolean found = isFound(related, compound);
        for (String part : parts.split(" ", -1)) {
            found &= isFound(part, compound) && isFound(compound, part);
        }
        return found;
    }

    private static boolean isFound(String asked, String written) {
        try (LuceneSearchIndex index = holding(written)) {
            return Samples.found(index, Samples.german(asked)).contains("a");
        }
    }

    private static LuceneSearchIndex holding(String words) {
        return Samples.holding(
                Samples.german("a", "Ohne", "Hier steht " + words + " und mehr."),
                Samples.german("b", "Anderes", "Dort steht etwas davon."));
    }
}
