package dev.muster.integrations.slack.fake.people;

import static dev.muster.integrations.slack.fake.model.Workspace.BOT_USER;

import dev.muster.integrations.slack.fake.delivery.Ack;
import dev.muster.integrations.slack.fake.delivery.Parcel;
import dev.muster.integrations.slack.fake.model.Channel;
import dev.muster.integrations.slack.fake.model.Member;
import dev.muster.integrations.slack.fake.model.Message;
import dev.muster.integrations.slack.fake.response.Origin;
import dev.muster.integrations.slack.fake.strict.Entry;
import dev.muster.integrations.slack.fake.strict.Kind;
import java.util.Set;

/** Somebody in Slack, who does what people can do there and sees what they would see. */
public final class Person {

  private final Desk desk;
  private final Member member;

  public Person(Desk desk, Member member) {
    this.desk = desk;
    this.member = member;
  }

  public String id() {
    return member.id();
  }

  /** What to mention this person by. */
  public String mention() {
    return "<@" + id() + ">";
  }

  /** Types a slash command, of which the channel is said next. */
  public Typed slash(String command, String text) {
    return new Typed(command, text);
  }

  /** A command that waits for its channel. */
  public final class Typed {

    private final String command;
    private final String text;

    private Typed(String command, String text) {
      this.command = command;
      this.text = text;
    }

    public Ack in(Place place) {
      return run(place.channel());
    }

    public Ack inDirectMessage() {
      return run(directChannel());
    }

    private Ack run(Channel channel) {
      checkActive();
      checkSees(channel);
      var origin = Origin.command(id(), channel.id());
      var form = Payloads.command(member, channel, command, text);
      form.put("response_url", desk.responseUrl(origin)).put("trigger_id", desk.trigger(id()));
      var ack = desk.bring(Parcel.Sort.COMMAND, form);
      desk.show(ack, origin);
      return ack;
    }
  }

  /** Uses the elements of a message as it stands now. */
  public Hand on(Post post) {
    checkActive();
    return new MessageHand(desk, member, post, post::now);
  }

  /** Uses a message as it was seen, and may not stand any more. */
  public Hand on(Post.Seen seen) {
    checkActive();
    return new MessageHand(desk, member, seen.post(), seen::message);
  }

  public Shortcuts shortcuts() {
    checkActive();
    return new Shortcuts(desk, member);
  }

  public Events events() {
    checkActive();
    return new Events(desk, member);
  }

  /** The modal that comes next. */
  public Form takeView() {
    var entry = desk.ledger().take("a view for " + id(), it -> isMine(it, Kind.VIEW));
    return new Form(desk, member, entry.ts());
  }

  public HomeTab takeHome() {
    var entry = desk.ledger().take("a home tab for " + id(), it -> isMine(it, Kind.HOME));
    return new HomeTab(desk, member, entry);
  }

  public Post takeEphemeral() {
    return post(desk.ledger().take("an ephemeral for " + id(), it -> isMine(it, Kind.EPHEMERAL)));
  }

  public Post takeEphemeral(String words) {
    return post(
        desk.ledger()
            .take(
                "an ephemeral for " + id() + " with " + words,
                it -> isMine(it, Kind.EPHEMERAL) && it.says(words)));
  }

  /** The direct conversation with the bot. */
  public Place directMessages() {
    return new Place(desk, directChannel());
  }

  /** Writes something, of which the app hears only if it is mentioned or written to. */
  public Message write(Place place, String text) {
    synchronized (desk.ledger()) {
      return desk.workspace().write(place.channel(), id(), text, "");
    }
  }

  /** Writes into the thread of a post, of which the app does not hear. */
  public Message answer(Post post, String text) {
    synchronized (desk.ledger()) {
      var channel = desk.workspace().channels().get(post.channelId());
      return desk.workspace().write(channel, id(), text, post.ts());
    }
  }

  /** Leaves the company; the app hears of it. */
  public Ack isDeactivated() {
    return new Events(desk, member).deactivated();
  }

  private Channel directChannel() {
    synchronized (desk.ledger()) {
      return desk.workspace().direct(Set.of(id(), BOT_USER));
    }
  }

  private Post post(Entry entry) {
    return new Post(desk, entry);
  }

  private boolean isMine(Entry entry, Kind kind) {
    return entry.is(kind) && entry.isFor(id());
  }

  private void checkActive() {
    if (member.isDeleted()) {
      throw new AssertionError(id() + " was deactivated and can do nothing in Slack");
    }
  }

  private void checkSees(Channel channel) {
    if (!channel.isSeenBy(id())) {
      throw new AssertionError(id() + " does not see the channel " + channel.name());
    }
  }
}
