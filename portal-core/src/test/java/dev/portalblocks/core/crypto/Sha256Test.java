// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

/** The vectors are those of FIPS 180-4's examples. */
class Sha256Test {
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void theExamplesOfTheStandardComeOut() {
        assertThat(Sha256.hex("abc")).isEqualTo(OF_ABC);
        assertThat(Sha256.hex("abc".getBytes(StandardCharsets.UTF_8))).isEqualTo(OF_ABC);
        assertThat(Sha256.hex("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void aHashInPiecesIsThatOfTheWhole() {
        MessageDigest digest = Sha256.begin();
        digest.update((byte) 'a');
        digest.update(new byte[] {'b', 'c'});
        assertThat(Sha256.hex(digest)).isEqualTo(OF_ABC);
        assertThat(Sha256.hex(digest)).as("begun anew").isEqualTo(Sha256.hex(""));
    }

    @Test
    void textIsHashedInUtf8() {
        assertThat(Sha256.hex("\u00FC")).isEqualTo(Sha256.hex(new byte[] {(byte) 0xC3, (byte) 0xBC}));
    }
}
