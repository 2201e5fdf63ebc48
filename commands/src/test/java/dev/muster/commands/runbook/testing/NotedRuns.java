package dev.muster.commands.runbook.testing;

import dev.muster.commands.chat.Message;
import dev.muster.commands.runbook.live.RunThreads;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.Who;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What commands put into the timelines of runs' incidents; they say nothing else of runs. */
final class NotedRuns implements RunThreads {

  private final List<String> lines = new CopyOnWriteArrayList<>();

  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void note(Run run, Who by, String text) {
    lines.add(text + " · " + by.name());
  }

  @Override
  public void append(Run run, String key, Message message) {
    throw said(key);
  }

  @Override
  public void ask(Run run, String key, Message message) {
    throw said(key);
  }

  @Override
  public void answered(Run run, String key, Message answer) {
    throw said(key);
  }

  private static AssertionError said(String key) {
    return new AssertionError("commands say nothing beside a run: " + key);
  }
}
