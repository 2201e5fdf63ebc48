package dev.muster.bot.endtoend;

import dev.muster.integrations.postgres.embedded.TestServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * The Musters of a test: what they said is shown with its failure, and nothing of them is left
 * running after it, nor of their embedded PostgreSQL.
 */
final class Musters implements AfterEachCallback, TestExecutionExceptionHandler {

  private final List<MusterProcess> started = new ArrayList<>();
  private final Set<Path> folders = new LinkedHashSet<>();

  /** When the tests themselves are broken off. */
  Musters() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::endAll));
  }

  /** On embedded PostgreSQL below the folder; returns when it is ready. */
  MusterProcess startOn(Path data) {
    return startOn(data, Map.of());
  }

  /** The same with more in the environment. */
  MusterProcess startOn(Path data, Map<String, String> more) {
    synchronized (this) {
      folders.add(data);
    }
    var _ = TestServer.in(data);
    var environment = new HashMap<>(more);
    environment.put("MUSTER_DATA", data.toString());
    return start(environment);
  }

  /** Returns when it is ready. */
  MusterProcess start(Map<String, String> environment) {
    var muster = begin(environment);
    muster.url();
    return muster;
  }

  /** Returns at once. */
  synchronized MusterProcess begin(Map<String, String> environment, String... arguments) {
    var muster = MusterProcess.begin(environment, arguments);
    started.add(muster);
    return muster;
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    for (var muster : started) {
      failure.addSuppressed(new Said(muster.output()));
    }
    throw failure;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    endAll();
  }

  private synchronized void endAll() {
    started.forEach(MusterProcess::kill);
    started.clear();
    folders.forEach(folder -> TestServer.in(folder).close());
    folders.clear();
  }

  /** Carries what a Muster said, and no stack. */
  private static final class Said extends Throwable {
    private static final long serialVersionUID = 1L;

    Said(String output) {
      super("Muster said:\n" + output, null, false, false);
    }
  }
}
