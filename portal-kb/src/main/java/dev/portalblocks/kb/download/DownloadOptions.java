// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.download;

import dev.portalblocks.rendering.TextLinks;
import dev.portalblocks.rendering.model.LinkTarget;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is said once of all downloads. Immutable and thread-safe, if what finds links is. */
public final class DownloadOptions {
    /** So many bytes the pictures of one article have at most, where nothing else is said: 20 MiB. */
    public static final long PICTURE_BYTES = 20L * 1024 * 1024;

    private static final DownloadOptions STANDARD = new DownloadOptions(target -> Optional.empty(), PICTURE_BYTES);
    /** A file lies anywhere, and so no other address leads from it to a page. */
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://.+");

    private final TextLinks links;
    private final long pictureBytes;

    private DownloadOptions(TextLinks links, long pictureBytes) {
        this.links = links;
        this.pictureBytes = pictureBytes;
    }

    /** Returns that links to other articles, questions and files lead nowhere, so that their words stay, and 20 MiB of pictures. */
    public static DownloadOptions standard() {
        return STANDARD;
    }

    /**
     * Returns these with the host's addresses of articles, questions, and files by their path. Whoever opens a file has it on a disk: only
     * absolute addresses of {@code http} and {@code https} count, any other is none.
     */
    public DownloadOptions linkedBy(TextLinks addresses) {
        return new DownloadOptions(addresses, pictureBytes);
    }

    /**
     * Returns these with another limit for the pictures of one article together.
     *
     * @param bytes from 0; a download holds all of them in memory, a few times over
     */
    public DownloadOptions withPicturesUpTo(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("pictures have no less than 0 bytes");
        }
        return new DownloadOptions(links, bytes);
    }

    long pictureBytes() {
        return pictureBytes;
    }

    Optional<String> findAddress(LinkTarget target) {
        return links.findAddress(target)
                .filter(address -> ABSOLUTE.matcher(address.strip()).matches());
    }
}
