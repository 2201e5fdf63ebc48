package dev.muster.bot;

import dev.muster.bot.config.LoginIds;
import dev.muster.bot.config.current.CurrentConfig;
import dev.muster.bot.login.LoginServices.Sending;
import dev.muster.bot.login.mail.MailedLinks;
import dev.muster.commands.login.LinkDelivery;
import dev.muster.commands.mail.Mailer;
import dev.muster.commands.mail.WatchedMailer;
import dev.muster.integrations.email.SmtpMailer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What goes out by mail, as the settings say. */
final class Mails {

  private static final Logger log = LoggerFactory.getLogger(Mails.class);

  private Mails() {}

  static WatchedMailer mailer(Settings settings, InstantSource clock) {
    return new WatchedMailer(
        settings
            .smtp()
            .<Mailer>map(server -> new SmtpMailer(server, clock))
            .orElseGet(Mailer::none));
  }

  /** A new way for login links to reach people is one line here. */
  static Sending loginLinks(CurrentConfig config, Mailer mailer, ExecutorService executor) {
    var ids = new LoginIds(config);
    var mail =
        Optional.<LinkDelivery>of(new MailedLinks(mailer, ids::email, () -> config.get().name()))
            .filter(_ -> mailer.isSetUp());
    return new Sending(mail, executor);
  }

  /** Says at once what will not reach anybody without a mail server. */
  static void tellOfMissing(List<String> routes) {
    if (!routes.isEmpty()) {
      log.atWarn()
          .addKeyValue("routes", routes)
          .log("These routes tell people by mail, but there is no mail server: set SMTP_URL");
    }
  }
}
