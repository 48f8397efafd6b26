// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.ContentCheck;
import dev.portalblocks.core.Depot;
import dev.portalblocks.core.content.ContentState;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.tx.memory.Memory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that uploads is killed at each of its steps: what it acknowledged is read back, byte by byte, and when the
 * sweep has been there nothing else is left, neither bytes nor rows. Power cuts are not played: for them the order of
 * the steps is asserted.
 */
class KilledUploadsTest {
    private static final int ROUNDS = Boolean.getBoolean("portal.deep") ? 200 : 0;

    @TempDir
    private Path directory;

    private final TreeMap<String, Integer> halts = new TreeMap<>();

    @Test
    void whatWasAcknowledgedOutlivesAKillAtEachStepAndNothingElseDoes() throws Exception {
        long seed = Long.getLong("portal.seed", 4711);
        List<String> steps = round(seed, 0);
        int first = steps.indexOf("upload 3");
        int last = steps.indexOf("upload 4");
        assertThat(steps.subList(first, last)).contains("before force", "after rename", "before commit", "read");
        for (int step = first + 1; step < last; step++) {
            // between the end of a step and the beginning of the next nothing happens
            if (!steps.get(step).startsWith("after ") || step == last - 1) {
                round(seed, step + 1);
            }
        }
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            round(random.nextLong(), 1 + random.nextInt(steps.size()));
        }
        System.out.println("Uploads killed, seed " + seed + ": " + halts);
    }

    /** Bytes reach the disk, get their name, which reaches the disk, and only then is anything acknowledged. */
    @Test
    void nothingIsAcknowledgedBeforeItIsOnTheDisk() throws Exception {
        List<String> steps = round(1, 0);
        List<String> upload = steps.subList(steps.indexOf("upload 2"), steps.indexOf("upload 3"));

        assertThat(upload.stream()
                        .filter(step -> !step.equals("read"))
                        .skip(1)
                        .dropWhile(step -> !step.equals("before force"))
                        .toList())
                .containsExactly(
                        "before force",
                        "after force",
                        "before rename",
                        "after rename",
                        "before force directory",
                        "after force directory",
                        "before commit",
                        "after commit");
        assertThat(upload.subList(1, 4))
                .as("the row is there before a byte is read")
                .containsExactly("before commit", "after commit", "before force directory");
    }

    /** Returns the steps that were taken, where the process came to its end. */
    private List<String> round(long seed, int step) throws Exception {
        Path place = Files.createTempDirectory(directory, "round");
        List<String> said = child(place, seed, step);
        String told = "-Dportal.seed=" + seed + ", step " + step + ": " + said;
        said.stream()
                .filter(line -> line.startsWith("halted "))
                .forEach(line -> halts.merge(line.substring(7), 1, Integer::sum));
        List<String[]> acknowledged = said.stream()
                .filter(line -> line.startsWith("acknowledged "))
                .map(line -> line.split(" ", -1))
                .toList();
        assertThat(acknowledged.size() == MortalUploads.UPLOADS || said.stream().anyMatch(l -> l.startsWith("halted ")))
                .as(told)
                .isTrue();
        judge(place, acknowledged, told);
        return said.stream()
                .filter(line -> line.startsWith("step "))
                .map(line -> line.substring(5))
                .toList();
    }

    private static void judge(Path place, List<String[]> acknowledged, String told) throws Exception {
        FileContentStore bytes = FileContentStore.in(place.resolve("bytes"));
        try (Depot depot = new Depot(new Memory(), bytes, stores -> stores, 1)) {
            Journal.load(place.resolve("rows"), depot.storage);
            depot.clock.move(Duration.ofDays(2));
            while (depot.sweep() > 0) {
                // to the end
            }
            ContentCheck.Findings found = depot.portal.contentCare().check().compare(Depot.PROGRAM);
            assertThat(found.isSound()).as("%s %s", told, found).isTrue();
            for (String[] content : acknowledged) {
                assertThat(sha256(depot, content[1])).as(told).isEqualTo(content[2]);
            }
            assertThat(depot.rows()).as(told).allMatch(StoredContent::isLive);
            assertThat(files(place)).as(told).isEqualTo(names(depot.refs(ContentState.LIVE)));
            long known =
                    acknowledged.stream().map(content -> content[1]).distinct().count();
            assertThat((long) depot.rows().size()).as(told).isBetween(known, known + 1);
        }
    }

    private static String sha256(Depot depot, String ref) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream content = depot.open(ContentRef.of(UUID.fromString(ref)));
                DigestInputStream in = new DigestInputStream(content, digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Set<String> names(List<ContentRef> refs) {
        TreeSet<String> names = new TreeSet<>();
        refs.forEach(ref -> names.add(ref.toString()));
        return names;
    }

    private static Set<String> files(Path place) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> tree = Files.walk(place.resolve("bytes"))) {
            tree.filter(Files::isRegularFile)
                    .forEach(file -> names.add(file.getFileName().toString()));
        }
        return names;
    }

    private static List<String> child(Path place, long seed, int step) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                MortalUploads.class.getName(),
                place.toString(),
                Long.toString(seed),
                Integer.toString(step)));
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream out = child.getInputStream()) {
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(child.waitFor()).as(said).isIn(0, 1);
            return said.lines().toList();
        }
    }
}
