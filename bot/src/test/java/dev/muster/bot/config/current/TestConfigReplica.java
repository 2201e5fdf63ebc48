package dev.muster.bot.config.current;

import dev.muster.bot.config.ConfigLoader;
import dev.muster.bot.config.ConfigLoader.Outcome;
import dev.muster.bot.config.ConfigLoader.Outcome.Loaded;
import dev.muster.bot.config.Configs;
import dev.muster.bot.config.files.ConfigFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A replica as far as its configuration goes, with a file that a test writes. */
final class TestConfigReplica implements ConfigSource {

  private static final String BODY =
      """
      timezone: Africa/Nairobi
      people:
        devops: {name: DevOps Engineer, email: devops@learnhub.example}
        backend: {name: Backend Engineer, email: backend@learnhub.example}
      channels: {incidents: {}, alerts: {}}
      notices: alerts
      routes: [{notify: ["channel:incidents"]}]
      """;

  final CurrentConfig current;
  final FollowConfig follow;

  /** Without some secrets, an accepted configuration cannot be read here. */
  ConfigLoader loader;

  boolean insists;

  /** What lies beside the file. */
  Map<String, String> beside = Map.of();

  private String text;

  private TestConfigReplica(
      String name,
      String text,
      ConfigLoader loader,
      MemoryConfigurations accepted,
      NoticeChat chat) {
    this.text = text;
    this.loader = loader;
    current =
        own() instanceof Loaded(var config, _, _)
            ? new CurrentConfig(config)
            : CurrentConfig.unknown();
    var notices = new ConfigNotices(List.of(chat), current, () -> MemoryConfigurations.AT, name);
    follow = new FollowConfig(this, accepted, current, notices, name);
  }

  /** The file of a team of this name. */
  static String config(String team) {
    return "apiVersion: muster/v1\nname: " + team + "\n" + BODY;
  }

  /** Begun, with this file. */
  static TestConfigReplica started(
      String name, String text, MemoryConfigurations accepted, NoticeChat chat) {
    return started(name, text, Configs.loader(), accepted, chat);
  }

  /** The same with the environment of this loader. */
  static TestConfigReplica started(
      String name,
      String text,
      ConfigLoader loader,
      MemoryConfigurations accepted,
      NoticeChat chat) {
    var replica = new TestConfigReplica(name, text, loader, accepted, chat);
    replica.follow.begin();
    return replica;
  }

  /** Long enough for a change to be taken up. */
  void lookTwice() {
    follow.look();
    follow.look();
  }

  void write(String changed) {
    text = changed;
  }

  /** What it runs, by the name of the team. */
  String runs() {
    return current.get().name() + " " + current.version();
  }

  /** What whoever looks at it is told. */
  List<String> troubles() {
    return current.troubles().stream().map(ConfigTrouble::headline).toList();
  }

  @Override
  public String fingerprint() {
    return text + beside;
  }

  @Override
  public boolean insists() {
    return insists;
  }

  @Override
  public Outcome own() {
    var texts = new HashMap<>(beside);
    texts.put(ConfigFiles.MAIN, text);
    return loader.read(new ConfigFiles("", texts));
  }

  @Override
  public Outcome read(ConfigFiles files) {
    return loader.read(files);
  }
}
