// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.examples.quickstart;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.event.EventBatch;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.LogReader;
import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.profile.model.ProfileChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Shows what the visit left behind: the events, from which a CRM learns, and the record of who did what. */
final class Traces {
    private final Portal portal;
    private final Console console;

    Traces(Portal portal, Console console) {
        this.portal = portal;
        this.console = console;
    }

    void show(TenantId tenant) {
        Diary diary = new Diary();
        portal.follower(diary).follow(tenant);
        console.heading("Was andere Systeme davon erfahren: " + diary.events.size() + " Ereignisse");
        countedByType(diary.events).forEach((type, count) -> console.line(count + " × " + type));
        diary.events.forEach(this::showProfileChange);

        List<AuditEntry> entries = auditEntries(Actor.agent(tenant, "petra", "auditor"));
        console.heading("Was die Revision liest: " + entries.size() + " Einträge, die letzten davon");
        entries.stream().skip(Math.max(0, entries.size() - 5)).forEach(this::showEntry);
    }

    private static Map<String, Long> countedByType(List<PortalEvent<?>> events) {
        return events.stream().collect(Collectors.groupingBy(PortalEvent::type, TreeMap::new, Collectors.counting()));
    }

    private void showProfileChange(PortalEvent<?> event) {
        if (event.data() instanceof ProfileChanged changed) {
            console.line(event.subject() + ", Nr. " + event.sequence() + " in seiner Reihe: Profil Version "
                    + changed.version() + ", geändert " + String.join(", ", changed.fields()));
        }
    }

    private List<AuditEntry> auditEntries(Actor auditor) {
        List<AuditEntry> entries = new ArrayList<>();
        Optional<PageRequest> request = Optional.of(PageRequest.first(PageRequest.MAX_LIMIT));
        while (request.isPresent()) {
            PageRequest wanted = request.get();
            Page<AuditEntry> page = portal.auditTrail().list(auditor, wanted);
            entries.addAll(page.items());
            request = page.findNext().map(wanted::after);
        }
        return entries;
    }

    private void showEntry(AuditEntry entry) {
        String subject = entry.subject() == null ? "" : " an " + entry.subject();
        console.line(entry.outcome() + ": " + entry.operation() + subject + " durch " + entry.actorKind() + " "
                + entry.actor());
    }

    /** Follows the log from its beginning. An application would keep the position where it keeps what it has read. */
    private static final class Diary implements LogReader {
        private final List<PortalEvent<?>> events = new ArrayList<>();
        private LogPosition position = LogPosition.START;

        @Override
        public Optional<LogPosition> position(TenantId tenant) {
            return Optional.of(position);
        }

        @Override
        public void take(TenantId tenant, EventBatch batch) {
            events.addAll(batch.events());
            position = batch.upTo();
        }

        @Override
        public void rebuild(TenantId tenant, LogPosition at) {
            events.clear(); // what happened so long ago is no longer kept
            position = at;
        }
    }
}
