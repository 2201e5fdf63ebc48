package dev.muster.integrations.slack.doctor;

import dev.muster.commands.doctor.Check;
import dev.muster.commands.doctor.Finding;
import dev.muster.commands.text.Words;
import dev.muster.integrations.slack.web.SlackApi;
import dev.muster.integrations.slack.web.SlackException;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/**
 * Whether Muster can write to each of its channels.
 * docs.slack.dev/reference/methods/conversations.info
 *
 * @param channels Slack's ids by our names, as configured now
 */
public record SlackChannelsCheck(
    SlackApi api, Supplier<Map<String, String>> channels, ExecutorService threads)
    implements Check {

  @Override
  public String about() {
    return "Slack channels";
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    var wanted = List.copyOf(channels.get().entrySet());
    if (wanted.isEmpty()) {
      return List.of(
          Finding.warning(
              about(),
              "No channel of muster.yaml is in Slack, so incidents are not told there.",
              "Write where they are, such as channels: {incidents: {slack: C01ABCDEF}}."));
    }
    return new EachOf<>(about(), wanted, one -> "#" + one.getKey(), threads)
        .look(
            this::look,
            asked -> "Muster can write to " + Words.count(asked, "channel") + " there.");
  }

  private Optional<Finding> look(Entry<String, String> wanted) {
    var name = "#" + wanted.getKey() + " in Slack";
    var id = wanted.getValue();
    try {
      var channel =
          api.call(
                  "conversations.info",
                  methods -> methods.conversationsInfo(request -> request.channel(id)))
              .getChannel();
      if (channel.isArchived()) {
        return Optional.of(archived(name, channel.getName()));
      }
      return channel.isMember() ? Optional.empty() : Optional.of(absent(name, channel.getName()));
    } catch (SlackException trouble) {
      if (!trouble.error().equals("channel_not_found")) {
        throw trouble;
      }
      return Optional.of(unknown(name, id, wanted.getKey()));
    }
  }

  private static Finding archived(String name, String theirs) {
    return Finding.failed(
        name,
        "The channel is archived: nobody can write there.",
        "Unarchive #%s in Slack, or give another channel's id in muster.yaml.".formatted(theirs));
  }

  private static Finding absent(String name, String theirs) {
    return Finding.failed(
        name, "Muster is not in the channel.", "Say /invite @muster in #%s.".formatted(theirs));
  }

  private static Finding unknown(String name, String id, String ours) {
    return Finding.failed(
        name,
        "There is no channel %s, or it is private and Muster is not in it.".formatted(id),
        "Say /invite @muster in it, or mend channels: {%s: {slack: %s}} in muster.yaml."
            .formatted(ours, id));
  }
}
