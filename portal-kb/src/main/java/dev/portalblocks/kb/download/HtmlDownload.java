// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.download;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.DownloadedArticle;
import dev.portalblocks.publishing.PortableNames;
import dev.portalblocks.rendering.Renderer;
import dev.portalblocks.rendering.model.LinkTarget;
import dev.portalblocks.rendering.model.Rendered;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes an article as one HTML page that needs nothing else: its pictures and its style are in it, and it loads nothing, neither when it is
 * opened nor when it is printed. It says its language, has one first heading, a table of contents where there are two headings or more, and a
 * policy that keeps scripts and whatever is not in it away.
 *
 * <p>Pictures that are not the article's own, such as those of the web, and those that have gone are left out with their alternative text in
 * their place. In place of a video or a sound of the web stands a link to it, and its transcript is open. Links to other articles lead to the addresses of
 * the {@linkplain DownloadOptions#linkedBy options}; where there is none their words stay.
 *
 * <p>Immutable and thread-safe.
 */
public final class HtmlDownload {
    private final KnowledgeBase knowledge;
    private final DownloadOptions options;

    private HtmlDownload(KnowledgeBase knowledge, DownloadOptions options) {
        this.knowledge = knowledge;
        this.options = options;
    }

    /** Returns downloads from this knowledge base. */
    public static HtmlDownload of(KnowledgeBase knowledge, DownloadOptions options) {
        return new HtmlDownload(knowledge, options);
    }

    /**
     * Returns what is published of an article now, for this reader, in the language that fits best; null stands for the portal's default. The
     * same version is the same file, byte for byte.
     *
     * @throws PortalException.NotFound {@code article.not-found} when it is not there, not published or not for them
     * @throws PortalException.LimitExceeded {@code download.too-large} when its pictures have more bytes than the options say
     */
    public ArticleFile article(Actor actor, ArticleId article, @Nullable LanguageTag language) {
        DownloadedArticle read = knowledge.downloads().read(actor, article, language);
        Pictures pictures = Pictures.of(knowledge, actor, read, options.pictureBytes());
        Map<Asset, String> marks = new LinkedHashMap<>();
        pictures.all().keySet().forEach(picture -> marks.put(picture, DownloadPage.MARK + marks.size()));
        PageWords words = PageWords.of(read.language());
        Rendered rendered = Renderer.builder()
                .transcriptLabel(words.transcript())
                .build()
                .render(
                        read.body(),
                        target -> pictures.find(target).map(marks::get).or(() -> address(target)));
        Map<String, String> data = new LinkedHashMap<>();
        pictures.all().forEach((picture, bytes) -> data.put(marks.getOrDefault(picture, ""), data(picture, bytes)));
        String page = DownloadPage.of(read, rendered, words, data);
        return ArticleFile.of(
                PortableNames.portable(read.title() + ".html"),
                "text/html; charset=utf-8",
                page.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> address(LinkTarget target) {
        return options.findAddress(target);
    }

    private static String data(Asset picture, byte[] bytes) {
        return "data:" + Pictures.type(picture) + ";base64,"
                + Base64.getEncoder().encodeToString(bytes);
    }
}
