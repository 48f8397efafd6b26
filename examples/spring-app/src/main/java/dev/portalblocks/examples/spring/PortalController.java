// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.examples.spring;

import dev.portalblocks.core.model.*;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.model.*;
import dev.portalblocks.messaging.Inbox;
import dev.portalblocks.messaging.model.*;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.model.*;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.server.ResponseStatusException;

/** The inbox of customers and the desk of staff, and articles that everybody reads and editors write. */
@RestController
class PortalController {
    private final Inbox inbox;
    private final KnowledgeBase knowledge;
    private final Search search;
    private final HostTransactions transactions;
    private final JdbcClient jdbc;

    PortalController(Inbox inbox, KnowledgeBase knowledge, Search search, HostTransactions transactions, JdbcClient jdbc) {
        this.inbox = inbox;
        this.knowledge = knowledge;
        this.search = search;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @PostMapping("/conversations")
    Conversation open(Actor actor, @RequestBody OpenConversation command) {
        return inbox.open(actor, command);
    }

    @GetMapping("/conversations")
    Page<? extends Record> conversations(Actor actor, @RequestParam(required = false) Cursor after) {
        PageRequest page = PageRequest.first(50).after(after);
        return actor.kind() == Actor.Kind.AGENT ? inbox.desk().conversations(actor, page) : inbox.conversations(actor, page);
    }

    @PostMapping("/conversations/{id}/messages")
    Message send(Actor actor, @PathVariable UUID id, @RequestBody MessageText text) {
        SendMessage message = new SendMessage(ConversationId.of(id), text, null);
        return actor.kind() == Actor.Kind.AGENT ? inbox.desk().send(actor, message) : inbox.send(actor, message);
    }

    @GetMapping("/conversations/{id}/messages")
    Page<Message> messages(Actor actor, @PathVariable UUID id, @RequestParam(required = false) Cursor after) {
        PageRequest page = PageRequest.first(50).after(after);
        return actor.kind() == Actor.Kind.AGENT
                ? inbox.desk().messages(actor, ConversationId.of(id), MessageOrder.OLDEST_FIRST, page)
                : inbox.messages(actor, ConversationId.of(id), MessageOrder.OLDEST_FIRST, page);
    }

    record Claim(String text, int euros) {}
    record Text(String title, String markdown) {}

    /** A row of the application's own and a message, together or not at all. */
    @PostMapping("/claims")
    @Transactional
    public Conversation claim(Actor actor, @RequestBody Claim claim) {
        jdbc.sql("INSERT INTO claim VALUES (?, ?)").params(actor.identity(), claim.euros).update();
        var report = OpenConversation.about("vertrag").subject("Schaden").text(claim.text).build();
        Conversation opened = transactions.joined(() -> inbox.open(actor, report));
        if (claim.euros > 10_000) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "Too much to be settled here");
        }
        return opened;
    }

    @GetMapping("/articles/{id}")
    Article read(Actor actor, @PathVariable UUID id) {
        return knowledge.read(actor, ArticleId.of(id), null);
    }

    @GetMapping("/articles")
    Page<SearchHit> find(Actor actor, @RequestParam String q) {
        return search.find(actor, SearchQuery.of(q), PageRequest.first(10)).hits();
    }

    /** Two operations in one transaction of Spring's. */
    @PostMapping("/articles")
    @Transactional
    public Article publish(Actor actor, @RequestBody Text text) {
        return transactions.joined(() -> {
            var content = ArticleContent.of(LanguageTag.GERMAN, text.title, text.markdown);
            ArticleId id = knowledge.editor().create(actor, CreateArticle.of(content)).id();
            knowledge.editor().publish(actor, PublishArticle.of(id));
            return knowledge.read(actor, id, null);
        });
    }
}
