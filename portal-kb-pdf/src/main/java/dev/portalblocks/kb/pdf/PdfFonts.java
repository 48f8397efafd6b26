// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.InputStream;

/** The fonts that are in a PDF, as far as it uses them. */
final class PdfFonts {
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    private PdfFonts() {}

    static void of(PdfRendererBuilder builder) {
        for (String family : new String[] {"Sans", "Mono"}) {
            add(builder, family, "Regular", NORMAL, FontStyle.NORMAL);
            add(builder, family, "Bold", BOLD, FontStyle.NORMAL);
            add(builder, family, "Italic", NORMAL, FontStyle.ITALIC);
            add(builder, family, "BoldItalic", BOLD, FontStyle.ITALIC);
        }
    }

    private static void add(PdfRendererBuilder builder, String family, String face, int weight, FontStyle style) {
        String file = "liberation/Liberation" + family + "-" + face + ".ttf";
        builder.useFont(() -> open(file), "Liberation " + family, weight, style, true);
    }

    private static InputStream open(String file) {
        InputStream font = PdfFonts.class.getClassLoader().getResourceAsStream(file);
        if (font == null) {
            throw new IllegalStateException("openpdf-fonts-extra is not on the path: no " + file);
        }
        return font;
    }
}
