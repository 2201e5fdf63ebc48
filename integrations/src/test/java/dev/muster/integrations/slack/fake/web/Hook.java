package dev.muster.integrations.slack.fake.web;

import dev.muster.integrations.slack.fake.answer.Answer;

/** What answers posts to a response_url. */
@FunctionalInterface
public interface Hook {

  Answer post(String id, String body);
}
