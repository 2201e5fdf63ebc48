package dev.muster.integrations.postgres.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.people.ChatAccounts;
import dev.muster.commands.people.ChatAccounts.Account;
import dev.muster.commands.people.PersonId;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresChatAccountsTest {

  private static final Account ADA = new Account("slack", "U01AAAA");
  private static final PersonId DEVOPS = new PersonId("devops");

  private final TestReplica replica = TestReplica.onNewDatabase(new TestClock());
  private final ChatAccounts accounts = new PostgresChatAccounts(replica.database());

  @AfterEach
  void close() {
    replica.close();
  }

  @Test
  void somebody_is_found_both_ways() {
    assertThat(accounts.find(ADA)).isEqualTo(ChatAccounts.Known.NOTHING);
    accounts.keep(ADA, DEVOPS);

    assertThat(accounts.find(ADA).person()).contains(DEVOPS);
    assertThat(accounts.of(DEVOPS, "slack")).contains(ADA);
    assertThat(accounts.of(DEVOPS, "discord")).isEmpty();
  }

  @Test
  void whoever_left_is_told_of_once_and_not_found_any_more() {
    accounts.keep(ADA, DEVOPS);

    assertThat(accounts.leave(ADA, TestClock.START)).isTrue();
    assertThat(accounts.leave(ADA, TestClock.START.plusSeconds(1))).isFalse();
    assertThat(accounts.find(ADA).leftAt()).contains(TestClock.START);
    assertThat(accounts.of(DEVOPS, "slack")).isEmpty();
  }

  @Test
  void whoever_is_unknown_can_leave_and_come_back() {
    assertThat(accounts.leave(ADA, TestClock.START)).isTrue();
    accounts.comeBack(ADA);

    assertThat(accounts.find(ADA).hasLeft()).isFalse();
  }
}
