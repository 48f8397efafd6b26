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
import dev.portalblocks.rendering.ResolvedMarkdown;
import dev.portalblocks.rendering.model.LinkTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes an article as Markdown: a file {@code .md} where it shows no picture, else a ZIP with {@code article.md} and the pictures. Links and
 * pictures lead to what lies in the ZIP, or to the addresses of the {@linkplain DownloadOptions#linkedBy options}; where there is none
 * their words stay. All else stands as it was written, below the title; pictures of the web are named and not brought along.
 *
 * <p>The names in the ZIP are those that the article uses, as far as every file system takes them. No path leads out of it. An SVG is cleaned.
 *
 * <p>Immutable and thread-safe.
 */
public final class MarkdownDownload {
    private static final String TEXT = "article.md";
    private static final Pattern MARK = Pattern.compile("[\\\\`*_\\[\\]<&~{#]");

    private final KnowledgeBase knowledge;
    private final DownloadOptions options;

    private MarkdownDownload(KnowledgeBase knowledge, DownloadOptions options) {
        this.knowledge = knowledge;
        this.options = options;
    }

    /** Returns downloads from this knowledge base. */
    public static MarkdownDownload of(KnowledgeBase knowledge, DownloadOptions options) {
        return new MarkdownDownload(knowledge, options);
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
        Map<Asset, String> names = names(pictures);
        byte[] text = text(read, pictures, names).getBytes(StandardCharsets.UTF_8);
        return names.isEmpty()
                ? ArticleFile.of(PortableNames.portable(read.title() + ".md"), "text/markdown; charset=utf-8", text)
                : ArticleFile.of(
                        PortableNames.portable(read.title() + ".zip"),
                        "application/zip",
                        zip(read.publishedAt(), text, pictures, names));
    }

    private String text(DownloadedArticle read, Pictures pictures, Map<Asset, String> names) {
        String title = MARK.matcher(read.title()).replaceAll("\\\\$0");
        return "# " + title + "\n\n"
                + ResolvedMarkdown.of(
                        read.body(),
                        target -> pictures.find(target).map(names::get).or(() -> address(target)));
    }

    private Optional<String> address(LinkTarget target) {
        return options.findAddress(target);
    }

    private static Map<Asset, String> names(Pictures pictures) {
        PortableNames taken = new PortableNames();
        taken.claim(TEXT);
        Map<Asset, String> names = new LinkedHashMap<>();
        pictures.all().keySet().forEach(picture -> names.put(picture, taken.claim(portable(picture.path()))));
        return names;
    }

    /** Steps to a folder above are left out. */
    private static String portable(String path) {
        String inside = Arrays.stream(path.split("/", -1))
                .filter(Predicate.not(name -> name.isBlank() || name.equals(".") || name.equals("..")))
                .map(PortableNames::portable)
                .collect(Collectors.joining("/"));
        return inside.isEmpty() ? "picture" : inside;
    }

    private static byte[] zip(Instant publishedAt, byte[] text, Pictures pictures, Map<Asset, String> names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            LocalDateTime time = LocalDateTime.ofInstant(publishedAt, ZoneOffset.UTC);
            put(zip, TEXT, time, text);
            for (Map.Entry<Asset, byte[]> picture : pictures.all().entrySet()) {
                put(zip, names.getOrDefault(picture.getKey(), ""), time, picture.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is no file
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, LocalDateTime time, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
