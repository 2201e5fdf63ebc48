/** What the pages for people have in common: who asks, what stands around, what protects them. */
@NullMarked
package dev.muster.bot.page;

import org.jspecify.annotations.NullMarked;
