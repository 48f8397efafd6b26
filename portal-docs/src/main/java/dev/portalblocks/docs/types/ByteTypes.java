// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.types;

import dev.portalblocks.core.content.MediaTypeDetector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/**
 * Tells the type of bytes by their beginning: by what a format begins with, in a ZIP by its entries. Neither a name nor
 * what a client says is asked for. It says what bytes look like and not that they are harmless.
 *
 * <p>Thread-safe.
 */
public final class ByteTypes implements MediaTypeDetector {
    private static final String ZIP = "application/zip";
    /** Of an old Office file nothing but the container can be told by its beginning. */
    private static final String OLE = "application/x-ole-storage";

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    /** Knows the types that Apache Tika knows. */
    public ByteTypes() {}

    /** Returns the type without parameters; {@value MediaTypeDetector#UNKNOWN} for nothing, and for what nobody knows. */
    @Override
    public String detect(byte[] head) {
        String type = head.length == 0 ? UNKNOWN : byMagic(head);
        if (isZip(head)) {
            return ZipHead.of(head).findType().orElse(ZIP);
        }
        if (type.equals("application/x-tika-msoffice")) {
            return OLE;
        }
        return type.startsWith("application/x-tika-") ? UNKNOWN : type;
    }

    private String byMagic(byte[] head) {
        try {
            MediaType found = types.detect(new ByteArrayInputStream(head), new Metadata());
            return found.getBaseType().toString();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory", e);
        }
    }

    private static boolean isZip(byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }
}
