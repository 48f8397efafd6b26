// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Portal;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.messaging.Inbox;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The Spring application, copied into an empty folder, is built there, started on a free port and called over HTTP. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SpringAppTest {
    private static final String ERIKA = "4711:erika";
    private static final String OTTO = "4712:otto";
    private static final String SABINE = "sabine:sabine";
    private static final String NOBODY = "";

    @TempDir
    private static Path empty;

    private static @Nullable RunningApp started;

    @BeforeAll
    static void start() throws IOException {
        MavenRun maven = ExampleCopy.of("spring-app", empty, List.of(Portal.class, Inbox.class, KnowledgeBase.class));
        started = RunningApp.start(maven, empty);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (started != null) {
            started.stop();
        }
    }

    @Test
    void itIsBelowThreeHundredLines() throws IOException {
        assertThat(ExampleCopy.lines("spring-app/src", line -> true)).isLessThan(300);
    }

    @Test
    void nobodyReadsAnInboxWithoutALogin() throws Exception {
        assertThat(app().get(NOBODY, "/conversations").statusCode()).isEqualTo(401);
        assertThat(app().get("4711:otto", "/conversations").statusCode()).isEqualTo(401);
    }

    /** Through a pool whose connections do not commit by themselves. */
    @Test
    @Order(1)
    void aCustomerAsksSendsAndLists() throws Exception {
        HttpResponse<String> asked = app().post(
                        ERIKA,
                        "/conversations",
                        "{'topic':'vertrag','subject':'Beitrag 2027','message':{'text':'Warum?'}}");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
        String messages = "/conversations/" + id(asked.body()) + "/messages";
        assertThat(app().post(ERIKA, messages, "{'text':'Und seit wann?'}").statusCode())
                .isEqualTo(200);
        assertThat(app().get(ERIKA, "/conversations").body()).contains("Beitrag 2027", "\"messages\":2");
        assertThat(app().get(ERIKA, messages).body()).containsSubsequence("Warum?", "Und seit wann?");
        assertThat(app().get(OTTO, "/conversations").body()).contains("\"items\":[]");
        assertThat(app().get(SABINE, "/conversations").body()).contains(id(asked.body()));
        assertThat(app().post(SABINE, messages, "{'text':'Seit Januar.'}").statusCode())
                .isEqualTo(200);
        assertThat(app().get(SABINE, messages).body()).contains("Seit Januar.");
        assertThat(app().get(ERIKA, "/conversations").body()).contains("\"messages\":3", "\"unread\":1");
        assertProblem(app().get(OTTO, messages), 404, "conversation.not-found");
        assertProblem(app().post(OTTO, messages, "{'text':'Ich auch'}"), 404, "conversation.not-found");
    }

    @Test
    void whatIsRefusedIsAProblemThatAProgramReads() throws Exception {
        HttpResponse<String> empty =
                app().post(ERIKA, "/conversations", "{'topic':'vertrag','subject':'','message':{'text':' '}}");
        assertProblem(empty, 400, "command.invalid");
        assertThat(empty.body()).contains("\"field\":\"message.text\"", "\"field\":\"subject\"", "\"de\":");
        assertProblem(app().post(ERIKA, "/conversations", "{'topic':"), 400, "request.unreadable");
        assertProblem(app().get(ERIKA, "/conversations?after=forged"), 400, "cursor.invalid");
        assertProblem(app().post(ERIKA, "/articles", "{'title':'Umzug','markdown':'Melden.'}"), 403, "kb.edit.denied");
        HttpResponse<String> springs = app().get(ERIKA, "/conversations/4711/messages");
        assertThat(springs.statusCode()).isEqualTo(400);
        assertThat(springs.headers().firstValue("content-type")).contains("application/problem+json");
    }

    @Test
    @Order(2)
    void aRuleOfTheHostsTakesBackItsTransaction() throws Exception {
        assertThat(app().post(ERIKA, "/claims", "{'text':'Hagel','euros':200}").statusCode())
                .isEqualTo(200);
        HttpResponse<String> tooMuch = app().post(ERIKA, "/claims", "{'text':'Sturm','euros':20000}");
        assertThat(tooMuch.statusCode()).as(tooMuch.body()).isEqualTo(422);
        assertProblem(app().post(ERIKA, "/claims", "{'text':'','euros':1}"), 400, "command.invalid");
        assertProblem(app().post(SABINE, "/claims", "{'text':'Für sie','euros':1}"), 403, "inbox.write.denied");
    }

    @Test
    @Order(3)
    void visitorsFindWhatAnEditorPublished() throws Exception {
        HttpResponse<String> published =
                app().post("lena:lena", "/articles", "{'title':'Umzug','markdown':'Adresse melden.'}");
        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
        HttpResponse<String> hits = app().get(NOBODY, "/articles?q=Umzug");
        for (int i = 0; i < 200 && !hits.body().contains("article:"); i++) {
            app().waitForTheNextTask();
            hits = app().get(NOBODY, "/articles?q=Umzug");
        }
        assertThat(hits.body()).contains("article:" + id(published.body()));
        assertThat(app().get(NOBODY, "/articles/" + id(published.body())).body())
                .contains("Adresse melden.");
    }

    @Test
    void anOperatorSeesThePortalsHealth() throws Exception {
        HttpResponse<String> health = app().get(NOBODY, "/actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"search.index\"", "\"storage\"", "\"task.search.follow\"");
    }

    /** What was rolled back left no message, no event and no entry but of what was denied; what was not left all three. */
    @Test
    @Order(Integer.MAX_VALUE)
    void afterwardsTheDatabaseHoldsWhatWasAnswered() throws Exception {
        app().stop();
        String file = "jdbc:h2:file:" + empty.resolve("data/portal").toAbsolutePath();
        try (Connection connection = DriverManager.getConnection(file, "sa", "")) {
            assertThat(count(connection, "claim")).isEqualTo(1);
            assertThat(count(connection, "\"portal\".portal_conversation")).isEqualTo(2);
            assertThat(count(connection, "\"portal\".portal_message")).isEqualTo(4);
            assertThat(count(connection, "\"portal\".portal_event WHERE event_type LIKE '%message-sent%'"))
                    .isEqualTo(4);
            assertThat(count(connection, "\"portal\".portal_audit WHERE operation = 'inbox.open' AND outcome = 'DONE'"))
                    .isEqualTo(2);
            assertThat(count(
                            connection,
                            "\"portal\".portal_audit WHERE outcome = 'DENIED' AND operation = 'inbox.open'"))
                    .as("denied within a transaction of Spring's")
                    .isEqualTo(1);
        }
    }

    private static RunningApp app() {
        assertThat(started).isNotNull();
        return started;
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    }

    private static String id(String json) {
        Matcher id = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"").matcher(json);
        assertThat(id.find()).as(json).isTrue();
        return id.group(1);
    }

    private static long count(Connection connection, String from) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
