package dev.muster.integrations.slack.inbound;

import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.integrations.slack.answer.LostEnds;
import dev.muster.integrations.slack.blocks.Golden;
import dev.muster.integrations.slack.blocks.Kit;
import dev.muster.integrations.slack.blocks.Said;
import dev.muster.integrations.slack.fake.blocks.Surface;
import dev.muster.integrations.slack.people.SlackPeople;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The Home tab and what links show as files, of what the real commands answer. */
class HomeGoldenTest {

  private final TestClock clock = new TestClock();
  @AutoClose private final TestReplica replica = TestReplica.onNewDatabase(clock);
  @AutoClose private final InboundDesk desk = new InboundDesk();

  @Test
  void home_shows_what_is_ones_own_first() throws IOException {
    var said = new Said(replica);
    same("home-quiet", said, "U01BEA");
    said.to(Said.BEA, "/incident declare \"Payments fail\" severity:P1");
    said.to(Said.BEA, "/incident ack 1");
    clock.advance(Duration.ofMinutes(4));
    said.to(Said.BEA, "/incident declare \"Search is slow\" severity:P1");
    same("home", said, "U01BEA");
    same("home-stranger", said, "U01EEEE");
  }

  @Test
  void a_link_shows_what_it_leads_to() throws IOException {
    var said = new Said(replica);
    said.to(Said.BEA, "/incident declare \"Payments fail\" severity:P1 services:shop");
    Golden.message("unfurl", Unfurling.shown(said.to(Said.BEA, "/incident show 1")));
  }

  private void same(String name, Said said, String user) throws IOException {
    var late = desk.orders.with((_, _) -> {}).late();
    var asking = new Asking(new Bea(), new Nowhere(), new LostEnds(late, clock));
    var home = new HomeTab(desk.api, () -> Kit.KIT, asking, said.router());
    var view = HomeTab.view(Kit.KIT, home.shown(user, "Ev01"));
    Golden.view(name, Kit.json(view), Surface.HOME);
  }

  private static final class Nowhere implements Channels {
    @Override
    public Optional<String> name(String id) {
      return Optional.empty();
    }

    @Override
    public String usual() {
      return "incidents";
    }
  }

  private static final class Bea implements SlackPeople {
    @Override
    public Optional<Person> person(String user) {
      return Optional.of(Said.BEA).filter(_ -> user.equals("U01BEA"));
    }

    @Override
    public Optional<String> user(PersonId person) {
      return Optional.empty();
    }
  }
}
