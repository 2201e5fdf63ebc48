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
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/**
 * Whether people's ids are those of people in the workspace.
 * docs.slack.dev/reference/methods/users.info
 *
 * @param people Slack's ids by those of muster.yaml, as configured now
 */
public record SlackPeopleCheck(
    SlackApi api, Supplier<Map<String, String>> people, ExecutorService threads) implements Check {

  private static final Set<String> UNKNOWN = Set.of("user_not_found", "user_not_visible");

  @Override
  public String about() {
    return "People in Slack";
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    var wanted = List.copyOf(people.get().entrySet());
    if (wanted.isEmpty()) {
      return List.of(
          Finding.unused(
              about(), "muster.yaml has no Slack id: addresses of mail tell who is who."));
    }
    return new EachOf<>(about(), wanted, one -> "@" + one.getKey(), threads)
        .look(this::look, asked -> "Slack knows " + Words.count(asked, "id") + " of muster.yaml.");
  }

  private Optional<Finding> look(Entry<String, String> wanted) {
    var who = "@" + wanted.getKey() + " in Slack";
    var id = wanted.getValue();
    try {
      var user =
          api.call("users.info", methods -> methods.usersInfo(request -> request.user(id)))
              .getUser();
      if (user.isDeleted()) {
        return Optional.of(left(who));
      }
      return user.isBot() ? Optional.of(bot(who, id)) : Optional.empty();
    } catch (SlackException trouble) {
      if (!UNKNOWN.contains(trouble.error())) {
        throw trouble;
      }
      return Optional.of(unknown(who, id));
    }
  }

  private static Finding left(String who) {
    return Finding.failed(
        who,
        "This person was deactivated in Slack: whatever concerns them there reaches nobody.",
        "Take them out of muster.yaml, and out of its schedules.");
  }

  private static Finding bot(String who, String id) {
    return Finding.failed(who, "%s is an app and no person.".formatted(id), mend());
  }

  private static Finding unknown(String who, String id) {
    return Finding.failed(who, "Nobody in Slack has the id %s.".formatted(id), mend());
  }

  private static String mend() {
    return "Mend it in muster.yaml: Slack shows it in the person's profile, ⋮, Copy member ID.";
  }
}
