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
    "edit,     /incident edit #1"
  })
  void forms_ask_for_what_a_command_needs(String name, String command) throws IOException {
    var form = said.reply(Said.ADA, command).form().orElseThrow();
    same(name, views.form(form.fresh(), Optional.empty(), HERE));
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
