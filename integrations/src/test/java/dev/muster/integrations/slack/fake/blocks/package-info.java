/** Block Kit's documented limits. */
@NullMarked
package dev.muster.integrations.slack.fake.blocks;

import org.jspecify.annotations.NullMarked;
