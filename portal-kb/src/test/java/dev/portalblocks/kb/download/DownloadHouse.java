// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.download;

import static dev.portalblocks.kb.Editorial.LENA;

import dev.portalblocks.core.Portal;
import dev.portalblocks.kb.Editorial;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.UploadAsset;
import dev.portalblocks.rendering.model.LinkTarget;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A house with articles that have pictures. */
final class DownloadHouse implements AutoCloseable {
    final Editorial editorial = new Editorial();
    private final Portal portal = editorial.otherPortal();
    /** Publishes what it should not, too. */
    final KnowledgeBase knowledge = KnowledgeBase.builder(portal, MemoryKnowledgeStorage.in(editorial.memory))
            .refusing()
            .build();

    final DownloadOptions options = DownloadOptions.standard()
            .linkedBy(target ->
                    target.type() == LinkTarget.Type.ARTICLE && !target.id().equals("fort")
                            ? Optional.of("https://hilfe.example/" + target.id())
                            : target.type() == LinkTarget.Type.FAQ ? Optional.of("/nirgends") : Optional.empty());

    static byte[] png(Color color) {
        BufferedImage image = new BufferedImage(12, 8, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 4, color.getRGB());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    Asset upload(String path, String mediaType, byte[] bytes) {
        return knowledge.editor().upload(LENA, new UploadAsset(path, mediaType), new ByteArrayInputStream(bytes));
    }

    Asset png(String path, Color color) {
        return upload(path, "image/png", png(color));
    }

    Asset svg(String path, String svg) {
        return upload(path, "image/svg+xml", svg.getBytes(StandardCharsets.UTF_8));
    }

    ArticleId publish(String title, String text, Asset... pictures) {
        return publish(editorial.german(title, text).withAssets(List.of(pictures)));
    }

    ArticleId publish(ArticleContent content) {
        ArticleId id =
                knowledge.editor().create(LENA, CreateArticle.of(content)).id();
        knowledge.editor().publish(LENA, PublishArticle.of(id));
        return id;
    }

    void republish(ArticleId article, String title, String text, Asset... pictures) {
        knowledge
                .editor()
                .edit(
                        LENA,
                        EditArticle.of(article, editorial.german(title, text).withAssets(List.of(pictures))));
        knowledge.editor().publish(LENA, PublishArticle.of(article));
    }

    static byte[] bytes(ArticleFile file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            file.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static String text(ArticleFile file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        portal.close();
        editorial.close();
    }
}
