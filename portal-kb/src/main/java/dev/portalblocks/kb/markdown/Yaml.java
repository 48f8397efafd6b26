// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * YAML 1.2 of strangers, as a tree of nodes: no objects are built of it, an alias is never unfolded, and how large and
 * how deep it is has limits.
 */
final class Yaml {
    /** The largest front matter, in characters. */
    static final int MAX_LENGTH = 65_536;

    /** The largest front matter of an export, in characters: an article may have 500 pictures. */
    static final int MAX_EXPORTED = 1_048_576;

    private static final int MAX_DEPTH = 20;
    private static final int MAX_ALIASES = 50;
    private static final int MAX_REASON = 200;
    private static final String NOT_YAML = "front-matter-not-yaml";

    private Yaml() {}

    /** Returns the line of the file that the node begins on: the opening fence is line 1. */
    static int lineOf(Node node) {
        return lineOf(node.getStartMark());
    }

    /**
     * Returns the values by key in lower case, in the order of the text.
     *
     * @throws Refused with the line of the file
     */
    static Map<String, Node> fields(String yaml, int maxLength) throws Refused {
        if (yaml.length() > maxLength) {
            throw new Refused(1, "front-matter-too-large", "It has more than " + maxLength + " characters.");
        }
        Optional<Node> top = composed(yaml, maxLength);
        if (top.isEmpty() || Scalars.isNothing(top.get())) {
            return Map.of();
        }
        if (!(top.get() instanceof MappingNode mapping)) {
            throw new Refused(lineOf(top.get()), "front-matter-not-a-mapping", "It has no keys with values.");
        }
        refuseRepeatedKeys(mapping);
        Map<String, Node> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key
                    && fields.put(key.getValue().strip().toLowerCase(Locale.ROOT), tuple.getValueNode()) != null) {
                throw twice(key);
            }
        }
        return fields;
    }

    private static Optional<Node> composed(String yaml, int maxLength) throws Refused {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(maxLength)
                .setSchema(new CoreSchema())
                .build();
        try {
            refuseBombs(parser(settings, yaml));
            return new Composer(settings, parser(settings, yaml)).getSingleNode();
        } catch (MarkedYamlEngineException e) {
            throw notYaml(lineOf(e.getProblemMark()), e.getProblem());
        } catch (ReaderException e) {
            int position = yaml.offsetByCodePoints(0, Math.min(e.getPosition(), yaml.codePointCount(0, yaml.length())));
            throw notYaml(1 + SourceText.lineOf(yaml, position), "a character that YAML does not allow");
        } catch (YamlEngineException e) {
            throw notYaml(1, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw notYaml(1, "an escape that stands for no character"); // the parser lets it through
        }
    }

    private static ParserImpl parser(LoadSettings settings, String yaml) {
        return new ParserImpl(settings, new StreamReader(settings, yaml));
    }

    /** Composing recurses, so the depth is counted before, in the stream of events. */
    private static void refuseBombs(Iterator<Event> events) throws Refused {
        int depth = 0;
        int aliases = 0;
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                case Alias -> aliases++;
                default -> {}
            }
            if (depth > MAX_DEPTH || aliases > MAX_ALIASES) {
                String what = depth > MAX_DEPTH ? MAX_DEPTH + " levels" : MAX_ALIASES + " aliases";
                throw new Refused(
                        lineOf(event.getStartMark()), "front-matter-too-large", "It has more than " + what + ".");
            }
        }
    }

    private static void refuseRepeatedKeys(MappingNode top) throws Refused {
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Node> open = new ArrayDeque<>(Set.of(top));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (!seen.add(node)) {
                continue; // shared by an alias, or inside itself
            }
            if (node instanceof SequenceNode sequence) {
                sequence.getValue().forEach(open::push);
            } else if (node instanceof MappingNode mapping) {
                Set<String> keys = new HashSet<>();
                for (NodeTuple tuple : mapping.getValue()) {
                    if (tuple.getKeyNode() instanceof ScalarNode key && !keys.add(key.getValue())) {
                        throw twice(key);
                    }
                    open.push(tuple.getKeyNode());
                    open.push(tuple.getValueNode());
                }
            }
        }
    }

    private static Refused twice(ScalarNode key) {
        String name = OneLine.cut(OneLine.of(key.getValue()), MAX_REASON);
        return new Refused(lineOf(key), "front-matter-key-twice", "The key '" + name + "' stands there twice.");
    }

    private static Refused notYaml(int line, String problem) {
        return new Refused(line, NOT_YAML, OneLine.cut(OneLine.of(problem), MAX_REASON));
    }

    private static int lineOf(Optional<Mark> mark) {
        return mark.map(at -> at.getLine() + 2).orElse(1);
    }
}
