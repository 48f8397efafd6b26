// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.audit.AuditStore;
import dev.portalblocks.core.content.ContentCatalog;
import dev.portalblocks.core.mandate.MandateStore;
import dev.portalblocks.docs.spi.DocumentStore;
import dev.portalblocks.docs.spi.FolderStore;
import dev.portalblocks.docs.spi.VersionStore;
import dev.portalblocks.faq.spi.FaqEntryStore;
import dev.portalblocks.faq.spi.FaqSectionStore;
import dev.portalblocks.faq.spi.PublishedFaqEntryStore;
import dev.portalblocks.kb.spi.ArticleCareStore;
import dev.portalblocks.kb.spi.ArticleHealthStore;
import dev.portalblocks.kb.spi.ArticleStore;
import dev.portalblocks.kb.spi.AssetStore;
import dev.portalblocks.kb.spi.CategoryStore;
import dev.portalblocks.kb.spi.FeedbackStore;
import dev.portalblocks.kb.spi.PublishedArticleStore;
import dev.portalblocks.kb.spi.SlugStore;
import dev.portalblocks.kb.spi.ViewCountStore;
import dev.portalblocks.kb.spi.VoteStore;
import dev.portalblocks.messaging.spi.ConversationStore;
import dev.portalblocks.messaging.spi.MessageStore;
import dev.portalblocks.messaging.spi.NoteStore;
import dev.portalblocks.profile.spi.ProfileStore;
import dev.portalblocks.publishing.spi.RevisionStore;
import dev.portalblocks.search.spi.AnsweringIndex;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.search.spi.SynonymStore;
import dev.portalblocks.tck.ScopeMutation.Dimension;
import dev.portalblocks.tck.ScopeMutation.Slip;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The contracts prove that each store's and index's query admits what {@code Scope.covers} admits: whichever method
 * mistakes whichever part of a scope, one of its contract's tests fails. Stores on databases run the same contracts.
 */
class ScopeProofTest {
    private static final boolean DEEP = Boolean.getBoolean("portal.deep");

    /** What bounds an object of each store, beside its tenant. */
    private static final Map<Class<?>, Set<Dimension>> BOUNDS = Map.ofEntries(
            Map.entry(ProfileStore.class, Set.of(Dimension.CUSTOMERS)),
            Map.entry(AuditStore.class, Set.of(Dimension.CUSTOMERS)),
            Map.entry(ContentCatalog.class, Set.of(Dimension.CUSTOMERS)),
            Map.entry(MandateStore.class, Set.of(Dimension.CUSTOMERS)),
            Map.entry(ConversationStore.class, Set.of(Dimension.CUSTOMERS, Dimension.TEAMS)),
            Map.entry(MessageStore.class, Set.of(Dimension.CUSTOMERS, Dimension.TEAMS)),
            Map.entry(NoteStore.class, Set.of(Dimension.CUSTOMERS, Dimension.TEAMS)),
            Map.entry(FolderStore.class, Set.of(Dimension.CUSTOMERS)),
            Map.entry(DocumentStore.class, Set.of(Dimension.CUSTOMERS)),
            Map.entry(VersionStore.class, Set.of(Dimension.CUSTOMERS)),
            Map.entry(CategoryStore.class, Set.of()),
            Map.entry(ArticleStore.class, Set.of(Dimension.AUDIENCES, Dimension.STATES)),
            Map.entry(PublishedArticleStore.class, Set.of(Dimension.AUDIENCES, Dimension.STATES)),
            Map.entry(ArticleCareStore.class, Set.of(Dimension.AUDIENCES, Dimension.STATES)),
            Map.entry(SlugStore.class, Set.of()),
            Map.entry(VoteStore.class, Set.of(Dimension.CUSTOMERS)),
            Map.entry(FeedbackStore.class, Set.of(Dimension.AUDIENCES, Dimension.STATES)),
            Map.entry(ViewCountStore.class, Set.of(Dimension.AUDIENCES, Dimension.STATES)),
            Map.entry(ArticleHealthStore.class, Set.of(Dimension.AUDIENCES, Dimension.STATES)),
            Map.entry(RevisionStore.class, Set.of(Dimension.AUDIENCES)),
            Map.entry(AssetStore.class, Set.of()),
            Map.entry(FaqSectionStore.class, Set.of()),
            Map.entry(FaqEntryStore.class, Set.of(Dimension.AUDIENCES, Dimension.STATES)),
            Map.entry(PublishedFaqEntryStore.class, Set.of(Dimension.AUDIENCES, Dimension.STATES)),
            Map.entry(SynonymStore.class, Set.of()),
            Map.entry(SearchIndex.class, Set.of(Dimension.AUDIENCES, Dimension.STATES)),
            Map.entry(AnsweringIndex.class, Set.of(Dimension.AUDIENCES, Dimension.STATES)));

    private static final Map<Class<?>, Class<?>> MISTAKEN = MistakenStores.all().stream()
            .collect(Collectors.toMap(
                    type -> Kit.contractOf(type)
                            .orElseThrow()
                            .getAnnotation(ContractOf.class)
                            .value(),
                    Function.identity()));

    /** Locks of what a customer has as a whole: they answer nothing, so there is nothing to admit. */
    private static final Set<String> WITHOUT_ANSWER = Set.of("FolderStore.lock", "MandateStore.lock");

    /** An index is asked within a tenant, which is no part of the query. */
    private static final Set<Class<?>> TENANT_APART = Set.of(SearchIndex.class, AnsweringIndex.class);

    /** The tests that a contract has for scopes and tenants; the others take longer and are about something else. */
    private static final List<String> OF_SCOPES = List.of(
            "Scope",
            "scope",
            "NeverMeet",
            "OfTwoTenants",
            "tenantsFind",
            "AsItIsListed",
            "allAreListed",
            "aFolderLists",
            "LatestFirstInPages");

    /** A method that mistakes one thing. */
    record Mistake(Class<?> spi, String method, ScopeMutation mutation) {
        @Override
        public String toString() {
            return spi.getSimpleName() + "." + method + ": " + mutation.dimension() + " " + mutation.slip();
        }
    }

    @Test
    void aMistakeInAnyPartOfAScopeFailsAPromise() {
        List<Mistake> mistakes = DEEP ? mistakes() : oneOfEachInterface(mistakes());
        System.out.println("Scopes mistaken: " + mistakes.size() + ", seed " + Seed.value());
        assertThat(mistakes)
                .filteredOn(mistake -> !isSeen(mistake.spi(), Set.of(mistake.method()), mistake.mutation()))
                .as("mistakes that no promise's test sees")
                .isEmpty();
    }

    private static List<Mistake> oneOfEachInterface(List<Mistake> all) {
        Map<String, List<Mistake>> byInterface = all.stream()
                .collect(Collectors.groupingBy(mistake -> mistake.spi().getName(), TreeMap::new, Collectors.toList()));
        SplittableRandom random = Seed.random();
        return byInterface.values().stream()
                .map(some -> some.get(random.nextInt(some.size())))
                .toList();
    }

    @Test
    void whatDoesNotBoundItsObjectsMeansNothingToAStore() {
        for (Class<?> spi : DEEP ? interfaces() : List.<Class<?>>of(ProfileStore.class, NoteStore.class)) {
            Set<String> methods = scoped(spi).map(Method::getName).collect(Collectors.toSet());
            Set<Dimension> none = EnumSet.complementOf(EnumSet.of(Dimension.TENANT));
            none.removeAll(BOUNDS.getOrDefault(spi, Set.of()));
            for (Dimension dimension : none) {
                assertThat(isSeen(spi, methods, new ScopeMutation(dimension, Slip.FORGOTTEN)))
                        .as("%s %s", spi, dimension)
                        .isFalse();
            }
        }
    }

    @Test
    void everyInterfaceThatTakesScopesIsKnown() {
        assertThat(interfaces()).containsExactlyInAnyOrderElementsOf(BOUNDS.keySet());
    }

    @Test
    void everyContractAboutScopesRunsOnEveryStorage() {
        List<String> missing = new ArrayList<>();
        for (Class<?> contract : Kit.contracts()) {
            Class<?> spi = contract.getAnnotation(ContractOf.class).value();
            Set<String> tests = Kit.tests(contract).stream()
                    .map(type -> type.getName().replaceFirst(".*\\.", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            List<String> needed = TENANT_APART.contains(spi)
                    ? List.of("LuceneMemoryIndexTest", "LuceneDiskIndexTest")
                    : List.of("Memory", "OnH2", "OnPostgres");
            needed.stream()
                    .filter(storage -> BOUNDS.containsKey(spi))
                    .filter(storage -> tests.stream().noneMatch(test -> test.contains(storage)))
                    .forEach(storage -> missing.add(spi.getSimpleName() + " " + storage));
        }
        assertThat(missing).isEmpty();
    }

    private static List<Mistake> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        for (Class<?> spi : interfaces()) {
            scoped(spi)
                    .filter(method -> !WITHOUT_ANSWER.contains(spi.getSimpleName() + "." + method.getName()))
                    .map(Method::getName)
                    .distinct()
                    .forEach(method ->
                            mutations(spi).forEach(mutation -> mistakes.add(new Mistake(spi, method, mutation))));
        }
        return mistakes;
    }

    private static List<ScopeMutation> mutations(Class<?> spi) {
        List<ScopeMutation> mutations = new ArrayList<>();
        if (!TENANT_APART.contains(spi)) {
            mutations.add(new ScopeMutation(Dimension.TENANT, Slip.FORGOTTEN));
        }
        for (Dimension dimension : BOUNDS.getOrDefault(spi, Set.of())) {
            Arrays.stream(Slip.values())
                    .filter(error -> dimension != Dimension.STATES || error != Slip.CASELESS)
                    .forEach(error -> mutations.add(new ScopeMutation(dimension, error)));
        }
        return mutations;
    }

    private static boolean isSeen(Class<?> spi, Set<String> methods, ScopeMutation mutation) {
        Class<?> contract = Objects.requireNonNull(MISTAKEN.get(spi), () -> spi + " has no contract here");
        return MistakenStores.isSeen(new ScopeMutants(spi, methods, mutation), contract, ScopeProofTest::isOfScopes);
    }

    private static Stream<Method> scoped(Class<?> spi) {
        return Arrays.stream(spi.getDeclaredMethods()).filter(ScopeMutants::takesScope);
    }

    private static List<Class<?>> interfaces() {
        return PublishedClasses.all().stream()
                .filter(type -> type.isInterface() && !type.isSealed() && Modifier.isPublic(type.getModifiers()))
                .filter(type -> scoped(type).findAny().isPresent())
                .toList();
    }

    private static boolean isOfScopes(String test) {
        return OF_SCOPES.stream().anyMatch(test::contains);
    }
}
