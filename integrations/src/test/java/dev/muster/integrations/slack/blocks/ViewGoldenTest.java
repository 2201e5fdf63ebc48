package dev.muster.integrations.slack.blocks;

import com.slack.api.model.view.View;
import dev.muster.integrations.slack.answer.Answers;
import dev.muster.integrations.slack.fake.blocks.Surface;
import dev.muster.integrations.slack.form.FormContext;
import dev.muster.integrations.slack.form.ModalViews;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each modal as a file, of what the real commands ask for. */
class ViewGoldenTest {

  private static final FormContext.Place HERE = new FormContext.Place("C01ABCDEF", null, false);

  private final TestClock clock = new TestClock();
  @AutoClose private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final ModalViews views = new ModalViews(() -> Kit.KIT);
  private Said said;

  @BeforeEach
  void setUp() {
    said = new Said(replica);
    said.to(Said.ADA, "/incident declare \"Payments fail\" severity:P1 services:shop");
    said.to(Said.ADA, "/alert silence service=cache 2h Being moved");
    said.to(Said.ADA, "/alert silence service=db alertname=~\"disk.*\" 4h Disk is being swapped");
  }

  @ParameterizedTest
  @CsvSource({
    "declare,  /incident declare",
    "update,   /incident update #1",
    "resolve,  /incident resolve",
    "assign,   /incident assign #1",
    "severity, /incident severity #1",
    "role,     /incident role #1",
    "note,     /incident note #1",
    "snooze,   /incident snooze #1",
    "edit,     /incident edit #1",
    "merge,    /incident merge #1",
    "list,     /incident list banana",
    "alerts,   /alert list banana",
    "alert,    /alert show",
    "silence,  /alert silence",
    "unsilence, /alert unsilence",
    "silences, /alert silences banana"
  })
  void forms_ask_for_what_a_command_needs(String name, String command) throws IOException {
    var form = said.reply(Said.ADA, command).form().orElseThrow();
    same(name, views.form(form.fresh(), Optional.empty(), HERE));
  }

  @Test
  void a_message_that_an_incident_is_declared_from_stands_in_the_form() throws IOException {
    var text =
        "/incident declare \"Checkout is down\" summary:\"Checkout is down\nsince noon, I think\"";
    var form = said.reply(Said.ADA, text).form().orElseThrow();
    same("shortcut", views.form(form.fresh(), Optional.empty(), HERE));
  }

  @Test
  void a_silence_that_cannot_be_read_says_what_of_it() throws IOException {
    var reply = said.reply(Said.ADA, "/alert silence service=db 2hh Disk is being swapped");
    var form = reply.form().orElseThrow();
    same("silence-mistake", views.form(form.fresh(), Optional.empty(), HERE));
  }

  @Test
  void a_form_with_a_mistake_says_what_is_wrong_and_keeps_the_rest() throws IOException {
    var reply = said.reply(Said.ADA, "/incident declare Checkout is down severity:P1 etr:banana");
    var form = reply.form().orElseThrow();
    same("mistake", views.form(form, Optional.of(reply.message().fallback()), HERE));
  }

  @Test
  void work_that_takes_a_while_says_so() throws IOException {
    same("working", views.working("/incident declare", Answers.WAIT));
  }

  @Test
  void an_answer_stands_where_the_form_was() throws IOException {
    var text = "/incident show #1";
    same("answer", views.answer(text, said.to(Said.ADA, text), HERE));
  }

  private static void same(String name, View view) throws IOException {
    Golden.view("view-" + name, Kit.json(view), Surface.MODAL);
  }
}
