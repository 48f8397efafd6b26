// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content.file;

import dev.portalblocks.core.crypto.Sha256;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.TenantId;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Which file holds what: {@code ROOT/HASH-OF-TENANT/xx/UUID}. All names are lower-case hexadecimal digits and hyphens of
 * our own making, so that no text of a host's or a customer's ever becomes part of a path.
 *
 * @param root the directory of the store
 */
record Layout(Path root) {
    /** How the name of a file ends that is not complete. */
    static final String TEMPORARY = ".tmp";

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int FAN_DIGITS = 2;

    /** Tenants differ by case or by normal form alone, where file systems do not: a hash tells all of them apart. */
    Path directory(TenantId tenant) {
        return root.resolve(Sha256.hex(tenant.value()));
    }

    Path directory(TenantId tenant, ContentRef ref) {
        return directory(tenant).resolve(fan(ref.toString()));
    }

    Path file(TenantId tenant, ContentRef ref) {
        return directory(tenant, ref).resolve(ref.toString());
    }

    /** The temporary name of a file's {@code attempt}: writers of one reference count until they find a free one. */
    static Path temporary(Path file, int attempt) {
        return file.resolveSibling(file.getFileName() + "." + attempt + TEMPORARY);
    }

    /** Returns whether the store may have put a complete file here; others are not ours. */
    static boolean isContent(Path file) {
        String name = file.getFileName().toString();
        Path fan = file.getParent();
        return fan != null && UUID_TEXT.matcher(name).matches() && fan.endsWith(fan(name));
    }

    static boolean isTemporary(Path file) {
        return file.getFileName().toString().endsWith(TEMPORARY);
    }

    /** The end of a UUIDv7 is random, its beginning is the time: it would send a whole day into one directory. */
    private static String fan(String name) {
        return name.substring(name.length() - FAN_DIGITS);
    }
}
