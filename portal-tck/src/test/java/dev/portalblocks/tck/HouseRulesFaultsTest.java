// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A guard counts only after it was seen to fail: each law of the house against a planted fault. */
class HouseRulesFaultsTest {
    private static final String PLANTED = "dev.portalblocks.tck.planted.";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(PLANTED.replaceAll("\\.$", ""));
    private static final String LICENCE = "// SPDX-License-Identifier: Apache-2.0\n";

    @TempDir
    Path house;

    static Stream<Function<HouseRules, ArchRule>> everyLaw() {
        return Stream.of(
                HouseRules::arrowsGoDown,
                HouseRules::noCirclesBetweenPackages,
                HouseRules::noCirclesBetweenFiles,
                HouseRules::namesSayWhatThingsAre,
                HouseRules::servicesAreFinalClasses,
                HouseRules::vocabularyHasNoOpenInterfaces,
                HouseRules::sealedChoicesNestTheirCases,
                HouseRules::noStaticStateChanges,
                HouseRules::nothingIsTakenFromTheSurroundings,
                HouseRules::threadsComeFromPortal,
                HouseRules::onlyTheOneWayOpensTransactions,
                HouseRules::blocksAskInWhoseNameTheyRun,
                HouseRules::storesTakeTheTransactionFirst);
    }

    @ParameterizedTest
    @MethodSource("everyLaw")
    void aSoundHouseBreaksNoLaw(Function<HouseRules, ArchRule> law) {
        assertThat(faults("sound", law)).isEmpty();
    }

    @Test
    void arrowsUpAndAsideAreFound() {
        assertThat(faults("floors", HouseRules::arrowsGoDown))
                .anyMatch(fault -> fault.contains("arrows go down only") && fault.contains("Trail"))
                .anyMatch(fault -> fault.contains("blocks never know each other") && fault.contains("Paper"))
                .anyMatch(fault -> fault.contains("a model knows core.model only") && fault.contains("Letter"))
                .anyMatch(fault -> fault.contains("an implementation knows its SPI") && fault.contains("JdbcLetters"))
                .noneMatch(fault -> fault.contains("Money>") || fault.contains("Class <" + PLANTED + "floors.core.op"));
    }

    @Test
    void aCircleBetweenPackagesIsFound() {
        assertThat(faults("circles.packages", HouseRules::noCirclesBetweenPackages))
                .singleElement()
                .asString()
                .contains("circles.packages.left", "circles.packages.right");
        assertThat(faults("circles.packages", HouseRules::noCirclesBetweenFiles))
                .isEmpty();
    }

    @Test
    void aCircleBetweenFilesIsFound() {
        assertThat(faults("circles.files", HouseRules::noCirclesBetweenFiles))
                .singleElement()
                .asString()
                .contains("Chicken", "Egg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "InboxImpl",
                "DefaultInbox",
                "AbstractInbox",
                "InboxManager",
                "InboxHelper",
                "InboxUtils",
                "InboxUtil",
                "Implement$NestedImpl"
            })
    void aForbiddenNameIsFound(String name) {
        assertThat(faults("names", HouseRules::namesSayWhatThingsAre))
                .contains(PLANTED + "names." + name + " has a forbidden name")
                .noneMatch(fault -> fault.contains("Implement has"));
    }

    @Test
    void aPackageNamedInternalIsFound() {
        assertThat(faults("names", HouseRules::namesSayWhatThingsAre))
                .contains(PLANTED + "names.internal.Hidden is in a package named internal");
    }

    @Test
    void aServiceThatIsNotFinalIsFound() {
        assertThat(faults("interfaces", HouseRules::servicesAreFinalClasses))
                .containsExactlyInAnyOrder(
                        PLANTED + "interfaces.core.Portal is neither final, sealed, nor a callback",
                        PLANTED + "interfaces.messaging.Inbox is neither final, sealed, nor a callback",
                        PLANTED + "interfaces.messaging.Open is neither final, sealed, nor a callback");
    }

    @Test
    void anOpenInterfaceInTheVocabularyIsFound() {
        assertThat(faults("interfaces", HouseRules::vocabularyHasNoOpenInterfaces))
                .containsExactly(PLANTED + "interfaces.messaging.model.Thing is neither sealed nor a callback");
    }

    @Test
    void aCaseOutsideItsChoiceIsFound() {
        var model = PLANTED + "interfaces.messaging.model.";
        assertThat(faults("interfaces", HouseRules::sealedChoicesNestTheirCases))
                .containsExactly(model + "Outside is a case of " + model + "Shape outside it");
    }

    @Test
    void staticStateIsFound() {
        assertThat(faults("statics", HouseRules::noStaticStateChanges))
                .extracting(fault -> fault.replaceAll(".*Fields\\.(\\w+) .*", "$1"))
                .containsExactlyInAnyOrder(
                        "notFinal", "ARRAY", "ATOMIC", "CONCURRENT", "MAP", "LIST", "LOCAL", "FORMAT", "BUILDER");
    }

    @Test
    void everyCallThatAsksTheSurroundingsIsFound() {
        assertThat(methodsAtFault("surroundings", HouseRules::nothingIsTakenFromTheSurroundings, "Asks"))
                .containsExactlyInAnyOrderElementsOf(methodsOf("surroundings.Asks"));
    }

    @Test
    void everyThreadNotFromPortalIsFound() {
        assertThat(methodsAtFault("surroundings", HouseRules::threadsComeFromPortal, "Runs"))
                .containsExactlyInAnyOrderElementsOf(methodsOf("surroundings.Runs"));
    }

    @Test
    void aTransactionOpenedBesideTheOneWayIsFound() {
        assertThat(methodsAtFault("ways", HouseRules::onlyTheOneWayOpensTransactions, "Around"))
                .containsExactlyInAnyOrder("byDomain", "byImplementation", "byReference");
    }

    @Test
    void aBlockThatAsksWhoActsIsFound() {
        assertThat(methodsAtFault("ways", HouseRules::blocksAskInWhoseNameTheyRun, "OwnName"))
                .containsExactlyInAnyOrder("byCall", "byReference");
    }

    @Test
    void aStoreWithoutTransactionIsFound() {
        assertThat(faults("ways", HouseRules::storesTakeTheTransactionFirst))
                .hasSize(2)
                .anyMatch(fault -> fault.contains("LetterStore.late("))
                .anyMatch(fault -> fault.contains("LetterStore.never("));
    }

    @Test
    void aFileWithoutLicenceIsFound() throws IOException {
        write("a/A.java", "package a;\n/** A. */\nclass A {}\n");
        assertThat(SourceRules.allOf(house).licenceStandsOnTop())
                .singleElement()
                .asString()
                .contains("A.java lacks");
    }

    @Test
    void aLongFileIsFound() throws IOException {
        write("a/Short.java", "\n".repeat(299));
        write("a/Long.java", "\n".repeat(300));
        assertThat(SourceRules.mainOf(house).filesAreShort())
                .singleElement()
                .asString()
                .contains("Long.java has 300 lines");
    }

    @Test
    void aPackageThatIsNotNullMarkedOrNotSaidIsFound() throws IOException {
        write("none/A.java", LICENCE + "package none;\nclass A {}\n");
        write("open/package-info.java", LICENCE + "/** Open. */\npackage open;\n");
        write("mute/package-info.java", LICENCE + "@NullMarked\npackage mute;\n/** Late. */\n");
        write("empty/package-info.java", LICENCE + "/** */\n@NullMarked\npackage empty;\n");
        write("good/package-info.java", LICENCE + "/** Good. */\n@NullMarked\npackage good;\n");
        assertThat(SourceRules.mainOf(house).packagesAreNullMarkedAndSaid())
                .hasSize(4)
                .anyMatch(complaint -> complaint.contains("none") && complaint.endsWith("is missing"))
                .anyMatch(complaint -> complaint.contains("open") && complaint.endsWith("lacks @NullMarked"))
                .anyMatch(complaint -> complaint.contains("mute") && complaint.endsWith("lacks its sentence"))
                .anyMatch(complaint -> complaint.contains("empty") && complaint.endsWith("lacks its sentence"));
    }

    @Test
    void aTypeThatIsNotSaidIsFound() throws IOException {
        write("a/Mute.java", LICENCE + "package a;\n\npublic final class Mute {\n    /** Late. */\n    int i;\n}\n");
        write("a/Empty.java", LICENCE + "package a;\n/** */\npublic record Empty() {}\n");
        write("a/Good.java", LICENCE + "package a;\n/**\n * Good.\n */\n@A(\"b\")\npublic sealed interface Good {}\n");
        write("a/Mark.java", LICENCE + "package a;\n\n/** Mark. */\npublic @interface Mark {}\n");
        write("module-info.java", LICENCE + "module a {}\n");
        assertThat(SourceRules.mainOf(house).typesAreSaid())
                .hasSize(3)
                .anyMatch(complaint -> complaint.contains("Mute.java"))
                .anyMatch(complaint -> complaint.contains("Empty.java"))
                .anyMatch(complaint -> complaint.contains("module-info.java"));
    }

    private void write(String file, String text) throws IOException {
        var path = house.resolve("module/src/main/java").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static List<String> faults(String planted, Function<HouseRules, ArchRule> law) {
        var classes = CLASSES.that(JavaClass.Predicates.resideInAPackage(PLANTED + planted + ".."));
        assertThat(classes).isNotEmpty();
        return law.apply(HouseRules.of(PLANTED + planted))
                .evaluate(classes)
                .getFailureReport()
                .getDetails();
    }

    private static List<String> methodsAtFault(String planted, Function<HouseRules, ArchRule> law, String type) {
        return faults(planted, law).stream()
                .filter(fault -> fault.contains("." + type + "."))
                .map(fault -> fault.replaceAll("(?s).*?\\." + type + "\\.(\\w+)\\(.*", "$1"))
                .toList();
    }

    private static List<String> methodsOf(String planted) {
        return CLASSES.get(PLANTED + planted).getMethods().stream()
                .filter(method -> !method.getName().startsWith("lambda$"))
                .map(method -> method.getName())
                .toList();
    }
}
