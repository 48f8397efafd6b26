// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.examples.quickstart;

import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.ProblemDetails;
import dev.portalblocks.search.model.Snippet;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Writes for a person: on a terminal with bold type and lines that are drawn anew, into a file without. */
final class Console {
    private static final String BOLD = "\u001b[1m";
    private static final String NORMAL = "\u001b[0m";
    private static final String START_OF_EMPTY_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;

    private Console(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static Console standard() {
        java.io.Console console = System.console();
        Charset umlauts = console != null && console.charset().newEncoder().canEncode('ü')
                ? console.charset()
                : StandardCharsets.UTF_8; // the system's own may be ASCII in a container, where no ü survives
        return new Console(new PrintStream(System.out, true, umlauts), console != null);
    }

    boolean isTerminal() {
        return terminal;
    }

    void title(String text) {
        out.println();
        out.println(bold(text));
        out.println("=".repeat(text.length()));
    }

    void heading(String text) {
        out.println();
        out.println(bold(text));
        out.println("-".repeat(text.length()));
    }

    void line(String text) {
        out.println("  " + text);
    }

    /** Writes text as it is. */
    void text(String text) {
        out.println(text);
    }

    /** Writes a line that the next one replaces; only on a terminal. */
    void passing(String text) {
        out.print(START_OF_EMPTY_LINE + "  " + text);
        out.flush();
    }

    void endPassing() {
        out.print(START_OF_EMPTY_LINE);
    }

    void hit(int rank, String what, Snippet title, Snippet snippet) {
        out.println("  " + rank + ". " + marked(title) + "  (" + what + ")");
        out.println("     … " + marked(snippet).replaceAll("\\s+", " ") + " …");
    }

    /** Attempts what a block is expected to refuse, and writes the problem details that a web client would get. */
    void refused(Runnable attempt) {
        try {
            attempt.run();
            line("    nicht abgelehnt: das dürfte nicht sein");
        } catch (PortalException refusal) {
            ProblemDetails problem = ProblemDetails.of(refusal);
            line("    " + problem.status() + " " + problem.title() + ": " + problem.code());
            problem.violations()
                    .forEach(violation -> line("    " + violation.field() + ": "
                            + violation.messages().get("de")));
        }
    }

    private String marked(Snippet snippet) {
        return terminal ? snippet.toText(BOLD, NORMAL) : snippet.toText("*", "*");
    }

    private String bold(String text) {
        return terminal ? BOLD + text + NORMAL : text;
    }
}
