package dev.muster.commands.chat;

/** Where a post is: the platform's own name of the channel and of the message in it. */
public record PostRef(String platform, String channel, String message) {}
