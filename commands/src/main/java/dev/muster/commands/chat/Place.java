package dev.muster.commands.chat;

import java.util.Optional;

/**
 * Where something is said: the platform, the channel by the configuration's name, and the thread by
 * the platform's own name of its root.
 */
public record Place(String platform, String channel, Optional<String> thread) {}
