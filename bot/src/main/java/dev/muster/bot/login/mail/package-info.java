/** Login links that go by mail. */
@NullMarked
package dev.muster.bot.login.mail;

import org.jspecify.annotations.NullMarked;
