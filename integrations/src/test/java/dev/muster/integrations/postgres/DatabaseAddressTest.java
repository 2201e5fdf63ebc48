package dev.muster.integrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

  @Test
  void an_address_as_platforms_write_it_is_read() {
    var address =
        DatabaseAddress.parse(
            "postgres://mus%40ter:p%3Aa+b%2F@db.example:6543/ops?sslmode=require");

    assertThat(address.jdbcUrl())
        .isEqualTo("jdbc:postgresql://db.example:6543/ops?sslmode=require");
    assertThat(address.user()).isEqualTo("mus@ter");
    assertThat(address.password()).isEqualTo("p:a+b/");
  }

  @Test
  void the_port_and_the_password_may_be_left_out() {
    var address = DatabaseAddress.parse("postgresql://muster@db.example/ops");

    assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:5432/ops");
    assertThat(address.password()).isEmpty();
  }

  @Test
  void the_password_shows_nowhere() {
    var address =
        DatabaseAddress.parse("postgresql://muster:hidden@db.example/ops?sslmode=require");

    assertThat(address.toString()).isEqualTo("db.example:5432/ops");
  }

  @Test
  void a_slip_in_its_parts_is_told_with_what_to_write() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DatabaseAddress.parse("postgresql://db/ops?a=b&sslmode=on"))
        .withMessage(
            "sslmode=on is unknown; write one of disable, allow, prefer, require, verify-ca,"
                + " verify-full");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DatabaseAddress.parse("postgresql://db:99999/ops"))
        .withMessage("the database's port 99999 is none; write a number up to 65535");
  }

  @Test
  void an_encryption_may_be_written_in_capitals_as_the_driver_reads_it() {
    assertThat(DatabaseAddress.parse("postgresql://db/ops?sslmode=Require").jdbcUrl())
        .endsWith("?sslmode=Require");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://u:hidden@db/ops",
        "postgresql://u:hidden@db",
        "postgresql://u:hid den@db/ops",
        "postgresql:///ops",
        "postgresql://u:hidden@db:99999/ops",
        "postgresql://u:hidden@db:0/ops",
        "postgresql://u:hidden@db/ops?sslmode=on",
        ""
      })
  void what_is_no_address_is_refused_without_its_password(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DatabaseAddress.parse(url))
        .satisfies(error -> assertThat(error).hasMessageNotContaining("hid").hasNoCause());
  }
}
