// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.Contents;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.kb.model.Article;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.DownloadedArticle;
import dev.portalblocks.rendering.Inspection;
import dev.portalblocks.rendering.model.LinkTarget;
import dev.portalblocks.rendering.model.TextReference;
import dev.portalblocks.rendering.model.TextReference.Use;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Articles as readers take them along. The package {@code dev.portalblocks.kb.download} writes them as files; their bytes are opened with
 * {@link KnowledgeBase#openAsset}, and are those of this version where their SHA-256 is.
 *
 * <p>Thread-safe.
 */
public final class ArticleDownloads {
    private static final Operation READ = Operation.reading("kb.download.read", ArticleReading.PERMISSION);
    private static final Operation OPEN_ASSET = Operation.reading("kb.asset.open", ArticleReading.PERMISSION);

    static final List<Operation> OPERATIONS = List.of(READ, OPEN_ASSET);

    private final Operations operations;
    private final ArticleReading reading;
    private final ReaderViews views;
    private final Contents contents;

    ArticleDownloads(Operations operations, ArticleReading reading, ReaderViews views, Contents contents) {
        this.operations = operations;
        this.reading = reading;
        this.views = views;
        this.contents = contents;
    }

    /**
     * Returns what is published of an article now in the language that fits the reader best, as {@link KnowledgeBase#read} does; null stands for
     * the portal's default. It is asked of the storage each time, also where articles are cached.
     *
     * @throws PortalException.NotFound {@code article.not-found} when it is not there, not published or not for them
     */
    public DownloadedArticle read(Actor actor, ArticleId article, @Nullable LanguageTag language) {
        Article read = operations.perform(
                READ, actor, article, context -> views.article(reading.find(context, article), language));
        return new DownloadedArticle(
                read.id(),
                read.language(),
                read.slug(),
                read.text().title(),
                read.text().body(),
                shown(read),
                read.revision(),
                read.publishedAt(),
                read.outdated());
    }

    private static List<Asset> shown(Article read) {
        return Inspection.of(read.text().body()).references().stream()
                .filter(reference -> reference.use() == Use.PICTURE)
                .map(TextReference::destination)
                .distinct()
                .flatMap(destination -> LinkTarget.parse(destination).stream())
                .flatMap(target -> find(read.assets(), target).stream())
                .distinct()
                .toList();
    }

    /** Returns the picture that a reference in an article's text leads to, by its path or its id; empty when it leads to none of them. */
    public static Optional<Asset> find(Collection<Asset> pictures, LinkTarget target) {
        return pictures.stream()
                .filter(picture -> target.type() == LinkTarget.Type.ASSET
                        ? picture.content().toString().equals(target.id())
                        : target.leadsTo(picture.path()))
                .findFirst();
    }

    /** As {@link KnowledgeBase#openAsset} says. */
    InputStream open(Actor actor, ArticleId article, String path) {
        return contents.open(operations.perform(
                OPEN_ASSET,
                actor,
                article,
                context -> reading.find(context, article).revision().content().assets().stream()
                        .filter(candidate -> candidate.path().equals(path))
                        .findFirst()
                        .map(asset -> contents.show(context, asset.content()))
                        .orElseThrow(() -> new PortalException.NotFound("asset"))));
    }
}
