package dev.muster.integrations.slack.doctor;

import dev.muster.commands.doctor.Check;
import dev.muster.commands.doctor.Finding;
import dev.muster.integrations.slack.web.SlackApi;
import dev.muster.integrations.slack.web.SlackException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Whether the user groups of schedules are there. docs.slack.dev/reference/methods/usergroups.list
 *
 * @param groups such as {@code @oncall} by their schedules, as configured now
 */
public record SlackGroupsCheck(SlackApi api, Supplier<Map<String, String>> groups)
    implements Check {

  @Override
  public String about() {
    return "Slack user groups";
  }

  @Override
  public List<Finding> look() {
    var wanted = groups.get();
    if (wanted.isEmpty()) {
      return List.of(Finding.unused(about(), "No schedule of muster.yaml has a userGroup."));
    }
    try {
      var there = there();
      var missing =
          wanted.entrySet().stream()
              .filter(one -> !there.contains(one.getValue().substring(1)))
              .map(one -> missing(one.getKey(), one.getValue()))
              .toList();
      return missing.isEmpty()
          ? List.of(Finding.fine(about(), String.join(", ", wanted.values()) + ": all are there."))
          : missing;
    } catch (SlackException trouble) {
      return List.of(Said.skipped(about(), trouble));
    }
  }

  private Set<String> there() {
    return api
        .call("usergroups.list", methods -> methods.usergroupsList(request -> request))
        .getUsergroups()
        .stream()
        .map(group -> group.getHandle())
        .collect(Collectors.toSet());
  }

  private static Finding missing(String schedule, String group) {
    return Finding.warning(
        group + " in Slack",
        "There is no such user group, which schedules.%s names.".formatted(schedule),
        "Make it in Slack (Directories, User groups), or mend userGroup in muster.yaml.");
  }
}
