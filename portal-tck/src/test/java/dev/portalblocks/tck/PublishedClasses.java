// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The classes of the published modules, from their folders or jars on the class path; none of the contract tests. */
public final class PublishedClasses {
    private static final String HOUSE = "dev/portalblocks";
    private static final String KIT = "tck";

    private PublishedClasses() {}

    /** Returns them all. */
    public static List<Class<?>> all() {
        List<Class<?>> all = new ArrayList<>();
        try {
            for (URL place : Collections.list(loader().getResources(HOUSE))) {
                all.addAll(in(place.toURI()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }

    private static List<Class<?>> in(URI place) throws IOException {
        if (!place.getScheme().equals("jar")) {
            return below(Path.of(place));
        }
        try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
            return below(jar.getPath(HOUSE));
        }
    }

    private static List<Class<?>> below(Path house) throws IOException {
        try (Stream<Path> files = Files.walk(house)) {
            return files.map(file -> house.relativize(file)
                            .toString()
                            .replace(house.getFileSystem().getSeparator(), "/"))
                    .filter(file -> file.endsWith(".class") && !file.startsWith(KIT + "/"))
                    .filter(file -> !file.endsWith("-info.class"))
                    .<Class<?>>map(PublishedClasses::load)
                    .toList();
        }
    }

    private static Class<?> load(String file) {
        String name = HOUSE + "/" + file.substring(0, file.length() - ".class".length());
        try {
            return Class.forName(name.replace('/', '.'), false, loader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ClassLoader loader() {
        return PublishedClasses.class.getClassLoader();
    }
}
