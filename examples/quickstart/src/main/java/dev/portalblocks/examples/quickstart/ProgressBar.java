// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.examples.quickstart;

import dev.portalblocks.kb.markdown.ImportListener;

/** Shows how far an import has come: a bar on a terminal, elsewhere a line for each tenth of the way. */
final class ProgressBar implements ImportListener {
    private static final int WIDTH = 40;

    private final Console console;
    private int shown = -1;

    ProgressBar(Console console) {
        this.console = console;
    }

    @Override
    public void finished(int done, int total, String path) {
        int step = (int) ((long) done * (console.isTerminal() ? 100 : 10) / total);
        if (step == shown) {
            return;
        }
        shown = step;
        if (!console.isTerminal()) {
            console.line(done + " von " + total + " Dateien");
        } else if (done < total) {
            int full = WIDTH * done / total;
            console.passing("[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + done + " von " + total);
        } else {
            console.endPassing();
        }
    }
}
