/** The Web API over HTTP: its rules, before any method. */
@NullMarked
package dev.muster.integrations.slack.fake.web;

import org.jspecify.annotations.NullMarked;
