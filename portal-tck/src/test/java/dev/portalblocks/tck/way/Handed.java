// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PatchOf;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.kb.ArticleFeedback;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.FeedbackId;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.MessageId;
import dev.portalblocks.messaging.model.NewAttachment;
import dev.portalblocks.search.model.SynonymRuleId;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes by reflection what a public method takes: ids are the target's, texts come from the test. */
final class Handed {
    /** The version that no object has. */
    static final long STALE = 999_999;

    private static final Set<Class<?>> NUMBERS = Set.of(
            int.class, long.class, Integer.class, Long.class, Instant.class, LocalDate.class, LocalDateTime.class);

    private final Method method;
    private final Texts texts;
    private final Map<Class<?>, Object> ids;
    private final boolean stale;
    private final Map<String, Object> numbers = new HashMap<>();

    /** Says which text stands where. */
    @FunctionalInterface
    interface Texts {
        /** Returns the text; null leaves it out, where that can be. */
        @Nullable
        String at(Place place);
    }

    /**
     * Prepares for one method.
     *
     * @param attachment bytes that the actor may attach
     * @param picture a picture of the knowledge base's
     * @param stale whether a version is expected that nothing has
     */
    Handed(Method method, Target target, Texts texts, ContentRef attachment, Asset picture, boolean stale) {
        this.method = method;
        this.texts = texts;
        this.stale = stale;
        ids = Map.ofEntries(
                Map.entry(TenantId.class, target.tenant()),
                Map.entry(CustomerId.class, target.customer()),
                Map.entry(ObjectRef.class, Undelivered.lane(target)),
                Map.entry(ArticleId.class, article(method, target)),
                Map.entry(FeedbackId.class, target.articles().said()),
                Map.entry(CategoryId.class, target.articles().category()),
                Map.entry(FaqEntryId.class, entry(method, target)),
                Map.entry(FaqSectionId.class, target.entries().section()),
                Map.entry(SynonymRuleId.class, target.synonyms()),
                Map.entry(ConversationId.class, target.letters().conversation()),
                Map.entry(MessageId.class, target.letters().message()),
                Map.entry(FolderId.class, target.papers().empty()),
                Map.entry(DocumentId.class, target.papers().document()),
                Map.entry(ContentRef.class, attachment),
                Map.entry(Asset.class, picture),
                Map.entry(InputStream.class, bytes(texts)));
    }

    private static final ArticleId IMPORTED = ArticleId.of(UUID.fromString("01900000-0000-7000-9000-000000000001"));

    /** What goes its way has to be on it. */
    private static ArticleId article(Method method, Target target) {
        Target.Articles articles = target.articles();
        return switch (method.getDeclaringClass().getSimpleName() + "." + method.getName()) {
            case "ArticleWorkflow.submit" -> articles.draft();
            case "KnowledgeIntake.put" -> IMPORTED; // of one that is there, its source would be another
            case "ArticleWorkflow.confirm",
                    "ArticleWorkflow.keep",
                    "ArticleWorkflow.restore",
                    "ArticleWorkflow.sendBack",
                    "KnowledgeEditor.publish",
                    "KnowledgeEditor.archive" -> articles.inWork();
            default -> articles.published();
        };
    }

    private static FaqEntryId entry(Method method, Target target) {
        Target.Entries entries = target.entries();
        return switch (method.getDeclaringClass().getSimpleName() + "." + method.getName()) {
            case "FaqWorkflow.submit" -> entries.draft();
            case "FaqWorkflow.confirm",
                    "FaqWorkflow.keep",
                    "FaqWorkflow.restore",
                    "FaqWorkflow.sendBack",
                    "FaqEditor.publish",
                    "FaqEditor.withdraw" -> entries.inWork();
            default -> entries.published();
        };
    }

    /** Hands over this number or instant at its place; the same again for chaining. */
    Handed with(String path, Object number) {
        numbers.put(path, number);
        return this;
    }

    /** Returns all that the method takes. */
    Object[] arguments(Actor actor) {
        AnnotatedType[] parameters = method.getAnnotatedParameterTypes();
        Object[] arguments = new Object[parameters.length];
        arguments[0] = actor;
        for (int i = 1; i < parameters.length; i++) {
            arguments[i] = value(parameters[i], "");
        }
        return arguments;
    }

    private @Nullable Object value(AnnotatedType annotated, String path) {
        Class<?> type = Places.raw(annotated);
        if (type == String.class || Places.isText(type)) {
            return text(new Place(method, path.isEmpty() ? type.getSimpleName() : path, type, annotated));
        }
        if (Map.class.isAssignableFrom(type)) {
            Object key = value(Places.argument(annotated, 0), path + "{}");
            Object element = value(Places.argument(annotated, 1), path + "[]");
            return key == null || element == null ? Map.of() : Map.of(key, element);
        }
        if (List.class.isAssignableFrom(type) || Set.class.isAssignableFrom(type)) {
            Object element = value(Places.argument(annotated, 0), path + "[]");
            List<Object> one = element == null ? List.of() : List.of(element);
            return Set.class.isAssignableFrom(type) ? Set.copyOf(one) : one;
        }
        return other(type, path);
    }

    private @Nullable Object other(Class<?> type, String path) {
        boolean other = path.endsWith("holder");
        if (other) {
            return CustomerId.of("4798");
        }
        Object number = numbers.get(path);
        if (number != null && NUMBERS.contains(type)) {
            return number;
        }
        if (path.equals("revision") && method.getDeclaringClass() == ArticleFeedback.class) {
            return 1L;
        }
        if (type == int.class || type == long.class) {
            return type == int.class ? (Object) (path.endsWith("limit") ? 20 : 1) : Undelivered.SEQUENCE;
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == Long.class) {
            return stale && path.endsWith("expectedVersion") ? STALE : null;
        }
        if (type == LocalDate.class && (path.isEmpty() || path.endsWith("first") || path.endsWith("last"))) {
            return SampleArticles.DUE;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == Asset.class) {
            return asset((Asset) ids.get(Asset.class), path);
        }
        Object id = ids.get(type);
        return id == null && type.isRecord() ? made(type, path) : id;
    }

    /** What is said of the bytes has to be true, so that only the path is the test's, unless it wants another hash. */
    private Asset asset(Asset known, String path) {
        List<Object> parts = parts(Asset.class, path);
        String type = (String) parts.get(2);
        String sha = (String) parts.get(4);
        return new Asset(
                (String) parts.get(0),
                known.content(),
                type == null ? known.mediaType() : type,
                known.size(),
                sha == null ? known.sha256() : sha);
    }

    private Object made(Class<?> type, String path) {
        List<@Nullable Object> parts = parts(type, path);
        if (type == PageRequest.class) {
            return new PageRequest((int) parts.get(0), (dev.portalblocks.core.model.Cursor) parts.get(1));
        }
        if (type == NewAttachment.class && parts.get(1) == null) {
            return new NewAttachment((ContentRef) parts.get(0), "a.png");
        }
        return construct(type, parts.toArray());
    }

    private List<@Nullable Object> parts(Class<?> type, String path) {
        String before = path.isEmpty() ? "" : path + ".";
        List<@Nullable Object> parts = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            PatchOf patch = component.getAnnotation(PatchOf.class);
            AnnotatedType rules = Places.field(type, component.getName()).getAnnotatedType();
            parts.add(patch == null ? value(rules, before + component.getName()) : patch(patch.value(), before));
        }
        return parts;
    }

    private Map<String, @Nullable Object> patch(Class<?> template, String before) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (RecordComponent part : template.getRecordComponents()) {
            AnnotatedType rules = Places.field(template, part.getName()).getAnnotatedType();
            Object value = value(rules, before + part.getName());
            if (value != null) {
                values.put(part.getName(), value);
            }
        }
        return values;
    }

    private @Nullable Object text(Place place) {
        String text = texts.at(place);
        return text == null || place.kind() == String.class ? text : construct(place.kind(), text);
    }

    private static Object construct(Class<?> type, @Nullable Object... parts) {
        try {
            Constructor<?> made = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            return made.newInstance(parts);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " of " + Arrays.toString(parts), e);
        }
    }

    /** Equal bytes for equal texts, so that a repeat is one. */
    private static InputStream bytes(Texts texts) {
        return new ByteArrayInputStream(
                Integer.toString(System.identityHashCode(texts)).getBytes(StandardCharsets.US_ASCII));
    }
}
