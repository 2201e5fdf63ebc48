package dev.muster.bot.config.own;

import dev.muster.bot.config.plans.Declared;
import dev.muster.commands.alert.own.NameTemplate;
import dev.muster.commands.alert.own.OwnChannel;
import dev.muster.runbooks.shape.Collected;
import dev.muster.runbooks.shape.Durations;
import dev.muster.runbooks.shape.Schema;
import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code own}: how an incident's own channel is named, who is invited, how long it stays. */
public final class OwnChannelReader {

  private static final String NEVER = "never";
  private static final Pattern WRITTEN = Pattern.compile("[^A-Z\\s]*\\{number\\}[^A-Z\\s]*");

  /** Of what stands around the placeholders. */
  private static final int MOST_AROUND = 30;

  private final Declared declared;

  public OwnChannelReader(Declared declared) {
    this.declared = declared;
  }

  public Shape<OwnChannel> own() {
    return Section.shape("{name: \"inc-{number}-{title}\"}, or {} for that", this::own);
  }

  private OwnChannel own(Section section) {
    return new OwnChannel(
        section
            .optional(
                "name",
                name().about("Of the channel: {number} and, if you like, {title}, {service} …"))
            .orElse(NameTemplate.USUAL),
        section
            .optional(
                "invite",
                Collected.list("people such as [\"schedule:primary\"]", new InviteeShape(declared))
                    .about("Who is invited besides those who have to do with the incident."))
            .orElse(List.of()),
        section
            .optional(
                "archiveAfter",
                archiveAfter().about("How long after its end the channel is archived."))
            .orElse(Optional.of(OwnChannel.DEFAULT_ARCHIVE_AFTER)));
  }

  private static Shape<NameTemplate> name() {
    return Shapes.text()
        .where(text -> mistake(text).isEmpty(), text -> mistake(text).orElse(""))
        .shownAs(() -> Schema.text(WRITTEN))
        .map(NameTemplate::new);
  }

  /** What is wrong with a template, and what to write instead. */
  private static Optional<String> mistake(String text) {
    var placeholders =
        NameTemplate.PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).toList();
    var unknown =
        placeholders.stream().filter(it -> !NameTemplate.PLACEHOLDERS.contains(it)).findFirst();
    if (unknown.isPresent()) {
      return unknown.map(name ->
          "there is no placeholder "
              + Words.quoted("{" + name + "}")
              + Words.insteadOf(name, NameTemplate.PLACEHOLDERS, "placeholders"));
    }
    var around = NameTemplate.PLACEHOLDER.matcher(text).replaceAll("");
    if (!NameTemplate.AROUND.matcher(around).matches()) {
      return Optional.of(
          "names of channels have lower-case letters, digits, `-` and `_` only, besides"
              + " placeholders such as {number}; found "
              + Words.quoted(text));
    }
    if (!placeholders.contains(NameTemplate.NUMBER)) {
      return Optional.of(
          "two incidents could have the same name; put {number} into it, such as"
              + " `inc-{number}-{title}`");
    }
    return around.length() > MOST_AROUND
        ? Optional.of("leaves no room for the title; write at most 30 letters besides placeholders")
        : Optional.empty();
  }

  private static Shape<Optional<Duration>> archiveAfter() {
    var length = Durations.durationOr(NEVER).map(Optional::of);
    return Shape.of(
        () -> Schema.either(Schema.oneOf(List.of(NEVER)), length.schema()),
        (node, problems) ->
            node.isText(NEVER) ? Optional.of(Optional.empty()) : length.read(node, problems));
  }
}
