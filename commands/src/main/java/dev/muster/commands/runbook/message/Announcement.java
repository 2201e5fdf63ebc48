package dev.muster.commands.runbook.message;

import dev.muster.commands.chat.Message;

/** Something to be said. */
public record Announcement(Addressee to, Message message) {}
