package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The operation log as two people fill and read it in Slack, by form, button and word. */
class SlackOperationsIT extends SlackStory {

  @Test
  void what_was_done_by_hand_is_written_found_and_added_to() throws IOException {
    var team = shop.team(home, "routes: [{incident: {channel: incidents}}]\n");
    var way = hear(musters.start(team.environment()));

    logByForm();
    addByForm();
    addByWords();
    logInTheThreadOfAnIncident();
    way.close();
  }

  private void logByForm() {
    ada.slash("/ops", "log Restarted api-1").in(incidents);
    var form = ada.takeView();
    form.fill("Why", "memory leak").fill("How long it took", "soon").submit();
    assertThat(form.problems()).contains("is no time that it took");
    form.fill("How long it took", "20m").submit();
    assertThat(form.takeUpdate().json().toString())
        .contains("Operation 1 is in the log: Restarted api-1");
  }

  private void addByForm() {
    bob.slash("/ops", "list since:7d").in(incidents);
    bob.on(bob.takeEphemeral("Restarted")).press("Show");
    var card = bob.takeEphemeral("Operation 1: Restarted");
    assertThat(card.shown()).contains("memory leak", "took 20 min", "DevOps Engineer", "by hand");
    bob.on(card).press("Add to it");
    var form = bob.takeView();
    form.fill("Add to: Issues", "It \"came\" back").submit();
    assertThat(form.takeUpdate().json().toString())
        .contains("Backend Engineer added to the issues of operation 1");
  }

  private void addByWords() {
    ada.slash("/ops", "edit 1 follow-up:find the leak impact:no errors any more").in(incidents);
    ada.takeEphemeral("DevOps Engineer added to the impact and follow-up of operation 1.");
    ada.slash("/ops", "show 1").in(incidents);
    assertThat(ada.takeEphemeral("Operation 1").shown())
        .contains("find the leak", "no errors any more", "came")
        .doesNotContain("find the leak impact");
    ada.slash("/ops", "list \"???\"").in(incidents);
    ada.takeEphemeral("Nothing can be found by");
  }

  private void logInTheThreadOfAnIncident() {
    var root = anIncident();
    bob.events().mentionIn(incidents, root.ts(), "ops log Emptied the queue reason:it was full");
    bob.takeEphemeral("Operation 2 is in the log: Emptied the queue");
    bob.slash("/ops", "show 2").in(incidents);
    assertThat(bob.takeEphemeral("Operation 2").shown()).contains("it was full", "incident #1");
  }
}
