package dev.muster.integrations.slack.doctor;

import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.muster.commands.doctor.Check;
import dev.muster.commands.doctor.ClockSkew;
import dev.muster.commands.doctor.Finding;
import dev.muster.integrations.slack.web.SlackApi;
import dev.muster.integrations.slack.web.SlackException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whether Slack lets us in, what the app may do there, and whose clock is right: one call says all
 * three. docs.slack.dev/reference/methods/auth.test
 *
 * @param wanted the scopes that the manifest asks for
 */
public record SlackAccountCheck(SlackApi api, List<String> wanted, InstantSource clock)
    implements Check {

  private static final String SCOPES = "Slack scopes";
  private static final String CLOCK = "Clock and Slack's";

  /** Of whole seconds the middle is the likeliest. */
  private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

  public SlackAccountCheck {
    wanted = List.copyOf(wanted);
  }

  @Override
  public String about() {
    return "Slack token";
  }

  @Override
  public List<Finding> look() {
    var asked = clock.instant();
    try {
      var answer = api.call("auth.test", methods -> methods.authTest(request -> request));
      var half = Duration.between(asked, clock.instant()).dividedBy(2);
      var findings = new ArrayList<Finding>();
      findings.add(account(answer));
      findings.add(
          header(answer, "x-oauth-scopes")
              .map(this::scopes)
              .orElseGet(() ->
                  Finding.skipped(
                      SCOPES,
                      "Slack did not say what the app may do.",
                      "The app's page at api.slack.com/apps says it, under OAuth & Permissions.")));
      header(answer, "date").flatMap(SlackAccountCheck::time).stream()
          .map(slacks -> skew(Duration.between(slacks.plus(HALF_A_SECOND), asked.plus(half))))
          .forEach(findings::add);
      return findings;
    } catch (SlackException trouble) {
      return List.of(Said.of(about(), api, trouble));
    }
  }

  private Finding account(AuthTestResponse answer) {
    return Finding.fine(
        about(), "Muster is @%s in %s.".formatted(answer.getUser(), answer.getTeam()));
  }

  private Finding scopes(String header) {
    var has = new TreeSet<>(List.of(header.strip().split("\\s*,\\s*")));
    var lacks = wanted.stream().filter(scope -> !has.contains(scope)).toList();
    has.removeAll(wanted);
    var more = has.isEmpty() ? "" : " It has more than it needs: " + String.join(", ", has) + ".";
    return lacks.isEmpty()
        ? Finding.fine(SCOPES, "The app may do all that Muster needs." + more)
        : Finding.failed(
            SCOPES,
            "The app lacks " + String.join(", ", lacks) + ".",
            "Print the manifest (java -jar muster.jar slack-manifest), put it in place of the app's"
                + " at api.slack.com/apps (App Manifest), and install the app again.");
  }

  private static Finding skew(Duration ahead) {
    return new ClockSkew(
            "Slack's", ahead, "Beyond five minutes Muster takes nothing that Slack has signed.")
        .finding(CLOCK);
  }

  private static Optional<String> header(AuthTestResponse answer, String name) {
    var headers = Optional.ofNullable(answer.getHttpResponseHeaders()).orElseGet(Map::of);
    return headers.entrySet().stream()
        .filter(entry -> name.equalsIgnoreCase(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream())
        .findFirst();
  }

  private static Optional<Instant> time(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
