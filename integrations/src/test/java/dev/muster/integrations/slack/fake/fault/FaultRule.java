package dev.muster.integrations.slack.fake.fault;

import dev.muster.integrations.slack.fake.answer.Answer;
import java.time.Duration;

/** Which calls go wrong, how often, and how. Once in any channel if nothing else is said. */
public final class FaultRule {

  private final Faults faults;
  private final String method;
  private String channel = "";
  private int times = 1;
  private boolean endless;
  private Fault fault = new Fault.Resets(false);

  FaultRule(Faults faults, String method) {
    this.faults = faults;
    this.method = method;
  }

  public FaultRule in(String channelId) {
    channel = channelId;
    return this;
  }

  public FaultRule times(int number) {
    times = number;
    return this;
  }

  /** Until {@link Faults#clear}. */
  public FaultRule always() {
    endless = true;
    return this;
  }

  public void tooMany(long retryAfterSeconds) {
    begin(new Fault.Answers(Answer.tooMany(retryAfterSeconds), false));
  }

  /** The older way: status 200 and no header. */
  public void rateLimitedWithoutHeader() {
    begin(new Fault.Answers(Answer.error("ratelimited"), false));
  }

  public void status(int code) {
    begin(new Fault.Answers(Answer.plain(code, ""), false));
  }

  /** A page of whatever stands before Slack. */
  public void htmlPage(int code) {
    var html = "<!DOCTYPE html><html><body><h1>Service unavailable</h1></body></html>";
    begin(new Fault.Answers(Answer.page(code, html), false));
  }

  /** Such as internal_error, with nothing done. */
  public void error(String error) {
    begin(new Fault.Answers(Answer.error(error), false));
  }

  /** Such as fatal_error, which says that some of it may have been done; here all of it was. */
  public void errorAfterDoing(String error) {
    begin(new Fault.Answers(Answer.error(error), true));
  }

  public void statusAfterDoing(int code) {
    begin(new Fault.Answers(Answer.plain(code, ""), true));
  }

  public void hang(Duration howLong) {
    begin(new Fault.Hangs(howLong, false));
  }

  public void hangAfterDoing(Duration howLong) {
    begin(new Fault.Hangs(howLong, true));
  }

  public void reset() {
    begin(new Fault.Resets(false));
  }

  public void resetAfterDoing() {
    begin(new Fault.Resets(true));
  }

  public void trickle(Duration howLong) {
    begin(new Fault.Trickles(howLong));
  }

  boolean fits(String called, String where) {
    return (method.equals("*") || method.equals(called))
        && (channel.isEmpty() || channel.equals(where));
  }

  /** True when it was the last time. */
  boolean useUp() {
    if (endless) {
      return false;
    }
    times--;
    return times == 0;
  }

  int left() {
    return endless ? 0 : times;
  }

  Fault fault() {
    return fault;
  }

  private void begin(Fault what) {
    fault = what;
    faults.add(this);
  }
}
