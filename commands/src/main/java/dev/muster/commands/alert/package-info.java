/** Alerts: what senders say, which route they take, and the one transaction that takes them in. */
@NullMarked
package dev.muster.commands.alert;

import org.jspecify.annotations.NullMarked;
