// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import dev.portalblocks.tck.model.Ledger.Call;
import dev.portalblocks.tck.model.Ledger.Once;
import dev.portalblocks.tck.model.Piece.Revision;
import dev.portalblocks.tck.model.Piece.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The articles of the knowledge base, as they are to be. */
final class KnowledgeModel {
    final CategoryModel categories;
    private final Ledger ledger;
    private final Map<String, Piece> pieces = new LinkedHashMap<>();
    private final AssetModel assets;

    KnowledgeModel(Ledger ledger) {
        this.ledger = ledger;
        this.categories = new CategoryModel(ledger);
        this.assets = new AssetModel(ledger);
    }

    /** Returns which article was published with what: {@code a1 p2}. */
    List<String> linked() {
        return pieces.values().stream()
                .flatMap(piece -> piece.revisions.stream()
                        .flatMap(revision -> revision.content().assets().stream())
                        .map(asset -> piece.name + " " + asset))
                .toList();
    }

    long version(String name) {
        Piece piece = pieces.get(name);
        return piece == null ? 0 : piece.version;
    }

    String create(Who who, Content content, @Nullable String key) {
        return ledger.create(
                new Call(who, "kb.article.create", Right.KB_EDIT),
                new Once(key, content.toString()),
                reach -> {
                    Content placed = requireReferences(content, Set.of());
                    Piece piece = add(null);
                    piece.changed(State.DRAFT, placed, ledger.now());
                    emit(piece, "drafted");
                    return piece.name;
                },
                (reach, name) -> find(name, null).view());
    }

    private Piece add(@Nullable String path) {
        String name = ledger.next("a");
        return pieces.computeIfAbsent(name, unknown -> new Piece(name, path));
    }

    String edit(Who who, String name, Content content, @Nullable Long expected) {
        return change(who, "kb.article.edit", Right.KB_EDIT, name, expected, piece -> {
            Content placed = requireReferences(content, piece.categories());
            piece.changed(piece.state, placed, ledger.now());
            emit(piece, "drafted");
        });
    }

    String publish(Who who, String name, @Nullable Long expected) {
        return change(who, "kb.article.publish", Right.KB_PUBLISH, name, expected, piece -> {
            Revision last = piece.published();
            Content draft = piece.draft;
            if (draft == null && (last == null || piece.state == State.PUBLISHED)) {
                throw Refused.because("article.nothing-to-publish");
            }
            Content content =
                    draft != null ? draft : Objects.requireNonNull(last).content();
            publish(piece, requireReferences(content, content.categories()), null);
        });
    }

    private void publish(Piece piece, Content content, @Nullable Content draft) {
        Revision last = piece.published();
        if (last != null && piece.state == State.PUBLISHED && content.takesFrom(last.content())) {
            emit(piece, "narrowed");
        }
        piece.published(new Revision(piece.revisions.size() + 1, content, ledger.now()));
        piece.changed(State.PUBLISHED, draft, ledger.now());
        emit(piece, "published");
    }

    String archive(Who who, String name, @Nullable Long expected) {
        return change(who, "kb.article.archive", Right.KB_PUBLISH, name, expected, piece -> {
            if (piece.state != State.PUBLISHED && piece.state != State.VANISHED) {
                throw Refused.because("article.not-published");
            }
            takeAway(piece, State.ARCHIVED);
        });
    }

    private void takeAway(Piece piece, State away) {
        piece.changed(away, piece.draft, ledger.now());
        emit(piece, "archived");
    }

    private String change(
            Who who, String operation, Right right, String name, @Nullable Long expected, Consumer<Piece> work) {
        return ledger.write(new Call(who, operation, right), reach -> {
            Piece piece = find(name, expected);
            work.accept(piece);
            return piece.view();
        });
    }

    String find(Who who, String name) {
        return ledger.read(
                new Call(who, "kb.article.find", Right.KB_EDIT),
                reach -> find(name, null).view());
    }

    String listAll(Who who) {
        return ledger.read(
                new Call(who, "kb.article.list-all", Right.KB_EDIT),
                reach -> Lines.list(pieces.values().stream().map(Piece::view).toList()));
    }

    String revisions(Who who, String name) {
        return ledger.read(new Call(who, "kb.article.revisions", Right.KB_EDIT), reach -> {
            List<String> latestFirst = new ArrayList<>();
            find(name, null).revisions.forEach(one -> latestFirst.add(0, one.toString()));
            return Lines.list(latestFirst);
        });
    }

    String upload(Who who, String text) {
        return assets.upload(who, text);
    }

    String put(Who who, String path, List<String> keys, Content content) {
        return ledger.write(new Call(who, "kb.import.put", Right.KB_IMPORT), reach -> {
            assets.requireAll(content.assets());
            Piece known = bySource(path);
            if (known != null && known.state == State.ARCHIVED && known.draft != null) {
                ledger.unchanged();
                return "UNCHANGED";
            }
            Content placed = content.in(categories.leadingTo(keys));
            if (known == null) {
                publish(add(path), placed, null);
                return "NEW";
            }
            return putAgain(known, placed);
        });
    }

    private String putAgain(Piece known, Content placed) {
        if (known.state != State.VANISHED && known.shows(placed)) {
            ledger.unchanged();
            return "UNCHANGED";
        }
        if (known.state == State.ARCHIVED) {
            known.changed(State.ARCHIVED, placed, ledger.now());
            emit(known, "drafted");
        } else {
            publish(known, placed, placed.equals(known.draft) ? null : known.draft);
        }
        return "CHANGED";
    }

    String withdraw(Who who, String path) {
        return ledger.write(new Call(who, "kb.import.withdraw", Right.KB_IMPORT), reach -> {
            Piece piece = bySource(path);
            if (piece == null) {
                throw Refused.because("article.not-found");
            }
            if (piece.state != State.PUBLISHED) {
                throw Refused.because("article.not-published");
            }
            takeAway(piece, State.VANISHED);
            return "gone";
        });
    }

    String imported(Who who) {
        return ledger.read(
                new Call(who, "kb.import.list", Right.KB_IMPORT),
                reach -> Lines.list(pieces.values().stream()
                        .filter(piece -> piece.path != null)
                        .sorted(Comparator.comparing(piece -> String.valueOf(piece.path)))
                        .map(piece -> Lines.of(piece.name, piece.path, piece.state))
                        .toList()));
    }

    String read(Who who, String name, @Nullable String language) {
        return reading(who, "kb.article.read", name, shown -> {
            Content content = shown.content();
            String served = content.served(language);
            String text = content.texts().get(served);
            return Lines.of(
                    name,
                    served,
                    content.languages(),
                    text,
                    categories.present(content.categories(), content.categories()),
                    content.assets(),
                    Objects.requireNonNull(pieces.get(name)).origin(served),
                    shown.at());
        });
    }

    String openAsset(Who who, String name, String asset) {
        return reading(who, "kb.asset.open", name, shown -> {
            if (!shown.content().assets().contains(asset)) {
                throw Refused.because("asset.not-found");
            }
            return assets.text(asset);
        });
    }

    private String reading(Who who, String operation, String name, Function<Revision, String> answer) {
        return ledger.read(new Call(who, operation, Right.KB_READ), reach -> {
            Piece piece = pieces.get(name);
            if (piece == null || !piece.isVisible(reach)) {
                throw Refused.because("article.not-found");
            }
            return answer.apply(Objects.requireNonNull(piece.published()));
        });
    }

    String list(Who who, @Nullable String category, @Nullable String language) {
        return ledger.read(
                new Call(who, "kb.article.list", Right.KB_READ),
                reach -> Lines.list(visible(reach)
                        .filter(content -> category == null
                                || categories
                                        .present(
                                                content.getValue().categories(),
                                                content.getValue().categories())
                                        .contains(category))
                        .map(content -> Lines.of(
                                content.getKey(),
                                content.getValue().served(language),
                                content.getValue()
                                        .texts()
                                        .get(content.getValue().served(language))))
                        .toList()));
    }

    String categories(Who who, @Nullable String language) {
        return ledger.read(
                new Call(who, "kb.category.list", Right.KB_READ),
                reach -> categories.visible(
                        visible(reach)
                                .map(content -> content.getValue().categories())
                                .toList(),
                        language));
    }

    private Stream<Map.Entry<String, Content>> visible(Right.Reach reach) {
        return pieces.values().stream()
                .filter(piece -> piece.isVisible(reach))
                .map(piece -> Map.entry(
                        piece.name, Objects.requireNonNull(piece.published()).content()));
    }

    private Content requireReferences(Content content, Set<String> before) {
        Content placed = content.in(categories.present(content.categories(), before));
        assets.requireAll(content.assets());
        return placed;
    }

    private @Nullable Piece bySource(String path) {
        Stream<Piece> found = pieces.values().stream().filter(piece -> path.equals(piece.path));
        return found.findFirst().orElse(null);
    }

    private Piece find(String name, @Nullable Long expected) {
        Piece piece = pieces.get(name);
        if (piece == null) {
            throw Refused.because("article.not-found");
        }
        if (expected != null && expected != piece.version) {
            throw Refused.because("article.version-conflict");
        }
        return piece;
    }

    private void emit(Piece piece, String what) {
        ledger.emit(piece.name, "kb.article-" + what, piece.name);
    }
}
