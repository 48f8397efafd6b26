// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs;

import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.docs.spi.DocumentStore;
import dev.portalblocks.docs.spi.FolderStore;
import dev.portalblocks.docs.spi.VaultStorage;
import dev.portalblocks.docs.spi.VersionStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * A storage in which something happens right before each call of one method of its store of documents.
 *
 * @param inner the storage
 * @param method the method's name
 * @param happening what happens
 */
record Interrupting(VaultStorage inner, String method, Runnable happening) implements VaultStorage {
    @Override
    public TransactionDomain domain() {
        return inner.domain();
    }

    @Override
    public FolderStore folders() {
        return inner.folders();
    }

    @Override
    public DocumentStore documents() {
        DocumentStore documents = inner.documents();
        return (DocumentStore) Proxy.newProxyInstance(
                DocumentStore.class.getClassLoader(),
                new Class<?>[] {DocumentStore.class},
                (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        happening.run();
                    }
                    try {
                        return called.invoke(documents, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public VersionStore versions() {
        return inner.versions();
    }
}
