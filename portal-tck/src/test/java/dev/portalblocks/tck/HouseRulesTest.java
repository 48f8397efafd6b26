// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds every published module to the laws of the house; {@link HouseRulesFaultsTest} shows that each law bites. */
class HouseRulesTest {
    private static final String ROOT = "dev.portalblocks";
    private static final Path HOUSE =
            Path.of("").toAbsolutePath().resolveSibling(".").normalize();
    private static final HouseRules RULES = HouseRules.of(ROOT);
    private static JavaClasses classes;

    @BeforeAll
    static void readThePublishedModules() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "messaging", "docs", "kb", "tck"})
    void everyPublishedModuleIsRead(String module) {
        assertThat(classes.stream().map(JavaClass::getPackageName))
                .anyMatch(name -> (name + ".").startsWith(ROOT + "." + module + "."));
        assertThat(SourceRules.mainOf(HOUSE).files())
                .anyMatch(file -> file.startsWith(HOUSE.resolve("portal-" + module)));
    }

    @Test
    void arrowsGoDown() {
        RULES.arrowsGoDown().check(classes);
    }

    @Test
    void noCirclesBetweenPackages() {
        RULES.noCirclesBetweenPackages().check(classes);
    }

    @Test
    void noCirclesBetweenFiles() {
        RULES.noCirclesBetweenFiles().check(classes);
    }

    @Test
    void namesSayWhatThingsAre() {
        RULES.namesSayWhatThingsAre().check(classes);
    }

    @Test
    void servicesAreFinalClasses() {
        RULES.servicesAreFinalClasses().check(classes);
    }

    @Test
    void vocabularyHasNoOpenInterfaces() {
        RULES.vocabularyHasNoOpenInterfaces().check(classes);
    }

    @Test
    void sealedChoicesNestTheirCases() {
        RULES.sealedChoicesNestTheirCases().check(classes);
    }

    @Test
    void noStaticStateChanges() {
        RULES.noStaticStateChanges().check(classes);
    }

    @Test
    void nothingIsTakenFromTheSurroundings() {
        RULES.nothingIsTakenFromTheSurroundings().check(classes);
    }

    @Test
    void threadsComeFromPortal() {
        RULES.threadsComeFromPortal().check(classes);
    }

    @Test
    void onlyTheOneWayOpensTransactions() {
        RULES.onlyTheOneWayOpensTransactions().check(classes);
    }

    @Test
    void blocksAskInWhoseNameTheyRun() {
        RULES.blocksAskInWhoseNameTheyRun().check(classes);
    }

    @Test
    void storesTakeTheTransactionFirst() {
        RULES.storesTakeTheTransactionFirst().check(classes);
    }

    @Test
    void licenceStandsOnTop() {
        assertHeld(SourceRules.allOf(HOUSE).licenceStandsOnTop());
    }

    @Test
    void filesAreShort() {
        assertHeld(SourceRules.mainOf(HOUSE).filesAreShort());
    }

    @Test
    void packagesAreNullMarkedAndSaid() {
        assertHeld(SourceRules.mainOf(HOUSE).packagesAreNullMarkedAndSaid());
    }

    @Test
    void typesAreSaid() {
        assertHeld(SourceRules.mainOf(HOUSE).typesAreSaid());
    }

    private static void assertHeld(List<String> complaints) {
        assertThat(complaints).isEmpty();
    }
}
