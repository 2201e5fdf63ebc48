package dev.muster.commands.incident.own;

import dev.muster.commands.chat.PostRef;
import dev.muster.commands.incident.IncidentId;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is known of an incident's own channel in one chat, so that each thing is done once. */
public record OwnState(
    IncidentId incident, String platform, Instant wantedAt, Room room, Shown shown) {

  /** Where it stands in its life. */
  public enum Phase {
    /** It is not there yet, and what is to be said waits for it. */
    WANTED,
    /** Everything is said there. */
    OPEN,
    /** It is closed, and what is still said goes into the thread. */
    ARCHIVED,
    /** It was never made, or can be used no more: the incident is a thread. */
    THREAD
  }

  /**
   * The channel itself.
   *
   * @param name what it is, or is to be, called; chosen before it is made, so that a second try
   *     looks for the same
   * @param channel the platform's own name for it, once it is there
   */
  public record Room(String name, Phase phase, Optional<String> channel) {}

  /**
   * What is to be seen in it.
   *
   * @param post the platform's own name of the incident's post
   * @param version which one of the incident's that post shows
   * @param done who was invited, and what was put at the top
   * @param trouble what the chat refused last, so that it is told once; empty for nothing
   */
  public record Shown(
      Optional<String> post, long version, String topic, Set<String> done, String trouble) {

    static final Shown NOTHING = new Shown(Optional.empty(), 0, "", Set.of(), "");

    public Shown {
      done = Collections.unmodifiableSet(new TreeSet<>(done));
    }
  }

  /** Nothing was done yet. */
  public static OwnState wanted(IncidentId incident, String platform, String name, Instant at) {
    var room = new Room(name, Phase.WANTED, Optional.empty());
    return new OwnState(incident, platform, at, room, Shown.NOTHING);
  }

  public Phase phase() {
    return room.phase();
  }

  /** The platform's own name of a channel that is there. */
  String channel() {
    return room.channel().orElseThrow();
  }

  PostRef post() {
    return new PostRef(platform, channel(), shown.post().orElseThrow());
  }

  boolean has(String what) {
    return shown.done().contains(what);
  }

  OwnState made(OwnChannels.Made made) {
    return with(new Room(made.name(), room.phase(), Optional.of(made.channel())));
  }

  /** The same in another phase. */
  public OwnState in(Phase next) {
    return with(new Room(room.name(), next, room.channel()));
  }

  OwnState showing(String post, long version) {
    return with(
        new Shown(Optional.of(post), version, shown.topic(), shown.done(), shown.trouble()));
  }

  OwnState about(String topic) {
    return with(new Shown(shown.post(), shown.version(), topic, shown.done(), shown.trouble()));
  }

  OwnState having(Collection<String> more) {
    var all = new TreeSet<>(shown.done());
    all.addAll(more);
    return with(new Shown(shown.post(), shown.version(), shown.topic(), all, shown.trouble()));
  }

  /** The same with what the chat refuses; empty for nothing. */
  public OwnState troubledBy(String why) {
    return with(new Shown(shown.post(), shown.version(), shown.topic(), shown.done(), why));
  }

  private OwnState with(Room next) {
    return new OwnState(incident, platform, wantedAt, next, shown);
  }

  private OwnState with(Shown next) {
    return new OwnState(incident, platform, wantedAt, room, next);
  }
}
