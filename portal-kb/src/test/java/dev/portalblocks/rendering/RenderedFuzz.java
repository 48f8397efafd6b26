// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

/** Any text, as Markdown, as HTML and as a picture: only what is allowed comes out, and cleaning it changes nothing. */
public final class RenderedFuzz {
    private RenderedFuzz() {}

    /** What a fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        HostileTextsTest.isRendered(text);
        HostileTextsTest.isClean(HtmlCleaner.clean(text), text);
        Inspection.of(text);
        SvgCleaner.clean(text)
                .ifPresent(clean -> assertThat(SvgCleaner.clean(clean)).hasValue(clean));
    }
}
