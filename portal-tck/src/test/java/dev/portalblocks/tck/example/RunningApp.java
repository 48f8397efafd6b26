// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.example;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A web application in a process of its own, on a port that was free. */
final class RunningApp {
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final int SECONDS = 60;

    private final Process process;
    private final CompletableFuture<String> rest;
    private final String url;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningApp(Process process, CompletableFuture<String> rest, int port) {
        this.process = process;
        this.rest = rest;
        this.url = "http://localhost:" + port;
    }

    /** Returns when it answers. */
    static RunningApp start(MavenRun maven, Path folder) throws IOException {
        Process process = maven.start(folder, "compile", "exec:java", "-Dexec.args=--server.port=0");
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                return new RunningApp(
                        process, CompletableFuture.supplyAsync(() -> drained(output)), Integer.parseInt(port.group(1)));
            }
        }
        throw new AssertionError("It did not start:\n" + said);
    }

    /** Reads on, so that the process never waits for somebody who does. */
    private static String drained(BufferedReader output) {
        try (output) {
            StringBuilder said = new StringBuilder();
            output.lines().forEach(line -> said.append(line).append('\n'));
            return said.toString();
        } catch (UncheckedIOException | IOException e) {
            return "";
        }
    }

    HttpResponse<String> get(String login, String path) throws IOException, InterruptedException {
        return send(login, path, HttpRequest.newBuilder().GET());
    }

    /** Sends JSON; apostrophes stand for quotation marks. */
    HttpResponse<String> post(String login, String path, String json) throws IOException, InterruptedException {
        return send(
                login,
                path,
                HttpRequest.newBuilder()
                        .header("content-type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    private HttpResponse<String> send(String login, String path, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        request.uri(URI.create(url + path)).timeout(java.time.Duration.ofSeconds(SECONDS));
        if (!login.isEmpty()) {
            String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
            request.header("authorization", "Basic " + basic);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Waits a moment, or until it has ended. */
    void waitForTheNextTask() throws InterruptedException {
        if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
            throw new AssertionError("It has ended:\n" + rest.join());
        }
    }

    /** Ends it, in order. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("It did not end within " + SECONDS + " seconds");
        }
    }
}
