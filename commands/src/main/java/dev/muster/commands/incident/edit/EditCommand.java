package dev.muster.commands.incident.edit;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Mistake;
import dev.muster.commands.argument.Option;
import dev.muster.commands.argument.Options;
import dev.muster.commands.argument.Options.Sorted;
import dev.muster.commands.asking.Stamps;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.people.Right;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /incident edit}: sets fields, each by its name; without any it shows all of them. */
final class EditCommand implements Command {

  private static final String EXAMPLE = "NUMBER affected-users:612 root-cause:Slow query";

  private final Options<Edit<?>> options =
      new Options<>(Fields.all().stream().<Option<Edit<?>>>map(Field::edit).toList(), false);
  private final Contribution contribution;

  EditCommand(Contribution contribution) {
    this.contribution = contribution;
  }

  @Override
  public String name() {
    return "incident edit";
  }

  @Override
  public List<String> aliases() {
    return List.of("set");
  }

  @Override
  public String arguments() {
    return "[number] [field:value …]";
  }

  @Override
  public List<Parameter> parameters() {
    var actions = contribution.actions();
    var fields = Fields.all().stream().map(Field::parameter).map(actions::withNames);
    return Stream.concat(Stream.of(actions.anyOne()), fields).toList();
  }

  @Override
  public String summary() {
    return "Shows what is known, or sets it: title, users affected, root cause and more";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(IncidentActions.ACT);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var actions = contribution.actions();
    var errand = actions.errand(invocation, arguments, "edit");
    var asker = actions.asker(invocation);
    var seen = Stamps.behind(errand.text());
    return switch (options.read(Stamps.before(errand.text()), asker)) {
      case Sorted.Wrong<Edit<?>>(var mistake) -> mistake.reply(this, EXAMPLE);
      case Sorted.Right<Edit<?>>(var text, _) when !text.isEmpty() ->
          Mistake.of("Say first which field is to be \"" + text + "\".").reply(this, EXAMPLE);
      case Sorted.Right<Edit<?>>(_, var edits) when edits.isEmpty() ->
          actions.lookAt(
              errand,
              incident ->
                  FieldList.reply(incident, asker).with(FieldList.form(this, incident, asker)));
      case Sorted.Right<Edit<?>>(_, var edits) ->
          actions.on(errand, incident -> edit(invocation, incident, edits.values(), seen));
    };
  }

  private Reply edit(
      Invocation invocation, Incident incident, Collection<Edit<?>> edits, Stamps seen) {
    var asker = contribution.actions().asker(invocation);
    var told = new ArrayList<String>();
    var next = incident;
    for (var edit : edits) {
      if (edit.changes(next) && isStale(seen, edit.field(), incident, asker)) {
        return changedMeanwhile(incident, edit, asker);
      }
      if (edit.changes(next)) {
        told.add(edit.describe(next, asker));
        next = edit.apply(next);
      }
    }
    return told.isEmpty()
        ? Contribution.unchanged(incident, "That stands there already.")
        : contribution.keep(
            invocation,
            next,
            Kind.EDITED,
            String.join("; ", told),
            Message.of(incident.id() + " " + String.join("; ", told)));
  }

  private static boolean isStale(Stamps seen, Field<?> field, Incident incident, Asker asker) {
    return seen.isStale(field.option().name(), field.typed(incident, asker).orElse(""));
  }

  private static Reply changedMeanwhile(Incident incident, Edit<?> edit, Asker asker) {
    var now = edit.field().shown(incident, asker).orElse("nothing");
    return Reply.error(
        Reply.Error.INVALID,
        Message.of(
            "%s of %s was changed meanwhile, to: %s. Nothing of yours was changed yet."
                .formatted(edit.field().label(), incident.id(), now)));
  }
}
