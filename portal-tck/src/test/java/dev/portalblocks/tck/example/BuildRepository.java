// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.example;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A local repository of Maven's that has this build's own artifacts, and everything else from the repository that the
 * build uses.
 *
 * <p>{@code mvn verify} must not install anything, and what somebody installed earlier must not be what is tested. So our
 * artifacts are copied into a repository below {@code target}, where a project finds them as if they had been installed.
 * Libraries and plugins of others are not copied: their folders are links into the repository of the build, so nothing is
 * loaded twice, and what is still missing is loaded to where every build looks for it. This needs no settings file, which
 * would hide the user's own with its mirrors, no repository in the example's pom, and no newer Maven (3.9 can chain local
 * repositories, 3.8 can't). Where a system allows no links, Maven loads everything anew: slower, but right.
 */
final class BuildRepository {
    private static final Path OWN_GROUP = Path.of("dev", "portalblocks");
    private static final Pattern JAR = Pattern.compile("(portal-[a-z]+)-(\\d.*)\\.jar");

    private final Path root;

    private BuildRepository(Path root) {
        this.root = root;
    }

    /** Returns a repository with the artifacts that these classes come from, and their parent. */
    static Path with(List<Class<?>> classes) throws IOException {
        // one for each process of tests, as two would write the same file at once
        String name = "build-repository-" + System.getProperty("portal.fork", "1");
        BuildRepository repository = new BuildRepository(Path.of("target", name).toAbsolutePath());
        repository.linkOthers(Path.of(System.getProperty(
                "maven.repository",
                Path.of(System.getProperty("user.home"), ".m2", "repository").toString())));
        for (Class<?> one : classes) {
            repository.copyArtifactOf(one);
        }
        return repository.root;
    }

    private void linkOthers(Path known) throws IOException {
        Files.createDirectories(root.resolve(OWN_GROUP));
        link(known, Path.of(""), OWN_GROUP.getName(0));
        link(known, OWN_GROUP.getName(0), OWN_GROUP);
    }

    private void link(Path known, Path folder, Path own) throws IOException {
        if (!Files.isDirectory(known.resolve(folder))) {
            return;
        }
        try (Stream<Path> children = Files.list(known.resolve(folder))) {
            for (Path child : (Iterable<Path>) children.filter(Files::isDirectory)::iterator) {
                Path below = known.relativize(child);
                if (!below.equals(own) && !Files.exists(root.resolve(below), LinkOption.NOFOLLOW_LINKS)) {
                    Files.createSymbolicLink(root.resolve(below), child);
                }
            }
        } catch (UnsupportedOperationException | FileSystemException e) {
            System.out.println("No links here, Maven loads libraries and plugins anew: " + e);
        }
    }

    private void copyArtifactOf(Class<?> one) throws IOException {
        Path jar = origin(one);
        Matcher name = JAR.matcher(String.valueOf(jar.getFileName()));
        // before the phase "package" there are only classes, and no artifact that could be tested
        Assumptions.assumeTrue(name.matches(), "SKIPPED: runs in mvn verify only, there is no jar yet but " + jar);
        Path module = Objects.requireNonNull(jar.getParent().getParent());
        put(jar, name.group(1), name.group(2), ".jar");
        put(module.resolve("pom.xml"), name.group(1), name.group(2), ".pom");
        put(module.resolveSibling("pom.xml"), "portal-blocks", name.group(2), ".pom");
    }

    private void put(Path file, String artifact, String version, String ending) throws IOException {
        Path folder = Files.createDirectories(
                root.resolve(OWN_GROUP).resolve(artifact).resolve(version));
        Files.copy(file, folder.resolve(artifact + "-" + version + ending), StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path origin(Class<?> one) {
        try {
            return Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
