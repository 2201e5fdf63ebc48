/** What is said of runs and runbooks in few words, the same in every chat and on every page. */
@NullMarked
package dev.muster.commands.runbook.words;

import org.jspecify.annotations.NullMarked;
