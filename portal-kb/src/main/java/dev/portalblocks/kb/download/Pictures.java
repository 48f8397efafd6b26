// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.download;

import dev.portalblocks.core.crypto.Sha256;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.ArticleDownloads;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.DownloadedArticle;
import dev.portalblocks.rendering.SvgCleaner;
import dev.portalblocks.rendering.model.LinkTarget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The pictures that one version of an article shows, in memory. One that has gone since, that is another one by now, of which no browser
 * knows the type, or that is not safe to be opened by itself, is left out.
 */
final class Pictures {
    private static final String SVG = "image/svg+xml";
    private static final Set<String> TYPES =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", SVG);

    private final Map<Asset, byte[]> bytes = new LinkedHashMap<>();

    private Pictures() {}

    /**
     * Opens them for this actor.
     *
     * @throws PortalException.LimitExceeded {@code download.too-large} where they have more bytes together
     * @throws PortalException.NotFound {@code article.not-found} where the article has been taken away meanwhile
     */
    static Pictures of(KnowledgeBase knowledge, Actor actor, DownloadedArticle article, long most) {
        long all = article.pictures().stream()
                .filter(picture -> TYPES.contains(type(picture)))
                .mapToLong(Asset::size)
                .sum();
        if (all > most) {
            throw new PortalException.LimitExceeded("download.too-large", most);
        }
        Pictures pictures = new Pictures();
        for (Asset picture : article.pictures()) {
            if (TYPES.contains(type(picture))) {
                opened(knowledge, actor, article, picture)
                        .flatMap(found -> type(picture).equals(SVG) ? cleaned(found) : Optional.of(found))
                        .ifPresent(found -> pictures.bytes.put(picture, found));
            }
        }
        return pictures;
    }

    private static Optional<byte[]> opened(
            KnowledgeBase knowledge, Actor actor, DownloadedArticle article, Asset picture) {
        try (InputStream in = knowledge.openAsset(actor, article.id(), picture.path())) {
            byte[] read = in.readNBytes(Math.toIntExact(picture.size() + 1)); // to its end, where it is checked
            return Optional.of(read).filter(found -> Sha256.hex(found).equals(picture.sha256()));
        } catch (PortalException.NotFound e) {
            if (e.code().startsWith("article.")) {
                throw e;
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new PortalException.StorageFailure("content.storage-failed", true, e);
        }
    }

    private static Optional<byte[]> cleaned(byte[] svg) {
        return SvgCleaner.clean(new String(svg, charset(svg))).map(safe -> safe.getBytes(StandardCharsets.UTF_8));
    }

    private static Charset charset(byte[] svg) {
        boolean isMarked = svg.length > 1 && (svg[0] & 0xFF) + (svg[1] & 0xFF) == 0xFF + 0xFE;
        return isMarked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    /** Returns the picture that a reference leads to, where it is here. */
    Optional<Asset> find(LinkTarget target) {
        return ArticleDownloads.find(bytes.keySet(), target);
    }

    Map<Asset, byte[]> all() {
        return bytes;
    }

    /** Returns the type without what else may be said of it. */
    static String type(Asset picture) {
        String bare = picture.mediaType().split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
        return bare.equals("image/jpg") ? "image/jpeg" : bare;
    }
}
