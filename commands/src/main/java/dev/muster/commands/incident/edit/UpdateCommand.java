package dev.muster.commands.incident.edit;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Mistake;
import dev.muster.commands.argument.Options;
import dev.muster.commands.argument.Options.Sorted;
import dev.muster.commands.argument.Readers;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.incident.action.Team;
import dev.muster.commands.people.Right;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /incident update}: how it stands, for everybody who waits for it, and when they hear more.
 */
final class UpdateCommand implements Command {

  private static final String EXAMPLE = "NUMBER Replica is taking over next:30m";
  private static final int LONGEST = 3_000;
  private static final Parameter TEXT =
      Parameter.text(
              "text",
              new Asked(
                  "How it stands",
                  "Replica is taking over",
                  new Input.Text(LONGEST),
                  Readers.text(LONGEST).check()))
          .required();

  private final Options<Edit<?>> options =
      new Options<>(
          List.of(Fields.NEXT_UPDATE.edit(), Fields.ETR.edit(), Fields.AFFECTED_USERS.edit()),
          true);
  private final Contribution contribution;
  private final Team team;

  UpdateCommand(Contribution contribution, Team team) {
    this.contribution = contribution;
    this.team = team;
  }

  @Override
  public String name() {
    return "incident update";
  }

  @Override
  public List<String> aliases() {
    return List.of("status");
  }

  @Override
  public String arguments() {
    return "[number] text [next:30m] [etr:30m] [users:612]";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        contribution.actions().openOne(),
        TEXT,
        Fields.NEXT_UPDATE.parameter(),
        Fields.ETR.parameter(),
        Fields.AFFECTED_USERS.parameter());
  }

  @Override
  public String summary() {
    return "Says how it stands, and when people hear more";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(IncidentActions.ACT);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var actions = contribution.actions();
    var errand = actions.errand(invocation, arguments, "update");
    return switch (options.read(errand.text(), actions.asker(invocation))) {
      case Sorted.Wrong<Edit<?>>(var mistake) -> mistake.reply(this, EXAMPLE);
      case Sorted.Right<Edit<?>>(var text, _) when text.isEmpty() ->
          Mistake.of("What should people know?").reply(this, EXAMPLE);
      case Sorted.Right<Edit<?>>(var text, _) when text.length() > LONGEST ->
          Mistake.of("That is too long: it takes %,d characters.".formatted(LONGEST))
              .reply(this, EXAMPLE);
      case Sorted.Right<Edit<?>>(var text, var edits) ->
          actions.on(errand, incident -> update(invocation, incident, text, edits));
    };
  }

  private Reply update(
      Invocation invocation, Incident incident, String text, Map<String, Edit<?>> edits) {
    var asker = contribution.actions().asker(invocation);
    var told = new ArrayList<>(List.of(text));
    var isPromised = edits.containsKey(Fields.NEXT_UPDATE.option().name());
    var next = kept(incident, isPromised ? Optional.empty() : due(incident, asker.now()));
    for (var edit : edits.values()) {
      told.add(edit.describe(next, asker));
      next = edit.apply(next);
    }
    if (!isPromised) {
      Fields.NEXT_UPDATE
          .shown(next, asker)
          .ifPresent(at -> told.add(Fields.NEXT_UPDATE.label() + ": " + at));
    }
    return contribution.keep(
        invocation, next, Kind.UPDATE, String.join(" · ", told), answer(next, asker));
  }

  /** What its route or severity asks for, where the person says nothing. */
  private Optional<Instant> due(Incident incident, Instant now) {
    return incident.isOpen() ? team.targetsOf(incident).update().map(now::plus) : Optional.empty();
  }

  /** The promise is kept, and there is another or none. */
  private static Incident kept(Incident incident, Optional<Instant> due) {
    var details = incident.details();
    return incident.with(details.with(details.times().withNextUpdate(due)));
  }

  private static Message answer(Incident incident, Asker asker) {
    var next =
        Fields.NEXT_UPDATE
            .shown(incident, asker)
            .map(at -> " The next one is due " + at + ".")
            .orElse("");
    return Message.of("Told in the thread of " + incident.id() + "." + next);
  }
}
