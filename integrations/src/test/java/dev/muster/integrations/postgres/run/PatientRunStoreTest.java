package dev.muster.integrations.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.commands.store.StoreUnavailable;
import dev.muster.integrations.postgres.run.work.PatientRunStore;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.runbooks.engine.port.RunStore;
import dev.muster.runbooks.engine.port.RunStore.Saved;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatientRunStoreTest {

  private final TestReplica replica = TestReplica.onNewDatabase(InstantSource.system());
  private final TestRuns runs =
      TestRuns.on(replica).knows("test", "steps:\n  - {id: one, uses: change}\n");

  @AfterEach
  void close() {
    replica.close();
  }

  @Test
  void what_became_of_a_run_is_kept_when_the_database_is_back() {
    var store = new PatientRunStore(away(3), Duration.ofMillis(1), 5);
    var held = store.claim(runs.start("test")).orElseThrow();

    assertThat(store.save(held, held.run(), List.of())).isInstanceOf(Saved.Kept.class);
  }

  @Test
  void it_gives_up_in_the_end() {
    var store = new PatientRunStore(away(9), Duration.ofMillis(1), 5);
    var held = store.claim(runs.start("test")).orElseThrow();

    assertThatThrownBy(() -> store.save(held, held.run(), List.of()))
        .isInstanceOf(StoreUnavailable.class);
  }

  /** Whose database is away for that many saves, the first of which is kept all the same. */
  private RunStore away(int saves) {
    var store = runs.means().store();
    var left = new AtomicInteger(saves);
    return (RunStore)
        Proxy.newProxyInstance(
            RunStore.class.getClassLoader(),
            new Class<?>[] {RunStore.class},
            (_, method, arguments) -> {
              try {
                var answer = method.invoke(store, arguments);
                if (method.getName().equals("save") && left.getAndDecrement() > 0) {
                  throw new StoreUnavailable("away", new IllegalStateException("test"));
                }
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
