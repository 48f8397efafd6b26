// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;

/** What is in a PDF, as another program reads it. */
record ReadPdf(
        int pages,
        String text,
        String title,
        String language,
        boolean tagged,
        List<String> pictures,
        List<String> links,
        int jumps,
        List<String> bookmarks,
        List<String> fonts,
        boolean embedded) {
    static ReadPdf of(byte[] bytes) {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            List<String> pictures = new ArrayList<>();
            List<String> links = new ArrayList<>();
            List<PDFont> fonts = new ArrayList<>();
            int inside = 0;
            for (PDPage page : pdf.getPages()) {
                look(page.getResources(), pictures, fonts);
                for (PDAnnotation annotation : page.getAnnotations()) {
                    if (annotation instanceof PDAnnotationLink link) {
                        if (link.getAction() instanceof PDActionURI uri) {
                            links.add(uri.getURI());
                        } else {
                            inside++;
                        }
                    }
                }
            }
            List<String> bookmarks = new ArrayList<>();
            if (pdf.getDocumentCatalog().getDocumentOutline() != null) {
                for (PDOutlineItem item :
                        pdf.getDocumentCatalog().getDocumentOutline().children()) {
                    bookmarks.add(item.getTitle());
                }
            }
            PDFTextStripper words = new PDFTextStripper();
            words.setSortByPosition(true); // what is bold is drawn behind what is not
            return new ReadPdf(
                    pdf.getNumberOfPages(),
                    words.getText(pdf),
                    String.valueOf(pdf.getDocumentInformation().getTitle()),
                    String.valueOf(pdf.getDocumentCatalog().getLanguage()),
                    pdf.getDocumentCatalog().getMarkInfo() != null
                            && pdf.getDocumentCatalog().getMarkInfo().isMarked()
                            && pdf.getDocumentCatalog().getStructureTreeRoot() != null,
                    pictures,
                    links,
                    inside,
                    bookmarks,
                    fonts.stream()
                            .map(PDFont::getName)
                            .map(name -> name.replaceAll("^[A-Z]{6}\\+", ""))
                            .distinct()
                            .sorted()
                            .toList(),
                    fonts.stream().allMatch(PDFont::isEmbedded));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void look(PDResources resources, List<String> pictures, List<PDFont> fonts) throws IOException {
        for (COSName name : resources.getFontNames()) {
            fonts.add(resources.getFont(name));
        }
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            if (object instanceof PDImageXObject image) {
                pictures.add(image.getWidth() + "x" + image.getHeight());
            } else if (object instanceof PDFormXObject form && form.getResources() != null) {
                look(form.getResources(), pictures, fonts);
            }
        }
    }
}
