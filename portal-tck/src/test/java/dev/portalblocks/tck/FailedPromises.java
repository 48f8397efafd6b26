// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a contract test inside a test, and collects which promises failed and how. */
final class FailedPromises implements TestExecutionListener {
    /** One for all runs, as it looks for the engines when it is made. */
    private static final Launcher LAUNCHER = LauncherFactory.create(LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .build());

    private final Map<Integer, List<String>> failures = new TreeMap<>();
    private final List<String> unexpected = new ArrayList<>();
    private final Runnable whenOneFails;
    private int tests;

    private FailedPromises(Runnable whenOneFails) {
        this.whenOneFails = whenOneFails;
    }

    /** Runs all tests of the class; answers with the messages of those that failed, by promise. */
    static Map<Integer, List<String>> of(Class<?> contractTest) {
        return of(contractTest, test -> true, () -> {});
    }

    /** Runs those tests of the class, and does something after each that fails. */
    static Map<Integer, List<String>> of(Class<?> contractTest, Predicate<Method> tests, Runnable whenOneFails) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(contractTest))
                .filters((PostDiscoveryFilter) test -> FilterResult.includedIf(isAmong(tests, test)))
                .build();
        FailedPromises listener = new FailedPromises(whenOneFails);
        LAUNCHER.execute(request, listener);
        if (listener.tests == 0 || !listener.unexpected.isEmpty()) {
            throw new AssertionError(contractTest.getName() + ": " + listener.tests + " tests, " + listener.unexpected);
        }
        return listener.failures;
    }

    private static boolean isAmong(Predicate<Method> tests, TestDescriptor test) {
        return !(test.getSource().orElse(null) instanceof MethodSource method) || tests.test(method.getJavaMethod());
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
            whenOneFails.run();
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
