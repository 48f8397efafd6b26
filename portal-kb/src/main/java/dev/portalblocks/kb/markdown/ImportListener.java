// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

/** Hears how far an import has come; called by the importing thread. */
@FunctionalInterface
public interface ImportListener {
    /** Tells that {@code done} of {@code total} files are finished, the last of them at {@code path}. */
    void finished(int done, int total, String path);
}
