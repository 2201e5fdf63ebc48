package dev.muster.integrations.slack.fake.methods;

import static dev.muster.integrations.slack.fake.model.Workspace.BOT_USER;

import dev.muster.integrations.slack.fake.answer.Refused;
import dev.muster.integrations.slack.fake.model.Channel;
import dev.muster.integrations.slack.fake.model.Message;
import dev.muster.integrations.slack.fake.model.Workspace;
import dev.muster.integrations.slack.fake.web.Call;
import java.util.Set;

/** Conversations and messages as the bot may see them, or Slack's word for why not. */
final class Access {

  private final Workspace workspace;

  Access(Workspace workspace) {
    this.workspace = workspace;
  }

  Workspace workspace() {
    return workspace;
  }

  Channel seen(Call call, String id) {
    var channel = workspace.channels().get(id);
    if (channel == null || !channel.isSeenBy(BOT_USER)) {
      throw Refused.because("channel_not_found");
    }
    call.needsScopeFor(channel.kind());
    return channel;
  }

  Channel joined(Call call, String id) {
    var channel = seen(call, id);
    if (!channel.has(BOT_USER)) {
      throw Refused.because("not_in_channel");
    }
    return channel;
  }

  Channel open(Call call, String id) {
    var channel = joined(call, id);
    if (channel.isArchived()) {
      throw Refused.because("is_archived");
    }
    return channel;
  }

  /** Where a message goes: an id, {@code #name}, or a person, whose direct conversation it is. */
  Channel addressed(Call call, String address) {
    if (address.startsWith("U")) {
      var member = workspace.members().get(address);
      if (member == null || member.isDeleted()) {
        throw Refused.because("channel_not_found");
      }
      return workspace.direct(Set.of(address, BOT_USER));
    }
    var name = address.startsWith("#") ? address.substring(1) : address;
    return open(call, workspace.named(name).map(Channel::id).orElse(address));
  }

  Message message(Channel channel, String ts) {
    return channel.message(ts).orElseThrow(() -> Refused.because("message_not_found"));
  }
}
