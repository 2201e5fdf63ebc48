package dev.muster.bot.api.document;

import java.util.LinkedHashMap;
import java.util.Map;

/** The objects of runs of runbooks, and of what was done. */
final class RunSchemas {

  private static final String RUN =
      """
      id integer The number that /runbook status 318 takes.
      runbook string
      title string
      state string queued, running, waiting, paused, needs-attention, succeeded, failed or cancelled.
      dry boolean Whether it only showed what it would do.
      requester string
      requestedAt time
      endedAt? time
      incidentId? integer
      parentId? integer The run that started it.
      """;

  private static final String RUN_DETAILS =
      """
      inputs texts No secrets.
      definition string The SHA-256 of the runbook's text as it began.
      phase string
      problem? string Why it did not end well.
      question? Question
      steps [RunStep] As far as it came.
      targets? [RunTarget] What it came to against each, once it is over; absent in a dry run.
      reviews [GlassReview] Approvals that somebody made up for alone.
      """;

  private static final String RUN_TARGET =
      """
      name string Such as rpo.
      title string
      withinSeconds integer
      seconds? integer What it came to; absent where that is unknown.
      kept boolean Never of what is unknown, nor of a run that did not end well.
      problem? string Why it is unknown.
      """;

  private static final String QUESTION =
      """
      text string
      askedAt time
      until? time
      """;

  private static final String RUN_STEP =
      """
      path string Such as steps.3, or steps.3[2] for an item.
      id string
      name string
      state string running, waiting, retrying, asking, answered, done, skipped, failed or unclear.
      attempts integer
      beganAt time
      endedAt? time
      text? string
      answers? [Answer]
      """;

  private static final String ANSWER =
      """
      person string
      text string
      at time
      """;

  private static final String GLASS_REVIEW =
      """
      step string
      person string Who broke the glass.
      reason string
      at time
      closedBy? string
      closedAt? time
      found? string
      """;

  private static final String LOG_LINE =
      """
      number integer
      at time
      source string output or event.
      step? string
      text string
      """;

  private static final String OPERATION =
      """
      id integer The number that /ops show 42 takes.
      at time When it began.
      operation string What was done.
      reason string
      impact? string
      issues? string
      followUp? string
      tookSeconds? integer
      by string Who did it, or had it done.
      writtenAt time
      added [Addendum] What was said of it later; the entry stays as it was.
      runId? integer The run that did it; absent for what was done by hand.
      incidentId? integer
      """;

  private static final String ADDENDUM =
      """
      to string impact, issues or follow-up.
      text string
      by string
      at time
      """;

  private RunSchemas() {}

  static Map<String, Fields> all() {
    var all = new LinkedHashMap<String, Fields>();
    all.put("Run", new Fields(RUN));
    all.put("RunDetails", new Fields(RUN + RUN_DETAILS));
    all.put("RunTarget", new Fields(RUN_TARGET));
    all.put("Question", new Fields(QUESTION));
    all.put("RunStep", new Fields(RUN_STEP));
    all.put("Answer", new Fields(ANSWER));
    all.put("GlassReview", new Fields(GLASS_REVIEW));
    all.put("LogLine", new Fields(LOG_LINE));
    all.put("Operation", new Fields(OPERATION));
    all.put("Addendum", new Fields(ADDENDUM));
    return all;
  }
}
