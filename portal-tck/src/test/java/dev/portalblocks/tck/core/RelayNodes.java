// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Four relays, each a process of its own, and what they say, in the order in which it is heard. */
final class RelayNodes implements AutoCloseable {
    static final int COUNT = 4;

    private final List<String> databases;
    private final LinkedBlockingQueue<Said> heard = new LinkedBlockingQueue<>();
    private final List<Node> nodes = new ArrayList<>();
    private int started;

    /** A line of a node. */
    record Said(Node node, String line) {}

    /** A process. */
    static final class Node {
        final String name;
        final Process process;
        private final BufferedWriter orders;
        boolean isReady;
        boolean isIdle;
        boolean isPaused;
        /** The delivery that has begun and not ended, as it was said; empty between two. */
        String open = "";

        Node(String name, Process process) {
            this.name = name;
            this.process = process;
            this.orders = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        }

        void hear(String line) {
            isReady |= line.equals("ready");
            isIdle = line.equals("ready") || line.startsWith("idle ");
            open = line.startsWith("begin ") ? line.substring(6) : "";
        }

        void go() {
            isIdle = false;
            try {
                orders.write("go\n");
                orders.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void signal(String name) throws IOException, InterruptedException {
            int exit = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            assertThat(exit).as("kill -%s of %s", name, this.name).isZero();
            isPaused = name.equals("STOP");
        }
    }

    RelayNodes(String portal, String crm) throws IOException {
        databases = List.of(portal, crm);
        for (int i = 0; i < COUNT; i++) {
            start();
        }
    }

    List<Node> all() {
        return nodes;
    }

    void start() throws IOException {
        String name = "node-" + started++;
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        RelayProcess.class.getName(),
                        databases.get(0),
                        databases.get(1),
                        name)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Node node = new Node(name, process);
        nodes.add(node);
        Thread listener = new Thread(() -> listen(node), name);
        listener.setDaemon(true);
        listener.start();
    }

    private void listen(Node node) {
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(node.process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                heard.add(new Said(node, line));
            }
        } catch (IOException e) {
            // it was killed in the middle of a line
        }
    }

    /** Returns what is said next; null when nobody says anything for a while, and then sends those on who are idle. */
    @Nullable
    Said hear() throws InterruptedException {
        Said said = heard.poll(20, TimeUnit.MILLISECONDS);
        if (said == null) {
            nodes.stream()
                    .filter(node -> node.isReady && node.isIdle && !node.isPaused)
                    .forEach(Node::go);
            return null;
        }
        said.node().hear(said.line());
        return said;
    }

    /** Takes in what has been said already. */
    List<Said> drain() {
        List<Said> said = new ArrayList<>();
        heard.drainTo(said);
        said.forEach(one -> one.node().hear(one.line()));
        return said;
    }

    void kill(Node node) throws InterruptedException {
        node.process.toHandle().destroyForcibly(); // SIGKILL
        node.process.waitFor();
        nodes.remove(node);
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.process.toHandle().destroyForcibly());
    }
}
