package dev.muster.integrations.testing;

import dev.muster.commands.mail.Mail;
import dev.muster.commands.mail.MailException;
import dev.muster.commands.mail.MailException.Outcome;
import dev.muster.commands.mail.Mailer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Keeps what it is given, and does before that what it is told. Thread-safe. */
public final class FakeMailer implements Mailer {

  private static final Consumer<Mail> TAKES = _ -> {};

  private final List<Mail> taken = new CopyOnWriteArrayList<>();
  private final List<Mail> tried = new CopyOnWriteArrayList<>();
  private final AtomicReference<Consumer<Mail>> mood = new AtomicReference<>(TAKES);

  @Override
  public void send(Mail mail) {
    tried.add(mail);
    mood.get().accept(mail);
    taken.add(mail);
  }

  /** Every mail fails from now on. */
  public void fails(Outcome outcome, String message) {
    mood.set(_ -> {
      throw new MailException(outcome, message, null);
    });
  }

  /** Every mail is taken from now on. */
  public void works() {
    mood.set(TAKES);
  }

  /** In the order in which they came. */
  public List<Mail> taken() {
    return List.copyOf(taken);
  }

  public List<Mail> tried() {
    return List.copyOf(tried);
  }
}
