package dev.muster.bot.config.current;

import dev.muster.bot.config.Config;
import dev.muster.bot.config.ConfigLoader.Outcome.Loaded;
import dev.muster.bot.config.ConfigLoader.Outcome.Rejected;
import dev.muster.bot.config.current.ConfigTrouble.Kind;
import dev.muster.bot.config.files.ConfigFiles;
import dev.muster.commands.configuration.Accepted;
import dev.muster.commands.configuration.AcceptedConfigurations;
import dev.muster.commands.configuration.Choice;
import dev.muster.commands.configuration.Proposal;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the current configuration in step with this replica's files and with what the replicas
 * accepted (ADR 0007). For one thread; each look costs two small readings when nothing changed.
 */
public final class FollowConfig {

  private static final Logger log = LoggerFactory.getLogger(FollowConfig.class);

  private final ConfigSource source;
  private final AcceptedConfigurations accepted;
  private final CurrentConfig current;
  private final ConfigNotices notices;
  private final String replica;

  /** The hash of the last right files that lay here. */
  private Optional<String> own = Optional.empty();

  /** The last broken files that lay here, until they are mended. */
  private Optional<Broken> broken = Optional.empty();

  private final Warnings warnings = new Warnings();

  private String settled = "";
  private String seen = "";
  private long refused;

  public FollowConfig(
      ConfigSource source,
      AcceptedConfigurations accepted,
      CurrentConfig current,
      ConfigNotices notices,
      String replica) {
    this.source = source;
    this.accepted = accepted;
    this.current = current;
    this.notices = notices;
    this.replica = replica;
  }

  /**
   * Files that nobody can read.
   *
   * @param version what goes on meanwhile
   */
  private record Broken(String fingerprint, long version) {}

  /**
   * Takes up the files or what replaced them, or, where they are broken, what was accepted last;
   * call it once the database is there.
   *
   * @throws NothingAccepted when they are broken and there is nothing else to start with
   */
  public void begin() {
    var now = source.fingerprint();
    seen = now;
    takeUp(now);
    warnings.started();
  }

  /**
   * Takes up what changed since the last look. Files that are still being written are left alone:
   * they have to be the same twice. What a change left undone, since the database went away, is
   * tried again.
   */
  public void look() {
    var now = source.fingerprint();
    if (!now.equals(settled) && now.equals(seen)) {
      takeUp(now);
    }
    seen = now;
    if (accepted.latestVersion() > Math.max(current.version(), refused)) {
      accepted.latest().ifPresent(this::follow);
    }
    notices.send();
    current.catchUp();
  }

  private void takeUp(String now) {
    switch (source.own()) {
      case Rejected(var problems) -> {
        if (!current.isKnown()) {
          startWithLast();
        }
        log.atError()
            .addKeyValue("problems", problems.size())
            .addKeyValue("first", problems.getFirst().toString())
            .addKeyValue("version", current.version())
            .log(
                "The configuration files are broken and not in use, the configuration that was"
                    + " accepted last is. Mend the files, no restart is needed");
        notices.broken(now, problems, current.version());
        current.hasTrouble(ConfigTrouble.broken(replica, problems));
        current.isOver(Kind.FILES_OLD);
        broken = Optional.of(new Broken(now, current.version()));
      }
      case Loaded loaded -> {
        choose(loaded);
        warnings.tell(loaded.warnings());
        broken = Optional.empty();
        current.isOver(Kind.FILES_BROKEN);
      }
    }
    settled = now;
  }

  private void startWithLast() {
    var latest = accepted.latest().orElseThrow(NothingAccepted::yet);
    switch (source.read(new ConfigFiles("", latest.files()))) {
      case Loaded(var config, _, _) -> use(config, latest);
      case Rejected(var problems) -> throw NothingAccepted.usable(latest, problems);
    }
  }

  private void choose(Loaded loaded) {
    var hash = loaded.files().hash();
    var latest = accepted.latest();
    current.isOver(Kind.FILES_OLD);
    var before = source.insists() ? latest.map(Accepted::hash) : own;
    switch (Choice.of(hash, before, latest, accepted::wereAccepted)) {
      case Choice.Propose _ -> propose(loaded, hash);
      case Choice.InStep(var running) -> {
        tellMended(running);
        use(loaded.config(), running);
      }
      case Choice.Behind(var newer) -> {
        log.atWarn()
            .addKeyValue("version", newer.version())
            .addKeyValue("by", newer.by())
            .log(
                "These files are older than the configuration in the database, which is in use. To"
                    + " go back to them, save one with a change, such as a comment; otherwise bring"
                    + " them up to date");
        notices.behind(newer);
        current.hasTrouble(ConfigTrouble.old(replica, newer));
        follow(newer);
      }
    }
    own = Optional.of(hash);
  }

  /** What another replica mended and put in force was told then. */
  private void tellMended(Accepted running) {
    broken
        .filter(it -> it.version() == running.version())
        .ifPresent(it -> {
          log.atInfo()
              .addKeyValue("version", running.version())
              .log("The configuration files are right again and say what is in use");
          notices.mended(it.fingerprint(), running.version());
        });
  }

  /** Should another replica be faster, its configuration is looked at first. */
  private void propose(Loaded loaded, String hash) {
    var proposal = new Proposal(hash, loaded.files().texts(), loaded.config().schedules(), replica);
    var after = accepted.latestVersion();
    var put = accepted.accept(proposal, after);
    if (put.isEmpty()) {
      choose(loaded);
      return;
    }
    if (after > 0) {
      var fresh = warnings.fresh(loaded.warnings());
      var change = new Loaded(loaded.config(), loaded.files(), fresh);
      notices.accepted(put.get(), current.get(), change, broken.isPresent());
    }
    use(loaded.config(), put.get());
  }

  private void follow(Accepted latest) {
    switch (source.read(new ConfigFiles("", latest.files()))) {
      case Loaded(var config, _, _) -> use(config, latest);
      case Rejected(var problems) -> {
        refused = latest.version();
        log.atError()
            .addKeyValue("version", latest.version())
            .addKeyValue("first", problems.getFirst().toString())
            .log("The accepted configuration cannot be used here");
        notices.unusable(latest, problems, current.version());
        current.hasTrouble(ConfigTrouble.unusable(replica, latest, problems));
      }
    }
  }

  private void use(Config config, Accepted version) {
    current.isOver(Kind.ACCEPTED_UNUSABLE);
    if (own.filter(version.hash()::equals).isPresent()) {
      current.isOver(Kind.FILES_OLD);
    }
    current.replace(config, version.version());
    log.atInfo()
        .addKeyValue("version", version.version())
        .addKeyValue("by", version.by())
        .log("Configuration in use");
  }
}
