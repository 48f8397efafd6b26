// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.examples.quickstart;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.docs.Vault;
import dev.portalblocks.faq.Faq;
import dev.portalblocks.faq.model.AddFaqEntry;
import dev.portalblocks.faq.model.AddFaqSection;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSection;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.model.FaqText;
import dev.portalblocks.faq.model.PublishFaqEntry;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.messaging.Inbox;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Composes the blocks, fills them, and lets a customer come by. Everything lives in memory and is gone in the end, or in a
 * database and is found again by the next run.
 *
 * <p>Begin with {@link #open}: those lines are all that it takes to have a portal.
 */
public final class Quickstart {
    private static final TenantId INSURER = TenantId.of("acme");
    /** What fills the portal: a program acts under a name of its own, as people do. */
    private static final Actor HOST = Actor.system(INSURER, "quickstart");

    private static final Actor ERIKA = Actor.customer(INSURER, CustomerId.of("4711"));

    private final Arguments arguments;
    private final Path content;
    private final Console console;

    private Quickstart(Arguments arguments, Path content, Console console) {
        this.arguments = arguments;
        this.content = content;
        this.console = console;
    }

    /** Runs the example; {@code --help} tells its options. The property {@code quickstart.home} names its folder. */
    public static void main(String[] args) {
        int status = run(Path.of(System.getProperty("quickstart.home", ".")), Console.standard(), args);
        if (status != 0) {
            System.exit(status); // ends the Maven that runs exec:java as well, which then has this status
        }
    }

    private static int run(Path home, Console console, String... args) {
        try {
            Arguments arguments = Arguments.parse(args);
            if (arguments.isHelp()) {
                console.text(Arguments.USAGE);
            } else {
                new Quickstart(arguments, home.resolve("content"), console).open();
            }
            return 0;
        } catch (Arguments.Misuse e) {
            console.text(e.getMessage());
            console.text(Arguments.USAGE);
            return 2;
        } catch (IOException e) {
            console.text("Das lässt sich nicht lesen: " + e);
            return 1;
        } catch (PortalException.StorageFailure e) {
            console.text("Was gespeichert ist, ist nicht wie erwartet zu erreichen: " + e.code()
                    + (e.isRetryable() ? ", ein neuer Versuch kann helfen" : ""));
            return 1;
        }
    }

    private void open() throws IOException {
        try (Storage storage = storage();
                LuceneSearchIndex index = LuceneSearchIndex.inMemory();
                Portal portal = Portal.builder(storage.core()).build()) {
            Profiles profiles = Profiles.of(portal, storage.profiles());
            Inbox inbox = Inbox.of(portal, storage.messages());
            Vault vault = Vault.of(portal, storage.documents());
            KnowledgeBase knowledge = KnowledgeBase.of(portal, storage.articles());
            Faq faq = Faq.of(portal, storage.questions());
            Search search = Search.of(portal, index, knowledge.searchSource(), faq.searchSource());

            Blocks blocks = new Blocks(portal, profiles, inbox, vault, knowledge, faq, search);
            fill(blocks);
            use(blocks);
        }
    }

    private Storage storage() throws IOException {
        return arguments.database().isPresent()
                ? Storage.in(arguments.database().get(), INSURER)
                : Storage.inMemory(INSURER);
    }

    private void fill(Blocks blocks) throws IOException {
        console.title("Das Portal eines Versicherers");
        ArticleImport articles = new ArticleImport(blocks, HOST, console);
        if (arguments.articles().isPresent()) {
            articles.others(arguments.articles().get(), arguments.language());
        }
        console.heading("Eigene Inhalte");
        articles.own(content.resolve("articles"));
        Set<String> known = blocks.faq().sections(HOST, null).stream()
                .map(FaqSection::title)
                .collect(Collectors.toSet());
        for (FaqFile file : FaqFile.readAll(content.resolve("faq"))) {
            if (!known.contains(file.section())) {
                publish(blocks.faq(), file);
            }
        }
        // The index follows the log. In an application a task does so every second, see portal.maintenance().
        blocks.search().follow(HOST);
    }

    private void publish(Faq faq, FaqFile file) {
        FaqSectionId section = faq.outline()
                .add(HOST, AddFaqSection.of(LocalizedText.german(file.section())))
                .id();
        for (FaqText text : file.entries()) {
            FaqContent german = FaqContent.of(LanguageTag.GERMAN, text.question(), text.answer());
            FaqEntryId entry =
                    faq.editor().add(HOST, AddFaqEntry.of(section, german)).id();
            faq.editor().publish(HOST, PublishFaqEntry.of(entry));
        }
        console.line("FAQ „" + file.section() + "“: " + file.entries().size() + " Fragen");
    }

    private void use(Blocks blocks) throws IOException {
        if (arguments.question().isPresent()) {
            new Answers(blocks.search(), arguments.language(), console)
                    .show(ERIKA, arguments.question().get(), 5);
            return;
        }
        Reunion reunion = new Reunion(blocks, ERIKA, console);
        if (reunion.isDue()) {
            reunion.celebrate();
        } else {
            new Visit(blocks, ERIKA, console).play();
            new Correspondence(blocks, ERIKA, content.resolve("dokumente"), console).play();
            new Others(blocks, ERIKA, console).look();
        }
        new Traces(blocks.portal(), console).show(INSURER);
        new QuestionList(blocks, HOST).ask(ERIKA, content.resolve("questions.tsv"), console);
    }
}
