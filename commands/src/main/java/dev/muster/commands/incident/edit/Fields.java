package dev.muster.commands.incident.edit;

import dev.muster.commands.argument.Clock;
import dev.muster.commands.argument.Option;
import dev.muster.commands.argument.Readers;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.incident.Details.Findings;
import dev.muster.commands.incident.Details.Times;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The fields of an incident that people fill in. A new one is one line here. */
public final class Fields {

  private static final int LINE = 200;
  private static final int SUMMARY = 1_000;
  private static final int REPORT = 2_000;
  private static final int SERVICES = 50;
  private static final long USERS = 10_000_000_000L;

  static final Field<String> TITLE =
      new Field<>(
          new Option<>(
              "title",
              List.of("name"),
              "\"…\"",
              new Input.Line(LINE),
              Readers.something(Readers.text(LINE), "an incident needs one.").map(Optional::of)),
          "Title",
          incident -> Optional.of(incident.headline().title()),
          (incident, title) -> incident.with(incident.headline().titled(title.orElseThrow())),
          (title, _) -> title);

  public static final Field<String> SUMMARY_TEXT =
      new Field<>(
          new Option<>(
              "summary",
              List.of(),
              "\"…\"",
              new Input.Text(SUMMARY),
              Readers.orNothing(Readers.text(SUMMARY))),
          "Summary",
          incident -> incident.headline().summary(),
          (incident, text) -> incident.with(incident.headline().summedUp(text)),
          (text, _) -> text);

  public static final Field<List<String>> SERVICE_NAMES =
      new Field<>(
          new Option<>(
              "services",
              List.of("service"),
              "api,db",
              new Input.Names(_ -> List.of()),
              Readers.orNothing(Readers.list(SERVICES, LINE))),
          "Services",
          ServiceNames::of,
          ServiceNames::set,
          (names, _) -> String.join(", ", names));

  public static final Field<Instant> STARTED =
      past("started", List.of("start", "began"), "Started", Times::started, Times::withStarted);

  public static final Field<Instant> DETECTED =
      past("detected", List.of("noticed"), "Detected", Times::detected, Times::withDetected);

  public static final Field<Instant> ETR =
      future(
          "etr",
          List.of("eta", "over-by", "expected-over"),
          "Over by",
          Times::expectedOver,
          Times::withExpectedOver);

  public static final Field<Instant> NEXT_UPDATE =
      future(
          "next-update",
          List.of("next", "next-update-due"),
          "Next update",
          Times::nextUpdate,
          Times::withNextUpdate);

  public static final Field<Long> AFFECTED_USERS =
      new Field<>(
          new Option<>(
              "affected-users",
              List.of("users", "affected"),
              "612",
              new Input.Number(),
              Readers.orNothing(Readers.number(USERS))),
          "Affected users",
          incident -> incident.details().findings().affectedUsers(),
          (incident, users) ->
              incident.with(
                  incident.details().with(incident.details().findings().withAffectedUsers(users))),
          (users, _) -> String.format(Locale.ENGLISH, "%,d", users));

  public static final Field<String> ROOT_CAUSE =
      report(
          "root-cause",
          List.of("cause"),
          "Root cause",
          Findings::rootCause,
          Findings::withRootCause);

  public static final Field<String> RESOLUTION =
      report(
          "resolution",
          List.of("fix"),
          "Resolution",
          Findings::resolution,
          Findings::withResolution);

  static final Field<String> PREVENTION =
      report("prevention", List.of(), "Prevention", Findings::prevention, Findings::withPrevention);

  private Fields() {}

  /** In the order of the help. */
  public static List<Field<?>> all() {
    return List.of(
        TITLE,
        SUMMARY_TEXT,
        SERVICE_NAMES,
        STARTED,
        DETECTED,
        AFFECTED_USERS,
        ETR,
        NEXT_UPDATE,
        ROOT_CAUSE,
        RESOLUTION,
        PREVENTION);
  }

  private static Field<Instant> past(
      String name,
      List<String> aliases,
      String label,
      Function<Times, Optional<Instant>> get,
      BiFunction<Times, Optional<Instant>, Times> set) {
    return time(
        new Option<>(name, aliases, "14:32", new Input.Time(), Readers.orNothing(Readers.past())),
        label,
        get,
        set);
  }

  private static Field<Instant> future(
      String name,
      List<String> aliases,
      String label,
      Function<Times, Optional<Instant>> get,
      BiFunction<Times, Optional<Instant>, Times> set) {
    return time(
        new Option<>(name, aliases, "30m", new Input.Time(), Readers.orNothing(Readers.future())),
        label,
        get,
        set);
  }

  private static Field<Instant> time(
      Option<Optional<Instant>> option,
      String label,
      Function<Times, Optional<Instant>> get,
      BiFunction<Times, Optional<Instant>, Times> set) {
    return new Field<>(
        option,
        label,
        incident -> get.apply(incident.details().times()),
        (incident, at) ->
            incident.with(incident.details().with(set.apply(incident.details().times(), at))),
        Clock::say);
  }

  private static Field<String> report(
      String name,
      List<String> aliases,
      String label,
      Function<Findings, Optional<String>> get,
      BiFunction<Findings, Optional<String>, Findings> set) {
    return new Field<>(
        new Option<>(
            name,
            aliases,
            "\"…\"",
            new Input.Text(REPORT),
            Readers.orNothing(Readers.text(REPORT))),
        label,
        incident -> get.apply(incident.details().findings()),
        (incident, text) ->
            incident.with(incident.details().with(set.apply(incident.details().findings(), text))),
        (text, _) -> text);
  }
}
