package dev.muster.commands.runbook.review;

import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.Chat.Once;
import dev.muster.commands.chat.ChatException;
import dev.muster.commands.chat.Message;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentThreads;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.commands.runbook.review.GlassWork.Subject;
import dev.muster.runbooks.kind.Attempt.Place;
import dev.muster.runbooks.kind.Question.Approval;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.StepState.Asked;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Says that the glass of a run may be broken, that somebody broke it, and every day after that
 * nobody has looked at it: in the incident's thread, or where the run talks, and what was broken
 * also where Muster speaks of itself. Said twice it stands there once.
 */
public record GlassNotices(
    Glass glass, Function<RunId, Optional<Run>> runs, Outside outside, InstantSource clock) {

  private static final Duration AGAIN = Duration.ofDays(1);

  /**
   * Where it is said.
   *
   * @param notices the channel in which Muster speaks of itself
   */
  public record Outside(
      IncidentThreads threads, Collection<Chat> chats, Supplier<String> notices) {}

  /**
   * Says what is due.
   *
   * @param isRepeat whether it may have been said in some places already
   * @return when to come again; empty where there is nothing more to say
   */
  public Optional<Instant> say(Subject subject, boolean isRepeat) {
    return switch (subject) {
      case Subject.Unanswered asked -> {
        unanswered(asked, isRepeat);
        yield Optional.empty();
      }
      case Subject.Broken(var run) -> broken(run, isRepeat);
    };
  }

  private void unanswered(Subject.Unanswered subject, boolean isRepeat) {
    var run = runs.apply(subject.run());
    var asks = run.filter(it -> it.waitsAt(subject.step(), subject.attempts()));
    var question = asks.flatMap(Run::question).map(Asked::question);
    var rule = glass.rule().get();
    if (rule.isPresent() && question.orElse(null) instanceof Approval approval) {
      var message = GlassCard.unanswered(asks.orElseThrow(), approval, rule.get());
      var place = asks.flatMap(it -> it.origin().place());
      say(place, false, new Once(subject.toString(), isRepeat), message);
    }
  }

  private Optional<Instant> broken(RunId id, boolean isRepeat) {
    var now = clock.instant();
    var open = glass.reviews().of(id).stream().filter(it -> it.closed().isEmpty()).toList();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    var days = Duration.between(open.getLast().at(), now).toDays();
    var message = GlassCard.broken(open, days > 0);
    var key = "broken/%s/%d/%d".formatted(id, open.size(), days);
    var place = runs.apply(id).flatMap(it -> it.origin().place());
    say(place, true, new Once(key, isRepeat), message);
    return Optional.of(open.getLast().at().plus(AGAIN.multipliedBy(days + 1)));
  }

  private void say(Optional<Place> place, boolean isLoud, Once once, Message message) {
    var incident = place.flatMap(Place::incident).map(IncidentId::new);
    incident.ifPresent(id ->
        outside.threads().append(new ThreadReply(id, id.value() + ":" + once.key(), message)));
    var channels = new LinkedHashSet<String>();
    place.filter(_ -> incident.isEmpty()).map(Place::channel).ifPresent(channels::add);
    if (isLoud || place.isEmpty()) {
      channels.add(outside.notices().get());
    }
    post(channels, once, message);
  }

  /** One chat that is away keeps no other from hearing of it. */
  private void post(Set<String> channels, Once once, Message message) {
    Optional<ChatException> failed = Optional.empty();
    for (var chat : outside.chats()) {
      for (var channel : channels) {
        try {
          if (chat.has(channel)) {
            chat.post(channel, new Once(once.key() + "/" + channel, once.isRepeat()), 1, message);
          }
        } catch (ChatException away) {
          failed = Optional.of(away);
        }
      }
    }
    failed.ifPresent(away -> {
      throw away;
    });
  }
}
