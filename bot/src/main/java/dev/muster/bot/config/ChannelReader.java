package dev.muster.bot.config;

import dev.muster.bot.config.people.Accounts;
import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shapes;
import java.util.List;
import java.util.Map;

/** Reads where words of ours can go: channels, mailboxes, and the channel of notices. */
final class ChannelReader {

  private ChannelReader() {}

  static List<Channel> channels(Section top) {
    var accounts = new Accounts(Accounts.OF_CHANNELS);
    var channels =
        Collected.named(
                "channels",
                name ->
                    Section.shape(
                        "`{}` or `{slack: C01ABCDEF}`",
                        at -> new Channel(name, accounts.of(name, at))))
            .about("Our names for channels, and where each of them is.");
    return top.required("channels", "{alerts: {}}", Collected.atLeastOne("channels", channels))
        .map(read -> List.copyOf(read.values()))
        .orElse(List.of());
  }

  /** The first channel unless one is named. */
  static String notices(Section top, List<Channel> channels) {
    var name =
        Shapes.reference("channel", "channels", top.namesIn("channels"))
            .about("The channel in which Muster speaks of itself; the first one unless named.");
    return top.optional("notices", name)
        .or(() -> channels.stream().map(Channel::name).findFirst())
        .orElse("");
  }

  static Map<String, String> mailboxes(Section top) {
    return top.optional(
            "mailboxes",
            Collected.named("mailboxes", _ -> Accounts.EMAIL)
                .about("Our names for addresses: {ops: ops@example.org}."))
        .orElse(Map.of());
  }
}
