// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import dev.portalblocks.core.crypto.Sha256;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.KnowledgeEditor;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.UploadAsset;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Takes in the pictures and files that articles link: bytes that an article has already, or that another file of the
 * same run brought, are not taken in again.
 */
final class LinkedFiles {
    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("txt", "text/plain"),
            Map.entry("csv", "text/csv"));
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final KnowledgeEditor editor;
    private final Actor actor;
    private final Path root;
    private final Map<String, Asset> takenIn = new HashMap<>();

    LinkedFiles(KnowledgeEditor editor, Actor actor, Path root) {
        this.editor = editor;
        this.actor = actor;
        this.root = root;
    }

    /** Returns the files that are linked as assets, each once; what can't be taken in becomes a note. */
    List<Asset> assets(List<Reading.LinkedFile> files, List<Asset> before, List<Reading.Note> notes) {
        Map<String, Asset> assets = new LinkedHashMap<>();
        for (Reading.LinkedFile file : files) {
            String path = linkPath(file.destination());
            if (!isArticle(file.path()) && !assets.containsKey(path)) {
                Reading.NamedAsset named =
                        new Reading.NamedAsset(path, file.path(), mediaType(file.path()), file.line());
                take(named, before, notes).ifPresent(asset -> assets.put(path, asset));
            }
        }
        return List.copyOf(assets.values());
    }

    /** Returns these files as assets; what can't be taken in becomes a note. */
    List<Asset> named(List<Reading.NamedAsset> files, List<Asset> before, List<Reading.Note> notes) {
        return files.stream()
                .flatMap(file -> take(file, before, notes).stream())
                .toList();
    }

    private Optional<Asset> take(Reading.NamedAsset file, List<Asset> before, List<Reading.Note> notes) {
        try {
            Optional<Path> found = inside(file);
            if (isHidden(file.file())) {
                notes.add(new Reading.Note(file.line(), "linked-file-hidden", "The linked file is a hidden one."));
                return Optional.empty();
            }
            if (found.isEmpty()) {
                notes.add(new Reading.Note(file.line(), "linked-file-missing", "The linked file is not in the tree."));
                return Optional.empty();
            }
            return Optional.of(take(found.get(), file, before));
        } catch (IOException e) {
            notes.add(new Reading.Note(file.line(), "linked-file-not-readable", "The linked file can't be read."));
        } catch (PortalException.LimitExceeded e) {
            notes.add(new Reading.Note(file.line(), "linked-file-too-large", "The linked file is too large."));
        } catch (PortalException.ContentRejected e) {
            notes.add(new Reading.Note(file.line(), "linked-file-no-picture", "The linked file is no picture."));
        } catch (PortalException.InvalidInput e) {
            notes.add(new Reading.Note(file.line(), "linked-file-refused", "The link is too long or not one line."));
        }
        return Optional.empty();
    }

    private Asset take(Path file, Reading.NamedAsset named, List<Asset> before) throws IOException {
        String path = named.path();
        if (Files.size(file) > UploadAsset.MAX_BYTES) {
            throw new PortalException.LimitExceeded("content.too-large", UploadAsset.MAX_BYTES);
        }
        String sha256 = sha256(file);
        Optional<Asset> known = before.stream()
                .filter(asset -> asset.path().equals(path) && asset.sha256().equals(sha256))
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        Asset shared = takenIn.get(named.file());
        if (shared == null) {
            try (InputStream bytes = Files.newInputStream(file)) {
                shared = editor.upload(actor, new UploadAsset(path, named.mediaType()), bytes);
            }
            takenIn.put(named.file(), shared);
        }
        return new Asset(path, shared.content(), shared.mediaType(), shared.size(), shared.sha256());
    }

    /** A symbolic link must not bring in what lies outside the tree. */
    private Optional<Path> inside(Reading.NamedAsset file) throws IOException {
        try {
            Path path = root.resolve(file.file());
            if (!Files.isRegularFile(path)) {
                return Optional.empty();
            }
            Path top = root.toRealPath();
            Path real = path.toRealPath();
            boolean inTree = real.startsWith(top) && !isHidden(MarkdownTree.pathBelow(top, real));
            return inTree ? Optional.of(real) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty(); // a name that no file of this system has
        }
    }

    /** What version control and desktops hide is nobody's article. */
    private static boolean isHidden(String path) {
        return Arrays.stream(path.split("/", -1)).anyMatch(name -> name.startsWith("."));
    }

    private static String linkPath(String destination) {
        return destination.replaceFirst("[?#].*", "");
    }

    static boolean isArticle(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return name.endsWith(".md") || name.endsWith(".markdown");
    }

    private static String mediaType(String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return MEDIA_TYPES.getOrDefault(ending, UNKNOWN_TYPE);
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.begin();
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Sha256.hex(digest);
    }
}
