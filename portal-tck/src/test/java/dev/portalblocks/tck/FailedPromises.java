// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a contract test inside a test, and collects which promises failed and how. */
final class FailedPromises implements TestExecutionListener {
    private final Map<Integer, List<String>> failures = new TreeMap<>();
    private final List<String> unexpected = new ArrayList<>();
    private int tests;

    private FailedPromises() {}

    /** Runs all tests of the class; answers with the messages of those that failed, by promise. */
    static Map<Integer, List<String>> of(Class<?> contractTest) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(contractTest))
                .build();
        LauncherConfig plain = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .build();
        FailedPromises listener = new FailedPromises();
        LauncherFactory.create(plain).execute(request, listener);
        if (listener.tests == 0 || !listener.unexpected.isEmpty()) {
            throw new AssertionError(contractTest.getName() + ": " + listener.tests + " tests, " + listener.unexpected);
        }
        return listener.failures;
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        unexpected.add(test.getDisplayName() + " was skipped: " + reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        tests += test.isTest() ? 1 : 0;
        if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            String message = test.getDisplayName() + " " + result;
            promise(test, message, result.getStatus());
        }
    }

    private void promise(TestIdentifier test, String message, TestExecutionResult.Status status) {
        Promise promise = test.getSource()
                .filter(source -> status == TestExecutionResult.Status.FAILED && source instanceof MethodSource)
                .map(source -> ((MethodSource) source).getJavaMethod().getAnnotation(Promise.class))
                .orElse(null);
        if (promise == null) {
            unexpected.add(message);
        } else {
            failures.computeIfAbsent(promise.value(), number -> new ArrayList<>())
                    .add(message);
        }
    }
}
