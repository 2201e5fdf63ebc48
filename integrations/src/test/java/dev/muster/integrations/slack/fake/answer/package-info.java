/** What goes back to the app. */
@NullMarked
package dev.muster.integrations.slack.fake.answer;

import org.jspecify.annotations.NullMarked;
