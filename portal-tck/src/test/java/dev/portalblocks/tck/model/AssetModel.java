// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import dev.portalblocks.tck.model.Ledger.Call;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pictures of the knowledge base, as they are to be: texts by name. */
final class AssetModel {
    private final Ledger ledger;
    private final Map<String, String> texts = new LinkedHashMap<>();

    AssetModel(Ledger ledger) {
        this.ledger = ledger;
    }

    String upload(Who who, String text) {
        return ledger.write(new Call(who, "kb.asset.upload", Right.KB_EDIT), reach -> {
            String known = texts.entrySet().stream()
                    .filter(asset -> asset.getValue().equals(text))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
            ledger.unchanged(known != null);
            String name = known == null ? ledger.next("p") : known;
            texts.put(name, text);
            return Lines.of(name, text.length());
        });
    }

    String text(String name) {
        return String.valueOf(texts.get(name));
    }

    void requireAll(Collection<String> names) {
        if (!texts.keySet().containsAll(names)) {
            throw Refused.because("asset.not-found");
        }
    }
}
