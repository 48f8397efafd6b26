// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the filled index to the tests of a {@link SearchRelevanceContract}; it is filled once and closed behind the last. */
public final class GoldenIndexes implements ParameterResolver {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(GoldenIndexes.class);

    /** Is made by JUnit. */
    public GoldenIndexes() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == GoldenIndex.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        GoldenEngine engine = (GoldenEngine) test.getRequiredTestInstance();
        ExtensionContext ofTheClass = test.getParent().orElse(test);
        return ofTheClass
                .getStore(OURS)
                .getOrComputeIfAbsent(GoldenIndex.class, key -> new GoldenIndex(engine.index()), GoldenIndex.class);
    }
}
