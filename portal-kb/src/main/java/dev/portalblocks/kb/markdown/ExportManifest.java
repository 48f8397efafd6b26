// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

/** What an export says of itself, in the file that it writes last. */
record ExportManifest(int articles, int texts, int files) {
    static final String FILE = "portal-export.yml";

    String text() {
        return new YamlText()
                .line("format: 1")
                .line("articles: " + articles)
                .line("texts: " + texts)
                .line("files: " + files)
                .toString();
    }
}
