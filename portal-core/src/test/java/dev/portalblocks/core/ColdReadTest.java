// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.memory.MemoryProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What takes most of a cold process's first second is started by the first command, and not before. */
class ColdReadTest {
    private static final String VALIDATION = "org.hibernate.validator.";
    private static final String JSON = "com.fasterxml.jackson.databind.";

    @Test
    void aProcessThatReadsStartsNeitherValidationNorJson() throws Exception {
        assertThat(loadedBy("read")).noneMatch(ColdReadTest::isSlowToStart);
    }

    @Test
    void aProcessThatChangesStartsBoth() throws Exception {
        assertThat(loadedBy("change"))
                .anyMatch(name -> name.startsWith(VALIDATION))
                .anyMatch(name -> name.startsWith(JSON));
    }

    private static boolean isSlowToStart(String name) {
        return name.startsWith(VALIDATION) || name.startsWith(JSON);
    }

    private static List<String> loadedBy(String call) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Cold.class.getName(),
                        call)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said.lines()
                .flatMap(line -> Stream.of(line.split(" ")))
                .filter(word -> word.startsWith(VALIDATION) || word.startsWith("com.fasterxml."))
                .toList();
    }

    /** A program of its own, as the classes of this process are loaded already. */
    static final class Cold {
        private static final CustomerId NUMBER = CustomerId.of("4711");

        private Cold() {}

        public static void main(String[] call) {
            Memory memory = new Memory();
            try (Portal portal = Portal.of(memory)) {
                Profiles profiles = Profiles.of(portal, MemoryProfileStorage.in(memory));
                Actor erika = Actor.customer(TenantId.of("acme"), NUMBER);
                if (call[0].equals("change")) {
                    profiles.change(
                            erika,
                            ChangeProfile.of(
                                    NUMBER,
                                    ProfilePatch.builder().givenName("Erika").build()));
                } else {
                    findNothing(() -> profiles.read(erika, NUMBER));
                    findNothing(() -> profiles.changes(erika, NUMBER, PageRequest.first(10)));
                }
            }
        }

        private static void findNothing(Runnable read) {
            try {
                read.run();
                throw new IllegalStateException("There is no profile");
            } catch (PortalException.NotFound expected) {
                // nobody has written one
            }
        }
    }
}
