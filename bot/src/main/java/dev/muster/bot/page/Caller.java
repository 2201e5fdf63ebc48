package dev.muster.bot.page;

import dev.muster.commands.people.Person;
import java.util.List;
import java.util.Locale;

/** Who is asking. */
public sealed interface Caller {

  /** How we know somebody. */
  enum Way {
    /** They picked who they are, in the demo. */
    CHOICE,
    /** They logged in here. */
    SESSION,
    /** The reverse proxy in front of us knows them. */
    PROXY;

    /** As templates call it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  record Known(Person person, Way way) implements Caller {}

  /** Nobody that we know, who may say who they are. */
  record Stranger() implements Caller {}

  /** Somebody who says what we do not believe. */
  record Refused(int status, String title, List<String> lines) implements Caller {}
}
