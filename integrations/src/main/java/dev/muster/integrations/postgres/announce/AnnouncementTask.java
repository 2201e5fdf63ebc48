package dev.muster.integrations.postgres.announce;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.muster.commands.alert.Recipient;
import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.Chat.Once;
import dev.muster.commands.chat.ChatException;
import dev.muster.commands.chat.PlainText;
import dev.muster.commands.mail.Mail;
import dev.muster.commands.mail.MailException;
import dev.muster.commands.notify.Mailing;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what is to be said at one place, and tries again for about a day. */
public final class AnnouncementTask {

  static final String NAME = "announcement";
  static final String MAIL = "mail";

  private static final Logger log = LoggerFactory.getLogger(AnnouncementTask.class);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration CROWDED = Duration.ofSeconds(3);
  private static final int TRIES = 1_500;

  /** A chat that hangs leaves the scheduler's other threads to the posts of incidents. */
  private static final int AT_ONCE = 6;

  private final Map<String, Chat> chats;
  private final Mailing mailing;
  private final Heard heard;
  private final InstantSource clock;
  private final Semaphore places = new Semaphore(AT_ONCE);

  public AnnouncementTask(
      Map<String, Chat> chats, Mailing mailing, Heard heard, InstantSource clock) {
    this.chats = Map.copyOf(chats);
    this.mailing = mailing;
    this.heard = heard;
    this.clock = clock;
  }

  /**
   * Who hears of trouble.
   *
   * @param failed of each try that failed
   * @param givenUp of each thing that could not be said
   */
  public record Heard(Runnable failed, Runnable givenUp) {}

  public CustomTask<Spoken> task() {
    return Tasks.custom(NAME, Spoken.class)
        .onFailure(this::again)
        .onDeadExecutionRevive()
        .execute((instance, context) -> {
          var platform = instance.getId().substring(instance.getId().lastIndexOf('@') + 1);
          var isRepeat = context.getExecution().consecutiveFailures > 0;
          return execute(platform, instance.getData(), isRepeat);
        });
  }

  private CompletionHandler<Spoken> execute(String platform, Spoken spoken, boolean isRepeat) {
    if (!places.tryAcquire()) {
      return (complete, operations) ->
          operations.reschedule(complete, clock.instant().plus(CROWDED));
    }
    try {
      if (platform.equals(MAIL)) {
        mail(spoken, isRepeat);
      } else {
        var chat = chats.get(platform);
        if (chat == null) {
          throw new IllegalStateException(platform + " is not set up here");
        }
        chat.post(spoken.to(), new Once(spoken.key(), isRepeat), 1, spoken.message());
      }
      return (_, operations) -> operations.remove();
    } catch (ChatException busy) {
      if (busy.outcome() != ChatException.Outcome.BUSY) {
        throw busy;
      }
      return (complete, operations) ->
          operations.reschedule(complete, clock.instant().plus(busy.comeAgainAfter()));
    } finally {
      places.release();
    }
  }

  private void mail(Spoken spoken, boolean isRepeat) {
    var recipient = Recipient.of(spoken.to());
    var address =
        mailing
            .addresses()
            .apply(recipient)
            .orElseThrow(() ->
                new MailException(
                    MailException.Outcome.NOT_SENT, spoken.to() + " has no mail address", null));
    var mail =
        new Mail(
            address,
            spoken.message().fallback(),
            new PlainText(ZoneOffset.UTC).render(spoken.message()),
            spoken.key().replaceAll("[^A-Za-z0-9_=-]+", "-"));
    mailing.mailer().send(isRepeat ? mail.asPossibleRepeat() : mail);
  }

  private void again(ExecutionComplete complete, ExecutionOperations<Spoken> operations) {
    heard.failed().run();
    var failures = complete.getExecution().consecutiveFailures;
    if (failures < TRIES && !isHopeless(complete)) {
      operations.reschedule(complete, clock.instant().plus(delay(failures)));
      return;
    }
    heard.givenUp().run();
    log.atError()
        .addKeyValue("key", complete.getExecution().getId())
        .log("What a run had to say could not be said");
    operations.remove();
  }

  private static boolean isHopeless(ExecutionComplete complete) {
    return complete.getCause().orElse(null) instanceof MailException mail
        && mail.outcome() == MailException.Outcome.REFUSED;
  }

  /** Ever longer, up to a minute. */
  private static Duration delay(int failures) {
    var doubled = Duration.ofSeconds(1L << Math.min(failures, 6));
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }
}
