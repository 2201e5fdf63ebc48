package dev.muster.integrations.slack.fake.strict;

import dev.muster.integrations.slack.fake.model.Json;
import dev.muster.integrations.slack.fake.model.Message;
import tools.jackson.databind.node.ObjectNode;

/** One thing that came: to whom or where, by which method, and what it said. */
public record Entry(Kind kind, Target target, String method, ObjectNode body) {

  /** A message that everybody sees, as it stands now. */
  public static Entry of(Kind kind, Message message, String method) {
    return new Entry(
        kind, new Target(message.channel(), "", message.ts()), method, message.toJson(true));
  }

  /** What an ephemeral message says, of which nothing else is kept. */
  public static ObjectNode bodyOf(Message.Content content, String thread) {
    var body = Json.object().put("text", content.text()).set("blocks", content.blocks());
    return thread.isEmpty() ? body : body.put("thread_ts", thread);
  }

  public static Entry call(String method, String where, ObjectNode body) {
    return new Entry(Kind.CALL, new Target(where, "", ""), method, body);
  }

  public static Entry refusal(String method, String where, String error) {
    return new Entry(
        Kind.REFUSAL, new Target(where, "", ""), method, Json.object().put("error", error));
  }

  public static Entry oddity(String method, String words) {
    return new Entry(Kind.ODDITY, Target.NONE, method, Json.object().put("text", words));
  }

  public String where() {
    return target.where();
  }

  public String ts() {
    return target.ts();
  }

  public boolean is(Kind one) {
    return kind == one;
  }

  public boolean isIn(String channel) {
    return target.where().equals(channel);
  }

  public boolean isFor(String user) {
    return target.whom().equals(user);
  }

  public String text() {
    return Json.text(body, "text");
  }

  public String threadTs() {
    return Json.text(body, "thread_ts");
  }

  /** Everything that a person could read in it. */
  public boolean says(String words) {
    return text().contains(words) || body.toString().contains(words);
  }

  @Override
  public String toString() {
    var line = new StringBuilder(kind.toString());
    append(line, " in ", target.where());
    append(line, " thread ", threadTs());
    append(line, " for ", target.whom());
    append(line, " by ", method);
    append(line, " ", target.ts());
    var said = body.toString();
    return line + ": " + (said.length() > 300 ? said.substring(0, 300) + "…" : said);
  }

  private static void append(StringBuilder line, String before, String words) {
    if (!words.isEmpty()) {
      line.append(before).append(words);
    }
  }
}
