package dev.muster.bot.chat.view;

/**
 * A time as a page shows it.
 *
 * @param iso for the machine
 * @param full with date and zone, shown on hovering
 * @param clock the short form, such as {@code 14:32 EAT}
 * @param ago how long ago or ahead; empty where that says nothing any more
 */
public record TimeView(String iso, String full, String clock, String ago) {}
