package dev.muster.integrations.slack.fake.methods;

import static dev.muster.integrations.slack.fake.model.Workspace.BOT_USER;

import dev.muster.integrations.slack.fake.answer.Refused;
import dev.muster.integrations.slack.fake.model.Channel;
import dev.muster.integrations.slack.fake.model.Json;
import dev.muster.integrations.slack.fake.strict.Entry;
import dev.muster.integrations.slack.fake.strict.Ledger;
import dev.muster.integrations.slack.fake.web.Call;
import dev.muster.integrations.slack.fake.web.Method;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** What can be done to conversations. */
final class ConversationChanges {

  private static final int TOPIC = 250;

  private final Access access;
  private final Ledger ledger;

  ConversationChanges(Access access, Ledger ledger) {
    this.access = access;
    this.ledger = ledger;
  }

  Map<String, Method> all() {
    return Map.of(
        "conversations.create", this::create,
        "conversations.invite", this::invite,
        "conversations.join", this::join,
        "conversations.setTopic", this::setTopic,
        "conversations.archive", this::archive,
        "conversations.unarchive", this::unarchive,
        "conversations.open", this::open);
  }

  private ObjectNode create(Call call) {
    var kind = call.flag("is_private") ? Channel.Kind.PRIVATE : Channel.Kind.PUBLIC;
    call.needsScopeFor(kind);
    var name = call.text("name");
    ChannelName.check(name);
    if (access.workspace().named(name).isPresent()) {
      throw Refused.because("name_taken");
    }
    return done(call, access.workspace().create(name, kind, Set.of(BOT_USER), BOT_USER));
  }

  private ObjectNode invite(Call call) {
    var channel = access.open(call, call.text("channel"));
    if (channel.kind() == Channel.Kind.DIRECT || channel.kind() == Channel.Kind.GROUP) {
      throw Refused.because("method_not_supported_for_channel_type");
    }
    var guests = call.list("users");
    if (call.flag("force") && guests.size() > 1) {
      guests = guests.stream().filter(user -> problem(channel, user).isEmpty()).toList();
    }
    for (var user : guests) {
      problem(channel, user)
          .ifPresent(error -> {
            throw Refused.because(error);
          });
    }
    channel.members().addAll(guests);
    return done(call, channel);
  }

  /** Why somebody cannot be invited. */
  private Optional<String> problem(Channel channel, String user) {
    var member = access.workspace().members().get(user);
    if (member == null) {
      return Optional.of("user_not_found");
    }
    if (user.equals(BOT_USER)) {
      return Optional.of("cant_invite_self");
    }
    if (member.isDeleted()) {
      return Optional.of("cant_invite");
    }
    return channel.has(user) ? Optional.of("already_in_channel") : Optional.empty();
  }

  private ObjectNode join(Call call) {
    var channel = access.seen(call, call.text("channel"));
    if (channel.kind() != Channel.Kind.PUBLIC) {
      throw Refused.because("method_not_supported_for_channel_type");
    }
    if (channel.isArchived()) {
      throw Refused.because("is_archived");
    }
    var isNew = channel.members().add(BOT_USER);
    var answer = done(call, channel);
    return isNew ? answer : answer.put("warning", "already_in_channel");
  }

  private ObjectNode setTopic(Call call) {
    var channel = access.open(call, call.text("channel"));
    var topic = call.text("topic");
    if (topic.codePointCount(0, topic.length()) > TOPIC) {
      throw Refused.because("too_long");
    }
    channel.setTopic(topic);
    return done(call, channel);
  }

  private ObjectNode archive(Call call) {
    var channel = access.joined(call, call.text("channel"));
    if (channel.isArchived()) {
      throw Refused.because("already_archived");
    }
    channel.archive();
    ledger.add(Entry.call(call.method(), channel.id(), call.arguments()));
    return Json.object();
  }

  /** Apps are put out of a channel that is archived, and only who is in it can unarchive it. */
  private ObjectNode unarchive(Call call) {
    var channel = access.seen(call, call.text("channel"));
    if (!channel.isArchived()) {
      throw Refused.because("not_archived");
    }
    throw Refused.because("not_in_channel");
  }

  /** Opening is like asking: nobody sees it, so no test needs to take it. */
  private ObjectNode open(Call call) {
    var people = new HashSet<>(call.list("users"));
    if (people.isEmpty()) {
      throw Refused.because("users_list_not_supplied");
    }
    if (people.size() > 8) {
      throw Refused.because("too_many_users");
    }
    for (var user : people) {
      var member = access.workspace().members().get(user);
      if (member == null) {
        throw Refused.because("user_not_found");
      }
      if (member.isDeleted()) {
        throw Refused.because("user_disabled");
      }
    }
    people.add(BOT_USER);
    call.needsScopeFor(people.size() > 2 ? Channel.Kind.GROUP : Channel.Kind.DIRECT);
    var channel = access.workspace().direct(people);
    var told = call.flag("return_im") ? channel.toJson() : Json.object().put("id", channel.id());
    return Json.object().set("channel", told);
  }

  private ObjectNode done(Call call, Channel channel) {
    ledger.add(Entry.call(call.method(), channel.id(), call.arguments()));
    return Json.object().set("channel", channel.toJson());
  }
}
