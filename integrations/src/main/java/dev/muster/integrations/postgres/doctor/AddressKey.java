package dev.muster.integrations.postgres.doctor;

import dev.muster.integrations.postgres.Database;

/** A secret that all replicas on one database share, and nobody else knows. */
public record AddressKey(Database database) {

  /** Made with the database, and the same for ever. Throws where the tables are older. */
  public String read() {
    return database.with(handle ->
        handle.createQuery("select address_key from installation").mapTo(String.class).one());
  }
}
