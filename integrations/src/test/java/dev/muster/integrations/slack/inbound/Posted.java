package dev.muster.integrations.slack.inbound;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Chat.Once;
import dev.muster.commands.chat.Message;
import dev.muster.integrations.slack.SlackChat;
import dev.muster.integrations.slack.blocks.BlockKit;
import dev.muster.integrations.slack.fake.people.Post;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Posts as the other half of this adapter makes them. */
final class Posted {

  private Posted() {}

  /** One with a button that says this command. */
  static Post in(InboundDesk desk, String command) {
    var chat =
        new SlackChat(
            desk.api,
            _ -> Optional.of(desk.incidents.id()),
            () -> new BlockKit(ZoneOffset.UTC),
            desk.clock);
    var button = new Block.Buttons(List.of(Block.Button.primary("Acknowledge", command)));
    chat.post("incidents", Once.first("incident:1042"), 1, Message.of("It burns", button));
    return desk.incidents.takeMessage("It burns");
  }
}
