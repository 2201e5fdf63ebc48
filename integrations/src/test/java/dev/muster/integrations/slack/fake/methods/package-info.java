/** What each method of the Web API does. */
@NullMarked
package dev.muster.integrations.slack.fake.methods;

import org.jspecify.annotations.NullMarked;
