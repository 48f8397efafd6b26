// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.PortalException.InvalidInput;
import dev.portalblocks.core.model.PortalException.Violation;
import dev.portalblocks.core.model.ProblemDetails;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An empty or over-long field is refused before anything is touched, and told in both languages without its value. */
class InvalidCommandsTest {
    private static SampleWorld world;

    @BeforeAll
    static void compose() {
        world = new SampleWorld(Composition.fresh());
    }

    @AfterAll
    static void close() {
        world.portal.close();
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void aFieldThatDoesNotFitIsRefusedBeforeAnythingIsTouched(Misfit misfit) {
        Invoker invoker = new Invoker("", misfit.field(), misfit.call());
        Trial trial = Trial.of(world, invoker, world.program(), world.target);

        assertThat(trial.failure()).isInstanceOf(InvalidInput.class);
        InvalidInput refused = (InvalidInput) trial.failure();
        assertThat(refused.code()).isEqualTo("command.invalid");
        assertThat(refused.violations()).extracting(Violation::field).contains(misfit.path());
        assertThat(refused.violations())
                .anyMatch(said ->
                        said.field().equals(misfit.path()) && said.code().equals(misfit.code()));
        assertThat(refused.violations()).isSortedAccordingTo(Comparator.comparing(Violation::field));
        assertThat(refused.violations()).allSatisfy(InvalidCommandsTest::assertSaidInBothLanguages);
        assertThat(refused.toString() + refused.violations() + ProblemDetails.of(refused))
                .doesNotContain(Misfit.PRIVATE);
        assertThat(trial.steps()).isEmpty();
        assertThat(trial.isNothingLeft()).isTrue();
    }

    @Test
    void everyConstraintOfEveryCommandIsTried() {
        Set<String> tried = misfits()
                .map(misfit -> misfit.field() + " " + misfit.code())
                .collect(Collectors.toCollection(TreeSet::new));
        tried.remove("ProfileData.unknown unknown-field");
        assertThat(Constraints.of(Ways.services())).isNotEmpty().isEqualTo(tried);
    }

    private static void assertSaidInBothLanguages(Violation violation) {
        assertThat(violation.messages()).containsOnlyKeys("de", "en");
        assertThat(violation.messages().values())
                .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{"));
        assertThat(violation.messages().get("de"))
                .isNotEqualTo(violation.messages().get("en"));
    }

    static Stream<Misfit> misfits() {
        return Stream.of(
                        CoreMisfits.all(),
                        MandateMisfits.all(),
                        SubscriptionMisfits.all(),
                        ContentMisfits.all(),
                        KnowledgeMisfits.all(),
                        WorkflowMisfits.all(),
                        CareMisfits.all(),
                        FeedbackMisfits.all(),
                        ViewMisfits.all(),
                        HealthMisfits.all(),
                        FaqMisfits.all(),
                        SynonymMisfits.all(),
                        DocsMisfits.all(),
                        MessagingMisfits.all())
                .flatMap(List::stream);
    }
}
