// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import dev.portalblocks.core.model.PortalException.InvalidInput;
import dev.portalblocks.core.model.PortalException.Violation;
import dev.portalblocks.search.model.SynonymTerms;
import dev.portalblocks.search.spi.SynonymKeys;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which terms make no rule: what would mean itself, and what nobody can ask for. */
final class SynonymChecks {
    private final SynonymTerms content;
    private final Set<String> seen = new HashSet<>();
    private final List<Violation> violations = new ArrayList<>();

    private SynonymChecks(SynonymTerms content) {
        this.content = content;
    }

    /** Refuses what is no rule, with every violated field. */
    static void require(SynonymTerms content) {
        SynonymChecks checks = new SynonymChecks(content);
        checks.look("content.finds", content.finds());
        checks.look("content.terms", content.terms());
        checks.lookForOthers();
        if (!checks.violations.isEmpty()) {
            throw new InvalidInput("command.invalid", checks.violations);
        }
    }

    private void look(String field, List<String> terms) {
        for (int i = 0; i < terms.size(); i++) {
            String place = field + "[" + i + "]";
            String folded = SynonymKeys.folded(content.language(), terms.get(i));
            if (folded.isEmpty()) {
                refuse(place, "no-word", "Enthält kein Wort.", "Holds no word.");
            } else if (!seen.add(folded)) {
                refuse(place, "same-term", "Ist derselbe Begriff wie ein anderer.", "Is the same term as another one.");
            }
            if (SynonymKeys.words(terms.get(i)) > SynonymKeys.MAX_WORDS) {
                String most = String.valueOf(SynonymKeys.MAX_WORDS);
                refuse(place, "words", "Höchstens " + most + " Wörter.", "At most " + most + " words.");
            }
        }
    }

    private void lookForOthers() {
        if (content.finds().isEmpty() && content.terms().size() == 1) {
            refuse("content.terms", "no-synonym", "Es fehlt ein zweiter Begriff.", "A second term is missing.");
        }
    }

    private void refuse(String field, String code, String german, String english) {
        violations.add(new Violation(field, code, Map.of("de", german, "en", english)));
    }
}
