package dev.muster.integrations.postgres.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.TestPostgres;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The database that the demo's runbooks work on. */
class SampleDatabaseTest {

  private final DatabaseAddress ours = DatabaseAddress.parse(TestPostgres.newDatabase());

  @Test
  void has_rows_that_its_owner_may_change_and_keeps_what_was_changed() {
    assertThat(ask("select count(*) from users")).isEqualTo("1247");
    assertThat(ask("select count(*) from content where deleted_at is not null")).isEqualTo("12");
    assertThat(ask("update users set name = 'Me' where id = 1 returning name")).isEqualTo("Me");
    assertThat(ask("select name from users where id = 1")).isEqualTo("Me");
  }

  @Test
  void its_owner_gets_nowhere_near_musters_own_data() {
    var owner = sample();
    var stray =
        new DatabaseAddress("jdbc:postgresql://" + ours.shown(), owner.user(), owner.password());
    assertThat(owner.password()).isNotEqualTo(ours.password());
    assertThatThrownBy(() -> ask(stray, "select 1")).hasMessageContaining("permission denied");
  }

  @Test
  void without_a_server_there_is_none() {
    var away = new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/muster", "muster", "secret");
    assertThat(new SampleDatabase(away).url()).isEmpty();
  }

  private DatabaseAddress sample() {
    return DatabaseAddress.parse(new SampleDatabase(ours).url().orElseThrow());
  }

  /** Each time as if Muster had just started. */
  private String ask(String sql) {
    return ask(sample(), sql);
  }

  private static String ask(DatabaseAddress at, String sql) {
    return Jdbi.create(at.jdbcUrl(), at.user(), at.password())
        .withHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }
}
