// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The laws of the house that can be read from compiled classes, below any root package, so that planted faults are
 * judged by the very same rules.
 */
final class HouseRules {
    private static final Pattern FORBIDDEN_NAME =
            Pattern.compile("(Default|Abstract)(\\p{Lu}.*)?|.*(Impl|Manager|Helper|Utils?)");

    private final String root;
    private final FloorPlan plan;

    private HouseRules(String root) {
        this.root = root;
        this.plan = FloorPlan.of(root);
    }

    static HouseRules of(String root) {
        return new HouseRules(root);
    }

    ArchRule arrowsGoDown() {
        return classes()
                .that(areOurs())
                .should(condition(
                        "use only what lies below them",
                        (type, events) -> type.getDirectDependenciesFromSelf().forEach(dependency -> {
                            var target = dependency.getTargetClass().getBaseComponentType();
                            if (isOurs(target)) {
                                plan.complaint(type.getPackageName(), target.getPackageName())
                                        .ifPresent(complaint ->
                                                violated(events, type, complaint + ": " + dependency.getDescription()));
                            }
                        })));
    }

    ArchRule noCirclesBetweenPackages() {
        return slices().assignedFrom(sliced("packages", JavaClass::getPackageName))
                .should()
                .beFreeOfCycles();
    }

    ArchRule noCirclesBetweenFiles() {
        return slices().assignedFrom(
                        sliced("top-level types", type -> Shapes.outermost(type).getFullName()))
                .should()
                .beFreeOfCycles();
    }

    ArchRule namesSayWhatThingsAre() {
        return classes().that(areOurs()).should(condition("have names of their own", (type, events) -> {
            if (FORBIDDEN_NAME.matcher(type.getSimpleName()).matches()) {
                violated(events, type, type.getFullName() + " has a forbidden name");
            }
            if (("." + type.getPackageName() + ".").contains(".internal.")) {
                violated(events, type, type.getFullName() + " is in a package named internal");
            }
        }));
    }

    /** In the package that an application calls: final classes, records, enums, callbacks and sealed choices. */
    ArchRule servicesAreFinalClasses() {
        return classes()
                .that(areOurs())
                .and(DescribedPredicate.describe(
                        "are what an application calls", type -> plan.isEntry(type.getPackageName())))
                .should(condition("be closed", (type, events) -> {
                    if (!Shapes.isClosed(type) && !Shapes.isCallback(type)) {
                        violated(events, type, type.getFullName() + " is neither final, sealed, nor a callback");
                    }
                }))
                .allowEmptyShould(true);
    }

    /** In the vocabulary an interface is a callback or a sealed choice; in the shared one, what blocks' records are. */
    ArchRule vocabularyHasNoOpenInterfaces() {
        return classes()
                .that(areOurs())
                .and()
                .areInterfaces()
                .and(DescribedPredicate.describe("are vocabulary", type -> plan.isModel(type.getPackageName())))
                .should(condition("be callbacks or sealed", (type, events) -> {
                    if (!Shapes.isClosed(type) && !Shapes.isCallback(type) && !plan.isShared(type.getPackageName())) {
                        violated(events, type, type.getFullName() + " is neither sealed nor a callback");
                    }
                }))
                .allowEmptyShould(true);
    }

    ArchRule sealedChoicesNestTheirCases() {
        return classes().that(areOurs()).should(condition("nest their cases when sealed", (type, events) -> {
            var cases = type.reflect().getPermittedSubclasses();
            if (cases == null) {
                return;
            }
            var file = Shapes.outermost(type).getFullName();
            Arrays.stream(cases)
                    .map(Class::getName)
                    .filter(name -> !name.startsWith(file + "$"))
                    .forEach(name ->
                            violated(events, type, name + " is a case of " + type.getFullName() + " outside it"));
        }));
    }

    ArchRule noStaticStateChanges() {
        return fields().that()
                .areDeclaredInClassesThat(areOurs())
                .and()
                .areStatic()
                .should(StaticState.beUnchangeable())
                .allowEmptyShould(true);
    }

    /** Clock, ids, randomness and charsets come from {@code core.Portal}, which alone may ask the surroundings. */
    ArchRule nothingIsTakenFromTheSurroundings() {
        var portal = root + ".core.Portal";
        return classes()
                .that(areOurs())
                .should(condition("take time, ids, randomness and defaults from Portal", (type, events) -> {
                    if (!Shapes.outermost(type).getFullName().equals(portal)) {
                        accessesOf(type)
                                .filter(access -> Surroundings.areAskedBy(access.getTarget()))
                                .forEach(access -> violated(events, type, access.getDescription()));
                    }
                }));
    }

    /** Executors come from {@code core.Portal}, whose threads have a class of their own; only the contract tests start others. */
    ArchRule threadsComeFromPortal() {
        var portal = Set.of(root + ".core.Portal", root + ".core.operation.PortalThreads");
        return classes()
                .that(areOurs())
                .and()
                .resideOutsideOfPackage(root + ".tck..")
                .should(condition("take executors from Portal", (type, events) -> {
                    if (!portal.contains(Shapes.outermost(type).getFullName())) {
                        accessesOf(type)
                                .filter(access -> Surroundings.runOn(access.getTarget()))
                                .forEach(access -> violated(events, type, access.getDescription()));
                    }
                }))
                .allowEmptyShould(true);
    }

    /** A transaction is opened by the one way, so that nothing reaches a store on another. */
    ArchRule onlyTheOneWayOpensTransactions() {
        var domain = root + ".core.tx.TransactionDomain";
        return classes()
                .that(areOurs())
                .and()
                .resideOutsideOfPackages(root + ".core.operation..", root + ".core.tx..", root + ".tck..")
                .should(condition(
                        "leave transactions to core.operation",
                        (type, events) -> accessesOf(type)
                                .filter(access -> declaredBy(domain, access))
                                .forEach(access -> violated(events, type, access.getDescription()))))
                .allowEmptyShould(true);
    }

    /** A block asks the operation in whose name it runs: who acts may act for another. */
    ArchRule blocksAskInWhoseNameTheyRun() {
        var actor = root + ".core.model.Actor";
        return classes()
                .that(areOurs())
                .and()
                .resideOutsideOfPackages(root + ".core..", root + ".tck..")
                .should(condition(
                        "ask the operation for the customer",
                        (type, events) -> accessesOf(type)
                                .filter(access ->
                                        access.getTargetOwner().getFullName().equals(actor)
                                                && access.getTarget().getName().equals("findCustomer"))
                                .forEach(access -> violated(events, type, access.getDescription()))))
                .allowEmptyShould(true);
    }

    /**
     * Every operation of a store takes {@code Tx} first. Bytes can't be in the transaction, and so {@code ContentStore}
     * is no store in this sense.
     */
    ArchRule storesTakeTheTransactionFirst() {
        var tx = root + ".core.tx.Tx";
        var bytes = root + ".core.content.ContentStore";
        return methods()
                .that()
                .areDeclaredInClassesThat(areOurs())
                .and()
                .areDeclaredInClassesThat()
                .areInterfaces()
                .and()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Store")
                .and()
                .areDeclaredInClassesThat()
                .doNotHaveFullyQualifiedName(bytes)
                .and()
                .arePublic()
                .and()
                .areNotStatic()
                .should(new ArchCondition<JavaMethod>("take Tx first") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        var parameters = method.getRawParameterTypes();
                        if (parameters.isEmpty()
                                || !parameters.get(0).getFullName().equals(tx)) {
                            violated(events, method, method.getFullName() + " does not take Tx first");
                        }
                    }
                })
                .allowEmptyShould(true);
    }

    private static boolean declaredBy(String domain, JavaAccess<?> access) {
        return Stream.concat(Stream.of(access.getTargetOwner()), access.getTargetOwner().getAllRawInterfaces().stream())
                .filter(type -> type.getFullName().equals(domain))
                .flatMap(type -> type.getMethods().stream())
                .anyMatch(method -> method.getName().equals(access.getTarget().getName()));
    }

    private static Stream<JavaAccess<?>> accessesOf(JavaClass type) {
        return type.getAccessesFromSelf().stream().map(access -> (JavaAccess<?>) access);
    }

    private SliceAssignment sliced(String what, Function<JavaClass, String> key) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return isOurs(type) ? SliceIdentifier.of(key.apply(type)) : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return what;
            }
        };
    }

    private boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    private DescribedPredicate<JavaClass> areOurs() {
        Predicate<JavaClass> ours =
                type -> isOurs(type) && !type.getSimpleName().equals("package-info");
        return DescribedPredicate.describe("are ours", ours);
    }

    private static ArchCondition<JavaClass> condition(String description, Check check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.on(type, events);
            }
        };
    }

    private static void violated(ConditionEvents events, Object where, String message) {
        events.add(SimpleConditionEvent.violated(where, message));
    }

    private interface Check {
        void on(JavaClass type, ConditionEvents events);
    }
}
