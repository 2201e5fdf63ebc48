package dev.muster.commands.runbook.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Message;
import dev.muster.commands.people.Person;
import dev.muster.commands.runbook.testing.Office;
import dev.muster.commands.runbook.testing.Written;
import dev.muster.commands.testing.Screen;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.Who;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Run 1 of an office, and what is told of it. */
abstract class ToldRuns implements RunThreads {

  final Office office =
      new Office(
          Written.CHECKLIST,
          Written.LOOK,
          Written.RESTART,
          Written.FAILOVER,
          Written.LONG_LIST,
          Written.GUARDED,
          Written.SPOILT);
  final RunNews news =
      new RunNews(
          this,
          new Summons(office.directory(), _ -> Effect.CHANGES),
          office,
          run -> Optional.of("https://muster.example.org/runs/" + run),
          office.clock());
  final Map<String, Message> replies = new LinkedHashMap<>();
  final Map<String, Message> answers = new LinkedHashMap<>();
  final List<String> notes = new ArrayList<>();

  @Override
  public void append(Run run, String key, Message message) {
    assertThat(replies.put(key, message)).as("said twice: %s", key).isNull();
  }

  @Override
  public void ask(Run run, String key, Message message) {
    append(run, key, message);
  }

  @Override
  public void answered(Run run, String key, Message answer) {
    answers.putIfAbsent(key, answer);
  }

  @Override
  public void note(Run run, Who by, String text) {
    notes.add(by.name() + ": " + text);
  }

  Run start(String runbook) throws InterruptedException {
    office.sayInThread(Office.OPS, "/runbook run " + runbook);
    if (office.runs.find(new RunId(1)).isEmpty()) {
      office.sayInThread(Office.OPS, "/runbook run " + runbook + " offer:offer1");
    }
    var begun = office.run(1);
    news.changed(Optional.empty(), begun);
    goOn(begun);
    return office.run(1);
  }

  /** Both whom it needs agree; what was said before is forgotten. */
  void approve(Run asked) throws InterruptedException {
    replies.clear();
    office.say(Office.DBA, "/runbook approve 1");
    office.say(Office.BOSS, "/runbook approve 1");
    goOn(asked);
  }

  void goOn(Run asked) throws InterruptedException {
    office.work();
    news.changed(Optional.of(asked), office.run(1));
  }

  String only() {
    assertThat(replies).hasSize(1);
    return Screen.wide(replies.values().iterator().next());
  }

  String answered(String key) {
    assertThat(answers).containsKey(key);
    var said = Screen.wide(answers.get(key));
    answers.clear();
    return said;
  }

  void says(Person person, String text) {
    var before = office.run(1);
    office.say(person, text);
    news.changed(Optional.of(before), office.run(1));
  }
}
