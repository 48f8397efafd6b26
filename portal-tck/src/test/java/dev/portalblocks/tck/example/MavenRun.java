// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.example;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Runs the Maven that runs this build on another project, with the same settings and the same JDK.
 *
 * @param pom the project
 * @param repository the local repository
 */
record MavenRun(Path pom, Path repository) {
    private static final long MINUTES = 5;
    /** For processes that end before a second compiler pays. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";
    /** {@code settings=FILE offline=true}, as the pom says; empty outside Maven. */
    private static final String THIS_BUILD = System.getProperty("maven.build", "");

    /**
     * What became of a run.
     *
     * @param status 0 for success
     * @param output all that it wrote
     */
    record Result(int status, String output) {}

    Result run(Path folder, String... goals) throws IOException, InterruptedException {
        return run(folder, maven(goals));
    }

    /** Runs what Maven has compiled, without Maven, on the class path of this test. */
    Result java(Path folder, String main, String... arguments) throws IOException, InterruptedException {
        Path project = Objects.requireNonNull(pom.toAbsolutePath().getParent());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                SHORT_LIVED,
                "-Dquickstart.home=" + project,
                "-cp",
                project.resolve(Path.of("target", "classes"))
                        + File.pathSeparator
                        + System.getProperty("java.class.path"),
                main));
        command.addAll(List.of(arguments));
        return run(folder, new ProcessBuilder(command));
    }

    private static Result run(Path folder, ProcessBuilder builder) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "run", ".txt");
        Process process = builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            String text = Files.readString(output);
            if (!ended) {
                throw new AssertionError("It did not end within " + MINUTES + " minutes:\n" + text);
            }
            return new Result(process.exitValue(), text);
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    /** Starts a run that goes on by itself; whoever started it reads what it writes, and ends it. */
    Process start(Path folder, String... goals) throws IOException {
        return maven(goals).directory(folder.toFile()).redirectErrorStream(true).start();
    }

    private ProcessBuilder maven(String... goals) {
        ProcessBuilder builder = new ProcessBuilder(command(goals));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().merge("MAVEN_OPTS", SHORT_LIVED, (given, ours) -> given + " " + ours);
        return builder;
    }

    private List<String> command(String... goals) {
        List<String> command = new ArrayList<>(
                List.of(program(), "-q", "-B", "-ntp", "-f", pom.toString(), "-Dmaven.repo.local=" + repository));
        if (THIS_BUILD.contains(" offline=true")) {
            command.add("-o");
        }
        Path settings = Path.of(THIS_BUILD.replaceFirst("^settings=(.*) offline=.*$", "$1"));
        if (Files.isRegularFile(settings)) {
            command.addAll(List.of("-s", settings.toString()));
        }
        command.addAll(List.of(goals));
        return command;
    }

    private static String program() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        String name = windows ? "mvn.cmd" : "mvn";
        String home = System.getProperty("maven.home");
        return home == null ? name : Path.of(home, "bin", name).toString();
    }
}
