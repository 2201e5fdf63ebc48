/** Steps of runbooks on Redis. */
@NullMarked
package dev.muster.integrations.redis;

import org.jspecify.annotations.NullMarked;
