// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.KnowledgeExport;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.publishing.PortableNames;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes the pictures and files of articles, each where the article's link leads if that can be. */
final class ExportedFiles {
    private static final String BY_HASH = "files/";

    private final KnowledgeExport export;
    private final Actor actor;
    private final ExportFolder folder;
    private final PortableNames names;
    private final Map<String, String> hashes = new HashMap<>();

    ExportedFiles(KnowledgeExport export, Actor actor, ExportFolder folder, PortableNames names) {
        this.export = export;
        this.actor = actor;
        this.folder = folder;
        this.names = names;
    }

    /** Returns how many files were written. */
    int count() {
        return hashes.size();
    }

    /** Writes a file of the article that lies in these folders, and returns where; empty when its bytes are no longer there. */
    Optional<String> write(ArticleId article, Asset asset, List<String> folders) throws IOException {
        String linked = linked(asset, folders);
        if (asset.sha256().equals(hashes.get(linked))) {
            return Optional.of(linked);
        }
        String byHash = BY_HASH + asset.sha256() + ending(asset.path());
        if (asset.sha256().equals(hashes.get(byHash))) {
            return Optional.of(byHash);
        }
        try (InputStream bytes = export.openAsset(actor, article, asset.path())) {
            String place = !linked.isEmpty() && names.take(linked) ? linked : names.claim(byHash);
            hashes.put(place, asset.sha256());
            folder.write(place, bytes);
            return Optional.of(place);
        } catch (PortalException.NotFound e) {
            return Optional.empty(); // somebody has published the article anew meanwhile
        }
    }

    /** Returns where the link leads, below the root; empty where no portable path leads there. */
    private static String linked(Asset asset, List<String> folders) {
        String path = Links.below(folders, asset.path());
        boolean isHidden = Arrays.stream(path.split("/", -1)).anyMatch(name -> name.startsWith("."));
        return isHidden || LinkedFiles.isArticle(path) || !PortableNames.isPortable(path) ? "" : path;
    }

    private static String ending(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean isOne =
                ending.length() < name.length() && ending.matches("[a-z0-9]{1,8}") && !LinkedFiles.isArticle(name);
        return isOne ? "." + ending : "";
    }
}
