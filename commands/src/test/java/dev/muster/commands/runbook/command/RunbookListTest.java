package dev.muster.commands.runbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.runbook.testing.Office;
import dev.muster.commands.runbook.testing.Written;
import dev.muster.commands.testing.Screen;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunbookListTest {

  private final Office office =
      new Office(Written.LOOK, Written.RESTART, Written.FAILOVER, Written.FLUSH);

  private static String wide(Reply reply) {
    return Screen.wide(reply.message());
  }

  @Test
  void what_somebody_may_run_comes_first_and_the_rest_says_whose_it_is() {
    assertThat(wide(office.say(Office.READER, "/runbook list")))
        .isEqualTo(
            """
            4 runbooks
            slow-queries · Look at slow queries · only reads ›
            failover · Fail over · not yours: It needs role dba or operator. ›
            flush-cache · Flush the cache · not yours: It needs role admin or operator. ›
            restart-api · Restart the API · not yours: It needs role admin or operator. ›
            """);
  }

  @Test
  void when_a_runbook_is_suggested_stands_on_its_card_in_words() {
    var on = "on: {alert: {match: {alertname: \"=~slow_queries|SlowQueries\", team: db}}}\n";
    office.knows(Written.LOOK.replace("steps:", on + "steps:"));

    assertThat(wide(office.say(Office.READER, "/runbook show slow-queries")))
        .contains("Suggested when the alert is slow_queries or SlowQueries and team is db\n");
  }

  @Test
  void whoever_may_do_nothing_with_runbooks_does_not_see_them() {
    assertThat(office.say(Office.GUEST, "/runbook list").error()).contains(Reply.Error.DENIED);
  }

  @Test
  void running_ones_stand_on_top() throws InterruptedException {
    office.say(Office.OPS, "/runbook run failover replica=a");
    office.say(Office.OPS, "/runbook run failover offer:offer1");
    office.work();
    assertThat(wide(office.say(Office.OPS, "/runbook list")))
        .startsWith(
            "Running now\n"
                + "Run 1 · Fail over · waits for approval by 2 of dba: Promote a? · Olga Ops ›\n"
                + "4 runbooks\n");
  }

  @Test
  void a_long_list_is_paged() {
    IntStream.range(0, 12)
        .mapToObj(i -> Written.LOOK.replace("slow-queries", "look-" + (100 + i)))
        .forEach(office::knows);
    assertThat(wide(office.say(Office.READER, "/runbook list tag:database")))
        .contains("4 more: `/runbook list tag:database page:2`");
    assertThat(wide(office.say(Office.READER, "/runbook list tag:database page:2")))
        .contains("slow-queries")
        .doesNotContain("look-100", "more");
  }

  @Test
  void a_tag_or_a_page_that_is_not_there_leads_to_what_is() {
    assertThat(wide(office.say(Office.OPS, "/runbook list tag:databse")))
        .isEqualTo(
            """
            No runbook has the tag databse. There are database, restart. All: `/runbook list`
            [*All runbooks*]
            """);
    assertThat(wide(office.say(Office.OPS, "/runbook list page:9")))
        .isEqualTo(
            """
            The list ends before that. The last page: `/runbook list`
            [*Last page*]
            """);
  }

  @Test
  void an_example_names_a_runbook_that_there_is() {
    assertThat(wide(office.say(Office.OPS, "/runbook show")))
        .endsWith("Write for example `/runbook show failover`\n");
    assertThat(wide(new Office().say(Office.OPS, "/runbook show")))
        .endsWith("Write for example `/runbook show <runbook>`\n");
    assertThat(wide(office.say(Office.OPS, "/runbook schedule pause")))
        .endsWith("Write for example `/runbook schedule pause <runbook>`\n");
  }

  @Test
  void words_find_a_runbook_by_its_name_first_and_near_words_too() {
    assertThat(wide(office.say(Office.OPS, "/runbook search fail")))
        .isEqualTo("1 runbook for “fail”\nfailover · Fail over: When the primary is gone. ›\n");
    assertThat(wide(office.say(Office.OPS, "/runbook search chache"))).contains("flush-cache");
    assertThat(wide(office.say(Office.OPS, "/runbook search zebra")))
        .startsWith("No runbook is about “zebra”.");
  }

  @Test
  void what_is_not_set_up_yet_is_named_in_lists_and_found_by_its_name() {
    office.lacks("clear-cache", "`vars.redis` is not in muster.yaml");
    assertThat(office.say(Office.OPS, "/runbook show Clear-Cache").message().fallback())
        .startsWith(
            "Muster's library has a runbook clear-cache, which cannot be used here yet:"
                + " `vars.redis`");
    assertThat(wide(office.say(Office.OPS, "/runbook list")))
        .endsWith(
            "1 more needs settings first: clear-cache. What is missing: `/runbook show"
                + " clear-cache`\n");
    for (var name : List.of("disk-full", "export-rows", "lost-rows", "pool-exhausted", "promote")) {
      office.lacks(name, "something");
    }
    assertThat(wide(office.say(Office.OPS, "/runbook list")))
        .endsWith(
            "6 more need settings first: clear-cache, disk-full, export-rows, lost-rows,"
                + " pool-exhausted and others. What is missing: `/runbook show clear-cache`\n");
    assertThat(wide(office.say(Office.OPS, "/runbook list tag:database")))
        .doesNotContain("settings");
    assertThat(wide(office.say(Office.OPS, "/runbook search cache")))
        .isEqualTo(
            """
            1 runbook for “cache”
            flush-cache · Flush the cache: When it is wrong. ›
            clear-cache · needs settings first ›
            """);
    assertThat(wide(office.say(Office.OPS, "/runbook search pool")))
        .isEqualTo(
            "Nothing that is set up is about “pool”.\npool-exhausted · needs settings first ›\n");
    assertThat(wide(office.say(Office.OPS, "/runbook show clear-cache")))
        .contains("cannot be used here yet: `vars.redis` is not in muster.yaml");
  }

  @Test
  void words_behind_the_list_are_offered_as_a_search() {
    var reply = office.say(Office.OPS, "/runbook list database");
    assertThat(((Block.Buttons) reply.message().blocks().getLast()).buttons().getFirst().command())
        .isEqualTo("/runbook search database");
  }

  @Test
  void a_runbook_is_shown_with_all_that_there_is_to_know() {
    assertThat(wide(office.say(Office.READER, "/runbook show failover")))
        .isEqualTo(
            """
            (NONE) Fail over failover
            When the primary is gone.
            It changes things · owner platform · tags database · target 5 min
            Reviewed 2026-11-01.
            Run by dba or operator. Approved by 2 of dba, not whoever asked for it.
            `replica` text, else app-replica
            `token` secret TOKEN
            Steps
            1 Approve · asks 2 of dba, not whoever asked for it · ask: Promote app-replica?
            2 Promote · changes · change app-replica · can be undone
            [Plan] [Ask them in the thread]
            """);
  }

  @Test
  void only_whoever_may_run_it_gets_a_button_for_that() {
    assertThat(wide(office.say(Office.OPS, "/runbook show failover"))).endsWith("[*Run*] [Plan]\n");
    assertThat(wide(office.say(Office.OPS, "/runbook plan restart-api replicas=3")))
        .endsWith("[*Run…*]\n");
  }

  @Test
  void a_dry_run_is_named_so_in_lists() throws InterruptedException {
    office.say(Office.OPS, "/runbook run restart-api replicas=2 dry:yes");
    assertThat(wide(office.say(Office.OPS, "/runbook list")))
        .startsWith("Running now\nDry run 1 · Restart the API · ");
    assertThat(wide(office.say(Office.OPS, "/runbook status all"))).contains("\nDry run 1 · ");
  }

  @Test
  void a_stale_one_says_so() {
    assertThat(wide(office.say(Office.OPS, "/runbook show flush-cache")))
        .contains("⚠ Stale: last reviewed 2025-01-01, 689 days ago.");
  }

  @Test
  void an_unknown_one_leads_to_the_near_one() {
    assertThat(office.say(Office.OPS, "/runbook show failovr").message().fallback())
        .isEqualTo(
            "There is no runbook \"failovr\". /runbook list shows all. Did you mean failover ?"
                + " Nothing was changed.");
  }

  @Test
  void a_plan_says_what_would_happen_with_these_inputs() {
    assertThat(wide(office.say(Office.READER, "/runbook plan restart-api replicas=3")))
        .isEqualTo(
            """
            (NONE) Restart the API restart-api
            It changes things. When it hangs.
            replicas=3 size=small hurry=false
            Steps
            1 Restart · changes · change 3 of https://api.example.org
            2 Hurry · skipped, because this does not hold: `inputs.hurry`
            [Ask them in the thread]
            """);
  }
}
