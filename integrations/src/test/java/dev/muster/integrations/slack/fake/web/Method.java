package dev.muster.integrations.slack.fake.web;

import dev.muster.integrations.slack.fake.answer.Refused;
import tools.jackson.databind.node.ObjectNode;

/** What a method does; it answers the members besides {@code ok}, or throws {@link Refused}. */
@FunctionalInterface
public interface Method {

  ObjectNode answer(Call call);
}
