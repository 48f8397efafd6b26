// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs;

import static dev.portalblocks.docs.VaultHouse.CUSTOMER;
import static dev.portalblocks.docs.VaultHouse.ERIKA;
import static dev.portalblocks.docs.VaultHouse.PAGE;
import static dev.portalblocks.docs.VaultHouse.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.PortalException.Violation;
import dev.portalblocks.docs.model.CreateFolder;
import dev.portalblocks.docs.model.Document;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.model.RenameDocument;
import dev.portalblocks.docs.model.RenameFolder;
import dev.portalblocks.docs.model.UploadDocument;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A name is text: kept as it was written, or refused, and never a path. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VaultNamesTest {
    private final VaultHouse house = new VaultHouse();
    private final Vault vault = house.vault;

    @BeforeAll
    void compose() {
        house.uploaded("a", "a");
    }

    @AfterAll
    void close() {
        house.close();
    }

    static Stream<String> kept() {
        return Stream.of(
                "../../etc/passwd",
                "..",
                ".",
                "CON",
                "con.txt",
                "a/b\\c",
                "C:\\x",
                " outer space ",
                "caf\u00E9.pdf",
                "cafe\u0301.pdf",
                "\u0391\u0392",
                "\u05D0\u05D1.pdf",
                "\u05D0\u200F1.pdf",
                "\uD83D\uDC68\u200D\uD83D\uDC69.png",
                "\"; rm -rf /",
                "<script>",
                "%00",
                "x".repeat(255));
    }

    static Stream<String> refused() {
        return Stream.of(
                "",
                " ",
                "\u3000\u00A0",
                "\u200B\u200F",
                "a\u0000b",
                "a\nb",
                "a\tb",
                "a\u007Fb",
                "a\u0085b",
                "a\u2028b",
                "Rechnung\u202Efdp.exe",
                "\u202Aa",
                "\u202Ba",
                "a\u202C",
                "\u202Da",
                "\u2066a",
                "\u2067a",
                "\u2068a",
                "a\u2069",
                "a\uD800b",
                "\uDC00",
                "x".repeat(256),
                "x".repeat(300));
    }

    @ParameterizedTest
    @MethodSource("kept")
    void aNameIsKeptAsItWasWritten(String name) {
        Document document = house.uploaded(name, "text");

        assertThat(vault.read(CUSTOMER, document.id()).name()).isEqualTo(name);
        assertThat(vault.list(CUSTOMER, ERIKA, PAGE).items())
                .extracting(Document::name)
                .contains(name);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aNameThatMisleadsOrCannotBeShownIsRefused(String name) {
        var before = house.kept();
        Document document = vault.list(CUSTOMER, ERIKA, PAGE).items().get(0);
        var folder = FolderId.of(document.id().value());

        assertRefused(() -> vault.upload(CUSTOMER, UploadDocument.of(ERIKA, name), stream("x")));
        assertRefused(() -> vault.rename(CUSTOMER, RenameDocument.of(document.id(), name)));
        assertRefused(() -> vault.folders().create(CUSTOMER, CreateFolder.of(ERIKA, name)));
        assertRefused(() -> vault.folders().rename(CUSTOMER, RenameFolder.of(folder, name)));

        assertThat(house.kept()).isEqualTo(before);
    }

    @Test
    void namesThatLookAlikeStandBesideEachOther() {
        List<String> names = List.of("Gr\u00FC\u00DFe", "Gru\u0308\u00DFe", "gr\u00FC\u00DFe");
        names.forEach(name -> house.uploaded(name, name));

        assertThat(vault.list(CUSTOMER, ERIKA, PAGE).items())
                .extracting(Document::name)
                .containsAll(names);
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(type(PortalException.InvalidInput.class))
                .returns("command.invalid", PortalException::code)
                .satisfies(refused -> assertThat(refused.violations())
                        .extracting(Violation::field)
                        .containsOnly("name"));
    }
}
