// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import dev.portalblocks.core.model.PortalException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Begins the message of a failed test with its promise, and ends it with how to run it again. */
public final class PromiseFailures implements TestExecutionExceptionHandler {
    /** Is made by JUnit. */
    public PromiseFailures() {}

    @Override
    public void handleTestExecutionException(ExtensionContext test, Throwable failure) throws Throwable {
        Promise promise = test.getTestMethod()
                .map(method -> method.getAnnotation(Promise.class))
                .orElse(null);
        // Anything else, an assumption for example, is not an answer of the store's.
        boolean fromStore = failure instanceof AssertionError || failure instanceof PortalException;
        if (promise == null || !fromStore) {
            throw failure;
        }
        String contract = test.getRequiredTestMethod().getDeclaringClass().getSimpleName();
        String again = "(-D" + Seed.PROPERTY + "=" + Seed.value() + ")";
        throw new AssertionError(
                "P" + promise.value() + " of " + contract + " is broken: " + failure.getMessage() + "\n" + again,
                failure);
    }
}
