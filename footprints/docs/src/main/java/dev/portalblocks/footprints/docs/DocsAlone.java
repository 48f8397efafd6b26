// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.footprints.docs;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.docs.Vault;
import dev.portalblocks.docs.memory.MemoryVaultStorage;
import dev.portalblocks.docs.model.Document;
import dev.portalblocks.docs.model.UploadDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Shows that the vault runs alone, on the module path. */
public final class DocsAlone {
    private DocsAlone() {}

    /** Prints the module it runs in, and what a document is that was handed in and opened again. */
    public static void main(String[] args) throws IOException {
        Memory memory = new Memory();
        try (Portal portal = Portal.of(memory)) {
            Vault vault = Vault.of(portal, MemoryVaultStorage.in(memory));
            CustomerId erika = CustomerId.of("4711");
            Actor customer = Actor.customer(TenantId.of("acme"), erika);
            byte[] letter = "%PDF-1.7 Sehr geehrte Damen und Herren".getBytes(StandardCharsets.UTF_8);
            Document document =
                    vault.upload(customer, UploadDocument.of(erika, "Brief.txt"), new ByteArrayInputStream(letter));
            System.out.println(DocsAlone.class.getModule().getName());
            try (InputStream opened = vault.open(customer, document.id())) {
                System.out.println(opened.readAllBytes().length + " bytes of "
                        + document.current().mediaType());
            }
        }
    }
}
