// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.tck.model.Ledger.Call;
import dev.portalblocks.tck.model.Ledger.Once;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The documents of the vault, as they are to be. */
final class VaultModel {
    final FolderModel folders;
    private final Ledger ledger;
    private final Map<String, Paper> papers = new LinkedHashMap<>();

    VaultModel(Ledger ledger) {
        this.ledger = ledger;
        this.folders = new FolderModel(
                ledger, folder -> papers.values().stream().anyMatch(paper -> folder.equals(paper.folder)));
    }

    private record Bytes(
            int number,
            String text,
            Instant at,
            Actor.Kind by,
            @Nullable Integer restoredFrom) {
        String view() {
            return Lines.of(number, text.length(), at, by, restoredFrom);
        }
    }

    private static final class Paper {
        private final String name;
        private final String customer;
        private final Instant addedAt;
        private final List<Bytes> versions = new ArrayList<>();
        private @Nullable String folder;
        private String title;
        private Instant changedAt;
        private long version = 1;

        Paper(String name, String customer, @Nullable String folder, String title, Instant now) {
            this.name = name;
            this.customer = customer;
            this.folder = folder;
            this.title = title;
            this.addedAt = now;
            this.changedAt = now;
        }

        Bytes current() {
            return versions.get(versions.size() - 1);
        }

        void changed(Instant now) {
            version++;
            changedAt = now;
        }

        String view() {
            return Lines.of(name, customer, folder, title, current().view(), version, addedAt, changedAt);
        }
    }

    long version(String name) {
        Paper paper = papers.get(name);
        return paper == null ? 0 : paper.version;
    }

    /**
     * What is handed in.
     *
     * @param customer whose
     * @param folder into which folder; null for the top
     * @param title the document's name
     * @param text its bytes
     */
    record HandedIn(String customer, @Nullable String folder, String title, String text) {}

    String upload(Who who, HandedIn wanted, @Nullable String key) {
        return ledger.upload(
                new Call(who, "docs.upload", Right.DOCS_WRITE),
                new Once(key, wanted.toString()),
                reach -> folders.requireCustomer(reach, wanted.customer()),
                reach -> {
                    folders.require(reach, wanted.customer(), wanted.folder());
                    Paper paper = new Paper(
                            ledger.next("d"), wanted.customer(), wanted.folder(), wanted.title(), ledger.now());
                    paper.versions.add(new Bytes(1, wanted.text(), ledger.now(), who.kind(), null));
                    papers.put(paper.name, paper);
                    emit(paper, "added");
                    return paper.name;
                },
                (reach, name) -> find(reach, name).view());
    }

    String addVersion(Who who, String name, String text, @Nullable Long expected, @Nullable String key) {
        return ledger.upload(
                new Call(who, "docs.version.add", Right.DOCS_WRITE),
                new Once(key, Lines.of(name, text, expected)),
                reach -> find(reach, name),
                reach -> {
                    show(require(reach, name, expected), who, text, null);
                    return name;
                },
                (reach, made) -> find(reach, made).view());
    }

    String restore(Who who, String name, int number, @Nullable Long expected, @Nullable String key) {
        return ledger.create(
                new Call(who, "docs.version.restore", Right.DOCS_WRITE),
                new Once(key, Lines.of(name, number, expected)),
                reach -> {
                    Bytes wanted = bytes(find(reach, name), number);
                    show(require(reach, name, expected), who, wanted.text(), number);
                    return name;
                },
                (reach, made) -> find(reach, made).view());
    }

    private void show(Paper paper, Who who, String text, @Nullable Integer restoredFrom) {
        paper.versions.add(new Bytes(paper.versions.size() + 1, text, ledger.now(), who.kind(), restoredFrom));
        paper.changed(ledger.now());
        emit(paper, "version-added");
    }

    String rename(Who who, String name, String title, @Nullable Long expected) {
        return ledger.write(new Call(who, "docs.rename", Right.DOCS_WRITE), reach -> {
            Paper paper = require(reach, name, expected);
            if (paper.title.equals(title)) {
                ledger.unchanged();
            } else {
                paper.title = title;
                paper.changed(ledger.now());
            }
            emit(paper, "renamed");
            return paper.view();
        });
    }

    String move(Who who, String name, @Nullable String target, @Nullable Long expected) {
        return ledger.write(new Call(who, "docs.move", Right.DOCS_WRITE), reach -> {
            folders.require(reach, find(reach, name).customer, target);
            Paper paper = require(reach, name, expected);
            if (Objects.equals(paper.folder, target)) {
                ledger.unchanged();
            } else {
                paper.folder = target;
                paper.changed(ledger.now());
            }
            emit(paper, "moved");
            return paper.view();
        });
    }

    String remove(Who who, String name, @Nullable Long expected) {
        return ledger.write(new Call(who, "docs.remove", Right.DOCS_WRITE), reach -> {
            Paper paper = require(reach, name, expected);
            papers.remove(name);
            emit(paper, "removed");
            return "gone";
        });
    }

    String read(Who who, String name) {
        return ledger.read(
                new Call(who, "docs.read", Right.DOCS_READ),
                reach -> find(reach, name).view());
    }

    String open(Who who, String name, @Nullable Integer number) {
        String operation = number == null ? "docs.open" : "docs.version.open";
        return ledger.read(new Call(who, operation, Right.DOCS_READ), reach -> {
            Paper paper = find(reach, name);
            return number == null
                    ? paper.current().text()
                    : bytes(paper, number).text();
        });
    }

    String versions(Who who, String name) {
        return ledger.read(new Call(who, "docs.version.list", Right.DOCS_READ), reach -> {
            List<String> latestFirst = new ArrayList<>();
            find(reach, name).versions.forEach(one -> latestFirst.add(0, one.view()));
            return Lines.list(latestFirst);
        });
    }

    String list(Who who, String customer) {
        return ledger.read(
                new Call(who, "docs.list", Right.DOCS_READ), reach -> latestFirst(reach, customer, false, null));
    }

    String inFolder(Who who, String customer, @Nullable String folder) {
        return ledger.read(new Call(who, "docs.in-folder", Right.DOCS_READ), reach -> {
            folders.require(reach, customer, folder);
            return latestFirst(reach, customer, true, folder);
        });
    }

    private String latestFirst(Right.Reach reach, String customer, boolean inFolder, @Nullable String folder) {
        List<String> found = new ArrayList<>();
        papers.values().stream()
                .filter(paper -> paper.customer.equals(customer) && reach.customer(customer))
                .filter(paper -> !inFolder || Objects.equals(paper.folder, folder))
                .forEach(paper -> found.add(0, paper.view()));
        return Lines.list(found);
    }

    private Paper find(Right.Reach reach, String name) {
        Paper paper = papers.get(name);
        if (paper == null || !reach.customer(paper.customer)) {
            throw Refused.because("document.not-found");
        }
        return paper;
    }

    private Paper require(Right.Reach reach, String name, @Nullable Long expected) {
        Paper paper = find(reach, name);
        if (expected != null && expected != paper.version) {
            throw Refused.because("document.version-conflict");
        }
        return paper;
    }

    private static Bytes bytes(Paper paper, int number) {
        if (number > paper.versions.size()) {
            throw Refused.because("document-version.not-found");
        }
        return paper.versions.get(number - 1);
    }

    private void emit(Paper paper, String what) {
        ledger.emit("customer:" + paper.customer, "docs.document-" + what, paper.name);
    }
}
