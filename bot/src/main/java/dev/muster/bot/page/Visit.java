package dev.muster.bot.page;

import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Place;
import dev.muster.commands.people.Person;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One request of somebody who is known.
 *
 * @param values what stands in the address and in the form
 * @param isPart whether the page's script asks for a part of a page, not the browser for a whole
 * @param site the scheme and host by which the browser reached us
 */
public record Visit(
    Caller.Known caller,
    Map<String, String> values,
    boolean isPart,
    String site,
    String requestId) {

  private static final String PLATFORM = "web";

  /** Nothing that a browser could take for another site's address. */
  private static final Pattern OWN_PAGE = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e]{0,500}");

  public Visit {
    values = Map.copyOf(values);
  }

  public Person person() {
    return caller.person();
  }

  /** How we know them, as templates call it. */
  public String way() {
    return caller.way().word();
  }

  /** Empty when it was not said. */
  public String value(String name) {
    return values.getOrDefault(name, "").strip();
  }

  /** The channel's name, whether or not it was written with {@code #}. */
  public String channel() {
    var channel = value("channel");
    return channel.startsWith("#") ? channel.substring(1) : channel;
  }

  /** The id of the thread's root, when a readable one was said. */
  public Optional<Long> thread() {
    return number(value("thread"));
  }

  /** The page of ours to go on with, when one was said. */
  public Optional<String> next() {
    return next(values);
  }

  /** The page of ours that is named there to go on with. */
  public static Optional<String> next(Map<String, String> values) {
    return Optional.ofNullable(values.get("next")).filter(OWN_PAGE.asMatchPredicate());
  }

  public Invocation invocation(String text) {
    var place = new Place(PLATFORM, channel(), thread().map(String::valueOf));
    return new Invocation(person(), place, text, requestId);
  }

  /** Something asked for in a channel, beside any thread. */
  public Invocation invocation(String channel, String text) {
    return new Invocation(
        person(), new Place(PLATFORM, channel, Optional.empty()), text, requestId);
  }

  public static Optional<Long> number(String text) {
    return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }
}
