// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.operation.IdempotencyClaim;
import dev.portalblocks.tck.planted.marks.messaging.spi.LetterStore;
import dev.portalblocks.tck.planted.marks.messaging.spi.StoredLetter;
import dev.portalblocks.tck.planted.marks.messaging.spi.StoredStamp;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever a store keeps says whether it is a person's. */
class StoredRecordsTest {
    private static JavaClasses classes;

    @BeforeAll
    static void readThePublishedModules() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.portalblocks");
    }

    @Test
    void everyComponentIsMarkedOrSpeaksForItself() {
        assertThat(StoredRecords.unmarked(StoredRecords.of(classes))).isEmpty();
    }

    @Test
    void everyRecordThatIsCalledStoredIsSeenAtItsStore() {
        List<Class<?>> called = classes.stream()
                .filter(type -> type.isRecord() && type.getPackageName().endsWith(".spi"))
                .filter(type -> type.getSimpleName().startsWith("Stored"))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
        assertThat(called).isNotEmpty();
        assertThat(StoredRecords.of(classes)).containsAll(called).contains(AuditEntry.class, IdempotencyClaim.class);
    }

    @Test
    void aComponentThatNobodyThoughtAboutIsFound() {
        JavaClasses planted = new ClassFileImporter().importPackages(LetterStore.class.getPackageName());
        assertThat(StoredRecords.unmarked(StoredRecords.of(planted)))
                .containsExactly(
                        StoredLetter.class.getName() + ".sender",
                        StoredLetter.class.getName() + ".weight",
                        StoredStamp.class.getName() + ".words");
    }
}
