// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import java.util.List;
import java.util.stream.Stream;

/** How to call each public method of each service: a method that is missing here fails the build. */
final class Invokers {
    private Invokers() {}

    /** Returns the methods that are one operation each. */
    static List<Invoker> ofOperations() {
        return Stream.of(
                        CoreInvokers.all(),
                        MandateInvokers.all(),
                        SubscriptionInvokers.all(),
                        KnowledgeInvokers.all(),
                        DownloadInvokers.ofOperations(),
                        LearningInvokers.all(),
                        FaqInvokers.all(),
                        SynonymInvokers.all(),
                        DocsInvokers.all(),
                        MessagingInvokers.all(),
                        SourceInvokers.all())
                .flatMap(List::stream)
                .toList();
    }

    /** Returns the methods that are made of operations. */
    static List<Invoker> ofWorkMadeOfOperations() {
        return Stream.of(ImportInvokers.all(), ExportInvokers.ofWork(), DownloadInvokers.ofWork())
                .flatMap(List::stream)
                .toList();
    }

    static List<Invoker> all() {
        return Stream.concat(ofOperations().stream(), ofWorkMadeOfOperations().stream())
                .toList();
    }

    static Invoker of(String operation) {
        return ofOperations().stream()
                .filter(invoker -> invoker.operation().equals(operation))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No invoker reaches " + operation));
    }
}
