// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import dev.portalblocks.tck.model.Ledger.Call;
import dev.portalblocks.tck.model.Ledger.Once;
import dev.portalblocks.tck.model.Talk.Letter;
import dev.portalblocks.tck.model.Talk.Sent;
import dev.portalblocks.tck.model.Talk.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Both sides of the inbox, as they are to be. */
final class MailModel {
    private final Ledger ledger;
    private final Map<String, Talk> talks = new HashMap<>();
    /** What was taken in to be attached: owner and text by name. */
    private final Map<String, String> contents = new HashMap<>();

    MailModel(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Returns what hangs on which message: {@code c1#2 b1}. */
    List<String> attached() {
        return talks.values().stream()
                .flatMap(talk -> talk.sent.stream()
                        .filter(one -> one.letter().attachment() != null)
                        .map(one -> talk.name + "#" + one.number() + " "
                                + one.letter().attachment()))
                .sorted()
                .toList();
    }

    long version(String name) {
        Talk talk = talks.get(name);
        return talk == null ? 0 : talk.version;
    }

    String open(Side side, Who who, String customer, String topic, Letter letter, @Nullable String key) {
        return ledger.create(
                new Call(who, side.prefix() + ".open", side.write()),
                new Once(key, Lines.of(customer, topic, letter)),
                reach -> begin(
                        side, who, reach, side.isDesk() ? customer : String.valueOf(who.principal()), topic, letter),
                (reach, name) -> find(reach, name).view(side));
    }

    private String begin(Side side, Who who, Right.Reach reach, String customer, String topic, Letter letter) {
        if (!ledger.isTeam(topic)) {
            throw Refused.because("conversation.topic-unknown");
        }
        if (!reach.conversation(customer, topic)) {
            throw Refused.denied("conversation.beyond-scope");
        }
        requireAttachable(who, customer, letter);
        Talk talk = new Talk(ledger.next("c"), customer, topic, "zu " + topic, ledger.now());
        talks.put(talk.name, talk);
        ledger.emit("customer:" + customer, "messaging.conversation-opened", talk.name);
        append(talk, side, letter);
        return talk.name;
    }

    String send(Side side, Who who, String name, Letter letter, @Nullable String key) {
        return ledger.create(
                new Call(who, side.prefix() + ".send", side.write()),
                new Once(key, Lines.of(name, letter)),
                reach -> {
                    Talk talk = find(reach, name);
                    requireAttachable(who, talk.customer, letter);
                    append(talk, side, letter);
                    return name + "#" + talk.sent.size();
                },
                (reach, made) -> {
                    String[] place = made.split("#", -1);
                    Talk talk = talks.get(place[0]);
                    if (talk == null || !reach.conversation(talk.customer, talk.team)) {
                        throw Refused.because("message.not-found");
                    }
                    return talk.view(talk.sent.get(Integer.parseInt(place[1]) - 1));
                });
    }

    private void append(Talk talk, Side side, Letter letter) {
        talk.sent.add(new Sent(talk.sent.size() + 1, side.speaker(), letter, ledger.now()));
        talk.version++;
        talk.latestAt = ledger.now();
        ledger.emit("customer:" + talk.customer, "messaging.message-sent", talk.name);
    }

    private void requireAttachable(Who who, String customer, Letter letter) {
        if (letter.attachment() == null) {
            return;
        }
        Right.Reach reach = ledger.further(who, Right.CONTENT_READ);
        String known = contents.get(letter.attachment());
        if (reach == null || !reach.customer(customer) || known == null || !known.startsWith(customer + " ")) {
            throw Refused.because("content.not-found");
        }
    }

    String conversations(Side side, Who who) {
        return ledger.read(
                new Call(who, side.prefix() + ".conversations", side.read()),
                reach -> Lines.list(talks.values().stream()
                        .filter(talk -> reach.conversation(talk.customer, talk.team))
                        .sorted(Comparator.comparing((Talk talk) -> talk.latestAt)
                                .reversed())
                        .map(talk -> talk.view(side))
                        .toList()));
    }

    String read(Side side, Who who, String name) {
        return in(side, who, "read", name, talk -> talk.view(side));
    }

    String messages(Side side, Who who, String name, boolean newestFirst) {
        return in(side, who, "messages", name, talk -> {
            List<String> all = new ArrayList<>();
            talk.sent.forEach(one -> all.add(newestFirst ? 0 : all.size(), talk.view(one)));
            return Lines.list(all);
        });
    }

    String notes(Who who, String name) {
        return in(Side.DESK, who, "notes", name, talk -> Lines.list(talk.notes));
    }

    private String in(Side side, Who who, String operation, String name, Function<Talk, String> answer) {
        return ledger.read(
                new Call(who, side.prefix() + "." + operation, side.read()), reach -> answer.apply(find(reach, name)));
    }

    String unread(Side side, Who who) {
        return ledger.read(new Call(who, side.prefix() + ".unread", side.read()), reach -> {
            List<Long> counts = talks.values().stream()
                    .filter(talk -> reach.conversation(talk.customer, talk.team))
                    .map(talk -> talk.unread(side))
                    .filter(count -> count > 0)
                    .toList();
            return Lines.of(counts.stream().mapToLong(Long::longValue).sum(), counts.size());
        });
    }

    String markRead(Side side, Who who, String name, long wanted) {
        return ledger.write(new Call(who, side.prefix() + ".mark-read", side.write()), reach -> {
            Talk talk = find(reach, name);
            long upTo = Math.min(wanted, talk.sent.size());
            if (upTo <= talk.read(side)) {
                ledger.unchanged();
            } else if (side.isDesk()) {
                talk.companyRead = upTo;
            } else {
                talk.customerRead = upTo;
            }
            ledger.emit("customer:" + talk.customer, "messaging.conversation-read", name);
            return talk.view(side);
        });
    }

    String addNote(Who who, String name, String text, @Nullable String key) {
        return ledger.create(
                new Call(who, "desk.note.add", Right.DESK_WRITE),
                new Once(key, Lines.of(name, text)),
                reach -> {
                    Talk talk = find(reach, name);
                    int number = talk.notes.size() + 1;
                    talk.notes.add(Lines.of(name, number, who.identity(), text, ledger.now()));
                    ledger.emit(name, "messaging.note-added", name);
                    return name + "#" + number;
                },
                (reach, made) -> {
                    String[] place = made.split("#", -1);
                    Talk talk = talks.get(place[0]);
                    if (talk == null || !reach.conversation(talk.customer, talk.team)) {
                        throw Refused.because("note.not-found");
                    }
                    return talk.notes.get(Integer.parseInt(place[1]) - 1);
                });
    }

    String handOver(Who who, String name, String team, @Nullable Long expected) {
        return ledger.write(new Call(who, "desk.hand-over", Right.DESK_WRITE), reach -> {
            Talk talk = find(reach, name);
            if (expected != null && expected != talk.version) {
                throw Refused.because("conversation.version-conflict");
            }
            if (!ledger.isTeam(team)) {
                throw Refused.because("conversation.team-unknown");
            }
            if (talk.team.equals(team)) {
                ledger.unchanged();
            } else {
                talk.team = team;
                talk.version++;
            }
            ledger.emit("customer:" + talk.customer, "messaging.conversation-handed-over", name);
            return talk.view(Side.DESK);
        });
    }

    String upload(Side side, Who who, String customer, String text) {
        return ledger.write(new Call(who, side.prefix() + ".attachment.upload", side.write()), reach -> {
            if (reach.teams() != null && reach.teams().isEmpty()) {
                throw Refused.denied("desk.no-team");
            }
            String known = (side.isDesk() ? customer : who.principal()) + " " + text;
            String name = contents.entrySet().stream()
                    .filter(content -> content.getValue().equals(known))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseGet(() -> ledger.next("b"));
            contents.put(name, known);
            return Lines.of(name, text.length());
        });
    }

    String openAttachment(Side side, Who who, String message, String content) {
        return ledger.read(new Call(who, side.prefix() + ".attachment.open", side.read()), reach -> {
            String[] place = message.split("#", -1);
            Talk talk = talks.get(place[0]);
            int number = place.length < 2 ? 0 : Integer.parseInt(place[1]);
            if (talk == null
                    || !reach.conversation(talk.customer, talk.team)
                    || number < 1
                    || number > talk.sent.size()) {
                throw Refused.because("message.not-found");
            }
            if (!content.equals(talk.sent.get(number - 1).letter().attachment())) {
                throw Refused.because("content.not-found");
            }
            String known = contents.getOrDefault(content, "");
            return known.substring(known.indexOf(' ') + 1);
        });
    }

    private Talk find(Right.Reach reach, String name) {
        Talk talk = talks.get(name);
        if (talk == null || !reach.conversation(talk.customer, talk.team)) {
            throw Refused.because("conversation.not-found");
        }
        return talk;
    }
}
