// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.types;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What the beginning of a ZIP says about the whole: the names of its entries, and the two of them that name a type.
 *
 * @param entries names, in their order
 * @param mimetype content of the first entry where that is called {@code mimetype} (ODF 1.3, part 2, 3.3; OCF 3.3); else
 *     empty
 * @param contentTypes content of {@code [Content_Types].xml} (ECMA-376, part 2, 7.2.3); else empty
 */
record ZipHead(List<String> entries, String mimetype, String contentTypes) {
    /** What is unpacked at most, so that a bomb is none. */
    private static final int MAX_UNPACKED = 4 * 1024 * 1024;
    /** What of a naming entry is read. */
    private static final int MAX_TEXT = 64 * 1024;

    private static final int MAX_ENTRIES = 1_000;

    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[A-Za-z0-9][A-Za-z0-9.+_-]{0,90}");
    private static final Pattern MAIN_PART = Pattern.compile(
            "application/vnd\\.(?:openxmlformats-officedocument\\.(wordprocessingml|spreadsheetml|presentationml)"
                    + "\\.(document|sheet|presentation|template|slideshow)"
                    + "|ms-(word|excel|powerpoint)\\.(\\w+\\.macroEnabled(?:Template)?))\\.main\\+xml");

    static ZipHead of(byte[] head) {
        Reading reading = new Reading();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(head), StandardCharsets.UTF_8)) {
            reading.read(zip);
        } catch (IOException | IllegalArgumentException e) {
            // the head ends in the middle of an entry, or is no sound ZIP: what came before counts
        }
        return new ZipHead(List.copyOf(reading.entries), reading.mimetype, reading.contentTypes);
    }

    /** Returns the type of what the ZIP is the container of; empty where it is none that is known. */
    Optional<String> findType() {
        return Stream.of(findOpenDocument(), findOfficeOpen(), findJava())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> findOpenDocument() {
        return Optional.of(mimetype.strip())
                .filter(type -> MEDIA_TYPE.matcher(type).matches()
                        && (type.startsWith("application/vnd.oasis.opendocument.")
                                || type.equals("application/epub+zip")));
    }

    private Optional<String> findOfficeOpen() {
        Matcher main = MAIN_PART.matcher(contentTypes);
        if (main.find()) {
            String macros = main.group(3);
            return Optional.of(
                    macros == null
                            ? "application/vnd.openxmlformats-officedocument." + main.group(1) + "." + main.group(2)
                            : "application/vnd.ms-" + macros + "." + main.group(4) + ".12");
        }
        boolean isPackage = has("[Content_Types].xml") || has("_rels/.rels");
        return isPackage ? findByFolder() : Optional.empty();
    }

    /** Where the list of types stands behind the head. */
    private Optional<String> findByFolder() {
        String office = "application/vnd.openxmlformats-officedocument.";
        return entries.stream()
                .flatMap(name -> Stream.of(
                                name.startsWith("word/") ? office + "wordprocessingml.document" : "",
                                name.startsWith("xl/") ? office + "spreadsheetml.sheet" : "",
                                name.startsWith("ppt/") ? office + "presentationml.presentation" : "")
                        .filter(type -> !type.isEmpty()))
                .findFirst();
    }

    private Optional<String> findJava() {
        if (has("AndroidManifest.xml")) {
            return Optional.of("application/vnd.android.package-archive");
        }
        return has("META-INF/MANIFEST.MF") ? Optional.of("application/java-archive") : Optional.empty();
    }

    private boolean has(String name) {
        return entries.contains(name);
    }

    /** What has been read before the head came to its end. */
    private static final class Reading {
        private final List<String> entries = new ArrayList<>();
        private String mimetype = "";
        private String contentTypes = "";
        private int left = MAX_UNPACKED;

        void read(ZipInputStream zip) throws IOException {
            for (ZipEntry entry = zip.getNextEntry();
                    entry != null && entries.size() < MAX_ENTRIES;
                    entry = zip.getNextEntry()) {
                entries.add(entry.getName());
                if (entries.size() == 1 && entry.getName().equals("mimetype")) {
                    mimetype = text(zip);
                } else if (entry.getName().equals("[Content_Types].xml")) {
                    contentTypes = text(zip);
                }
                skip(zip);
            }
        }

        private String text(ZipInputStream zip) throws IOException {
            byte[] content = zip.readNBytes(MAX_TEXT);
            left -= content.length;
            return new String(content, StandardCharsets.UTF_8);
        }

        private void skip(ZipInputStream zip) throws IOException {
            byte[] buffer = new byte[8192];
            for (int count = zip.read(buffer); count >= 0; count = zip.read(buffer)) {
                left -= count;
                if (left < 0) {
                    throw new IOException("Unpacked more than any document begins with");
                }
            }
        }
    }
}
