// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.portalblocks.core.model.PortalException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MeasuredSourceTest {
    @Test
    void sizeAndHashAreThoseOfAllBytes() {
        MeasuredSource source = new MeasuredSource(bytes("abc"), 3);
        byte[] buffer = new byte[2];

        assertThat(source.read(buffer)).isEqualTo(2);
        assertThat(source.read(buffer)).isEqualTo(1);
        assertThat(source.read(buffer)).isEqualTo(-1);

        // the example of FIPS 180-2, appendix B.1
        assertThat(source.measured())
                .isEqualTo(new StoredBytes(3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    @Test
    void theFirstByteBehindTheLimitIsRefused() {
        MeasuredSource source = new MeasuredSource(bytes("abcd"), 3);

        assertThatThrownBy(() -> source.read(new byte[10]))
                .asInstanceOf(type(PortalException.LimitExceeded.class))
                .returns("content.too-large", PortalException::code)
                .returns(3L, PortalException.LimitExceeded::limit);
    }

    @Test
    void aFailureOfTheSourceIsNotOneOfTheStorage() {
        IOException lost = new IOException("connection lost");
        MeasuredSource source = new MeasuredSource(
                new FilterInputStream(InputStream.nullInputStream()) {
                    @Override
                    public int read(byte[] buffer, int from, int length) throws IOException {
                        throw lost;
                    }
                },
                3);

        assertThatThrownBy(() -> source.read(new byte[10]))
                .isInstanceOf(PortalException.ContentRejected.class)
                .returns("content.source-failed", e -> ((PortalException) e).code())
                .hasSuppressedException(lost);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
