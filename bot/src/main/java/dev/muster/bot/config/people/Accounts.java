package dev.muster.bot.config.people;

import dev.muster.runbooks.shape.Section;
import dev.muster.runbooks.shape.Shape;
import dev.muster.runbooks.shape.Shape.Located;
import dev.muster.runbooks.shape.Shapes;
import dev.muster.runbooks.yaml.Words;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads what people and channels are called elsewhere. An account belongs to one of them, for what
 * a platform says of it decides who somebody is.
 */
public final class Accounts {

  private static final Shape<String> DISCORD =
      Shapes.text("a Discord id (digits, in quotes)", Pattern.compile("\\d{2,20}"));

  /** An address that mail goes to. */
  public static final Shape<String> EMAIL = id("an e-mail address", "[^@\\s]+@[^@\\s]+");

  static final List<Kind> OF_PEOPLE =
      List.of(
          new Kind("slack", id("a Slack member id such as U01ABCDEF", "[UW][A-Z0-9]{2,}"), true),
          new Kind("discord", DISCORD, true),
          new Kind("email", EMAIL, true),
          new Kind("phone", id("a number such as \"+254700000001\"", "\\+\\d{7,15}"), false));

  public static final List<Kind> OF_CHANNELS =
      List.of(
          new Kind("slack", id("a Slack channel id such as C01ABCDEF", "[CG][A-Z0-9]{2,}"), true),
          new Kind("discord", DISCORD, true));

  private final List<Kind> kinds;
  private final Map<Account, Located<String>> owners = new HashMap<>();

  public Accounts(List<Kind> kinds) {
    this.kinds = kinds;
  }

  /** What one platform calls them. */
  public record Kind(String key, Shape<String> shape, boolean belongsToOne) {}

  private record Account(Kind kind, String id) {}

  /** The accounts in this section by their kind. */
  public Map<String, String> of(String owner, Section section) {
    var read = new LinkedHashMap<String, String>();
    for (var kind : kinds) {
      section
          .optional(kind.key(), kind.shape().located())
          .ifPresent(id -> {
            read.put(kind.key(), id.value());
            claim(kind, id, owner, section);
          });
    }
    return read;
  }

  private void claim(Kind kind, Located<String> id, String owner, Section section) {
    if (!kind.belongsToOne()) {
      return;
    }
    var account = new Account(kind, id.value());
    var earlier = owners.putIfAbsent(account, new Located<>(owner, id.place()));
    if (earlier != null) {
      section.problem(
          id.place(),
          "the same %s as %s %s; it can belong to one of the two only"
              .formatted(
                  kind.key(), Words.quoted(earlier.value()), earlier.place().seenFrom(id.place())));
    }
  }

  private static Shape<String> id(String what, String pattern) {
    return Shapes.text(what, Pattern.compile(pattern));
  }
}
