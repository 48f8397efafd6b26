// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.types;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteTypesTest {
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final int HEAD = 64 * 1024;

    private final ByteTypes types = new ByteTypes();

    @ParameterizedTest
    @CsvSource({
        "255044462d312e370a25e2e3cfd30a312030206f626a, application/pdf",
        "89504e470d0a1a0a0000000d49484452, image/png",
        "ffd8ffe000104a46494600010100000100010000, image/jpeg",
        "474946383961010001008000000000000000, image/gif",
        "424d3a000000000000003600000028000000010000000100000001001800, image/bmp",
        "49492a0008000000, image/tiff",
        "524946462400000057454250565038200000, image/webp",
        "4d5a90000300000004000000ffff0000b8000000, application/x-msdownload",
        "7f454c4602010100000000000000000002003e00, application/x-executable",
        "d0cf11e0a1b11ae1000000000000000000000000, application/x-ole-storage",
        "1f8b0800000000000003, application/gzip",
        "377abcaf271c0004, application/x-7z-compressed",
        "526172211a0700cf, application/x-rar-compressed",
        "cafebabe00000034, application/java-vm",
        "000000186674797069736f6d0000020069736f6d, video/quicktime",
    })
    void theFirstBytesTellTheType(String hex, String expected) {
        assertThat(types.detect(padded(HexFormat.of().parseHex(hex)))).isEqualTo(expected);
    }

    @Test
    void textIsTextAndAPageIsAPageWhateverItIsCalled() {
        assertThat(detect("Sehr geehrte Damen und Herren,\r\n\tüber …", UTF_8)).isEqualTo("text/plain");
        assertThat(detect("Mit freundlichen Gr\u00FC\u00DFen", ISO_8859_1)).isEqualTo("text/plain");
        assertThat(detect("Gr\u00FC\u00DFe aus dem Norden", UTF_16)).isEqualTo("text/plain");
        assertThat(detect("<!DOCTYPE html><html><body><script>alert(1)</script>", UTF_8))
                .isEqualTo("text/html");
        assertThat(detect("\n  <html><head><title>Rechnung.pdf</title>", UTF_8)).isEqualTo("text/html");
        assertThat(detect("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>", UTF_8))
                .isEqualTo("image/svg+xml");
        assertThat(detect("<?xml version=\"1.0\"?><a/>", UTF_8)).isEqualTo("application/xml");
        assertThat(detect("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", UTF_8)).isEqualTo("text/plain");
        assertThat(detect("#!/bin/sh\nrm -rf ~\n", UTF_8)).isEqualTo("application/x-sh");
    }

    @Test
    void nothingAndNoiseAreOfNoKnownType() {
        byte[] noise = new byte[HEAD];
        new Random(4711).nextBytes(noise);

        assertThat(types.detect(new byte[0])).isEqualTo("application/octet-stream");
        assertThat(types.detect(noise)).isEqualTo("application/octet-stream");
        assertThat(types.detect(new byte[] {0})).isEqualTo("application/octet-stream");
    }

    @Test
    void anOfficeDocumentIsToldFromItsListOfTypes() {
        assertThat(types.detect(office("word/document.xml", "wordprocessingml.document")))
                .isEqualTo(OFFICE + "wordprocessingml.document");
        assertThat(types.detect(office("xl/workbook.xml", "spreadsheetml.sheet")))
                .isEqualTo(OFFICE + "spreadsheetml.sheet");
        assertThat(types.detect(office("ppt/presentation.xml", "presentationml.presentation")))
                .isEqualTo(OFFICE + "presentationml.presentation");
        assertThat(types.detect(office("word/document.xml", "wordprocessingml.template")))
                .isEqualTo(OFFICE + "wordprocessingml.template");
    }

    @Test
    void macrosAreToldByTheListOfTypesAndNotByTheName() {
        byte[] macros = zip(
                entry(
                        "[Content_Types].xml",
                        "<Types><Override PartName=\"/word/document.xml\" ContentType=\""
                                + "application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>"),
                entry("word/document.xml", "<w/>"),
                entry("word/vbaProject.bin", "macro"));

        assertThat(types.detect(macros)).isEqualTo("application/vnd.ms-word.document.macroEnabled.12");
    }

    @Test
    void anOfficeDocumentWhoseListStandsBehindTheHeadIsToldByItsFolders() {
        byte[] listLast = zip(
                entry("_rels/.rels", "<Relationships/>"),
                entry("xl/workbook.xml", noise(100_000)),
                entry("[Content_Types].xml", "<Types/>"));

        assertThat(types.detect(Arrays.copyOf(listLast, HEAD))).isEqualTo(OFFICE + "spreadsheetml.sheet");
    }

    @Test
    void openDocumentsAndBooksAreToldFromTheirFirstEntry() {
        assertThat(types.detect(zip(
                        stored("mimetype", "application/vnd.oasis.opendocument.text"), entry("content.xml", "<o/>"))))
                .isEqualTo("application/vnd.oasis.opendocument.text");
        assertThat(types.detect(zip(stored("mimetype", "application/epub+zip"), entry("META-INF/container.xml", ""))))
                .isEqualTo("application/epub+zip");
        assertThat(types.detect(zip(stored("mimetype", "text/html\r\nX-Evil: 1"), entry("content.xml", "<o/>"))))
                .isEqualTo("application/zip");
        assertThat(types.detect(zip(entry("a", "b"), stored("mimetype", "application/epub+zip"))))
                .isEqualTo("application/zip");
    }

    @Test
    void programsInAZipAreTold() {
        assertThat(types.detect(zip(entry("META-INF/MANIFEST.MF", "Manifest-Version: 1.0"), entry("A.class", "x"))))
                .isEqualTo("application/java-archive");
        assertThat(types.detect(zip(entry("AndroidManifest.xml", "x"), entry("META-INF/MANIFEST.MF", "x"))))
                .isEqualTo("application/vnd.android.package-archive");
    }

    @Test
    void anyOtherZipIsAZipWhateverItHolds() {
        assertThat(types.detect(zip(entry("Vertrag.docx", "word/document.xml"))))
                .isEqualTo("application/zip");
        assertThat(types.detect(zip(entry("word/document.xml", "<w/>")))).isEqualTo("application/zip");
        assertThat(types.detect(padded(HexFormat.of().parseHex("504b0304ffffffff"))))
                .isEqualTo("application/zip");
    }

    @Test
    void aBombIsUnpackedOnlyALittle() {
        byte[] bomb = zip(entry("a", new byte[50_000_000]), entry("META-INF/MANIFEST.MF", "x"));

        assertThat(types.detect(Arrays.copyOf(bomb, HEAD))).isEqualTo("application/zip");
    }

    @Test
    void noBeginningMakesItFail() {
        long seed = Long.getLong("portal.seed", 4711);
        Random random = new Random(seed);
        byte[] office = office("word/document.xml", "wordprocessingml.document");
        for (int round = 0; round < 200; round++) {
            byte[] damaged = Arrays.copyOf(office, random.nextInt(office.length + 1));
            for (int i = random.nextInt(8); i > 0 && damaged.length > 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            assertThat(types.detect(damaged))
                    .as("round %d (-Dportal.seed=%d)", round, seed)
                    .matches("[a-z]+/[A-Za-z0-9.+_-]{1,90}");
        }
    }

    private String detect(String text, Charset charset) {
        return types.detect(text.getBytes(charset));
    }

    /** Real files are longer than what they begin with. */
    private static byte[] padded(byte[] magic) {
        return Arrays.copyOf(magic, Math.max(magic.length, 2_000));
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private static byte[] office(String main, String type) {
        return zip(
                entry(
                        "[Content_Types].xml",
                        "<Types><Default Extension=\"xml\" ContentType=\"application/xml\"/>" + "<Override PartName=\"/"
                                + main + "\" ContentType=\"" + OFFICE + type + ".main+xml\"/></Types>"),
                entry("_rels/.rels", "<Relationships/>"),
                entry(main, "<x/>"));
    }

    private static final class Entry {
        private final String name;
        private final byte[] content;
        private final boolean stored;

        Entry(String name, byte[] content, boolean stored) {
            this.name = name;
            this.content = content;
            this.stored = stored;
        }
    }

    private static Entry entry(String name, String content) {
        return new Entry(name, content.getBytes(UTF_8), false);
    }

    private static Entry entry(String name, byte[] content) {
        return new Entry(name, content, false);
    }

    private static Entry stored(String name, String content) {
        return new Entry(name, content.getBytes(UTF_8), true);
    }

    private static byte[] zip(Entry... entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Entry entry : entries) {
                ZipEntry header = new ZipEntry(entry.name);
                if (entry.stored) {
                    CRC32 crc = new CRC32();
                    crc.update(entry.content);
                    header.setMethod(ZipEntry.STORED);
                    header.setSize(entry.content.length);
                    header.setCrc(crc.getValue());
                }
                zip.putNextEntry(header);
                zip.write(entry.content);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
