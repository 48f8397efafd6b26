// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.search.model.SearchQuery;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no language is refused where it comes in, by name, and reaches no search. */
class IllFormedLanguagesTest {
    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "und",
                "und-Latn",
                "de_DE",
                "-",
                "a",
                "de-",
                "de--CH",
                "Deutsch, bitte",
                "日本語",
                "de;q=0.9",
                "*",
                "x-",
                "de-CH-1996-aaaaaaaa-bbbbbbbb-cccccccc-dd"
            })
    void itIsRefusedInJson(String tag) throws JsonProcessingException {
        String query = "{\"text\": \"Beitrag\", \"language\": " + json.writeValueAsString(tag) + "}";

        assertThatThrownBy(() -> json.readValue(query, SearchQuery.class))
                .rootCause()
                .isInstanceOfSatisfying(
                        PortalException.InvalidInput.class,
                        e -> assertThat(e.code()).isEqualTo("language-tag.invalid"));
    }

    @Test
    void noLanguageIsThePortalsDefault() throws JsonProcessingException {
        assertThat(json.readValue("{\"text\": \"Beitrag\"}", SearchQuery.class).language())
                .isNull();
        assertThat(json.readValue("{\"text\": \"Beitrag\", \"language\": null}", SearchQuery.class)
                        .language())
                .isNull();
    }

    @Test
    void theLocaleOfNoLanguageIsRefused() {
        assertThatThrownBy(() -> LanguageTag.of(Locale.ROOT)).hasMessageContaining("language-tag.invalid");
    }
}
