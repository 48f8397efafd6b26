// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import static dev.portalblocks.kb.Editorial.LENA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.content.MediaTypeDetector;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.model.UploadAsset;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTypesTest {
    private final MediaTypeDetector types = new PictureTypes();
    private final Editorial editorial = new Editorial();

    @AfterEach
    void close() {
        editorial.close();
    }

    /** As the Java platform writes them. */
    @ParameterizedTest
    @CsvSource({"png, image/png", "jpg, image/jpeg", "gif, image/gif"})
    void picturesAreKnownByTheirBytes(String format, String type) throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), format, picture))
                .isTrue();
        assertThat(types.detect(picture.toByteArray())).isEqualTo(type);
    }

    /** Signatures from RFC 9649, section 2.4, and the AV1 Image File Format, section 6. */
    @Test
    void picturesOfTheWebAreKnownByTheirBytes() {
        Map.of(
                        "RIFF\u0010\0\0\0WEBPVP8L", "image/webp",
                        "\0\0\0\u001cftypavif\0\0\0\0", "image/avif",
                        "\0\0\0\u001cftypmif1\0\0\0\0mif1avif", "image/avif",
                        "RIFF\u0010\0\0\0WAVEfmt ", MediaTypeDetector.UNKNOWN,
                        "\0\0\0\u001cftypisom\0\0\0\0", MediaTypeDetector.UNKNOWN)
                .forEach((bytes, type) -> assertThat(types.detect(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                        .isEqualTo(type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg/>",
                " \n<svg xmlns='http://www.w3.org/2000/svg'>",
                "<?xml version='1.0'?><!-- <html> --><svg>",
                "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'x.dtd' [<!ENTITY a 'b'>]>\n<svg>",
                "<s:svg xmlns:s='http://www.w3.org/2000/svg'>",
            })
    void aDrawingIsKnownByItsRoot(String text) {
        for (String charset : new String[] {"UTF-8", "UTF-16"}) {
            assertThat(types.detect(text.getBytes(Charset.forName(charset)))).isEqualTo("image/svg+xml");
        }
        assertThat(types.detect(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("image/svg+xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Hagel",
                "Hagel <svg/>",
                "<!-- <svg/> --><html>",
                "<html><svg/></html>",
                "<svgx/>",
                "%PDF-1.7",
                "GIF88a",
                "P",
            })
    void whatIsNoPictureIsUnknown(String text) {
        assertThat(types.detect(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(MediaTypeDetector.UNKNOWN);
    }

    /** 64 KiB of what takes long to read. */
    @Test
    void nothingTakesLong() {
        for (String piece : new String[] {"<!--", "<?", "<!DOCTYPE ", "<a>", "<!-- -->", " ", "ftyp"}) {
            byte[] head =
                    piece.repeat(MediaTypeDetector.HEAD_BYTES / piece.length()).getBytes(StandardCharsets.UTF_8);
            assertThat(types.detect(head)).isEqualTo(MediaTypeDetector.UNKNOWN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "IMAGE/PNG", "image/jpg", "image/svg+xml; charset=utf-8"})
    void whatIsToBeAPictureAndIsNoneIsRefused(String type) {
        assertThatThrownBy(() -> upload(type, "<html><script>alert(1)</script>"))
                .isInstanceOfSatisfying(
                        PortalException.ContentRejected.class,
                        refused -> assertThat(refused.code()).isEqualTo("content.type-mismatch"));
        assertThat(editorial.memory.contents().get("kb.asset")).isNullOrEmpty();
    }

    /** Neither their types nor their bytes are ours to judge. */
    @Test
    void otherFilesAreTakenAsTheyAre() {
        upload("application/pdf", "no PDF");
        upload("image/tiff", "no signature that is known here");
        upload("image/png", "GIF89a, another picture than it is called");
    }

    private void upload(String type, String bytes) {
        editorial
                .knowledge
                .editor()
                .upload(
                        LENA,
                        new UploadAsset("bild", type),
                        new ByteArrayInputStream(bytes.getBytes(StandardCharsets.UTF_8)));
    }
}
