package dev.muster.commands.people;

import java.time.Instant;
import java.util.Optional;

/** Accounts in chats of which the configuration does not say whose they are. Thread-safe. */
public interface ChatAccounts {

  /** An account by the platform's own id, such as {@code slack} and {@code U01AAAA}. */
  record Account(String platform, String id) {}

  /**
   * What is known of an account.
   *
   * @param person whose it is, where that was found out
   * @param leftAt since when nobody can use it any more
   */
  record Known(Optional<PersonId> person, Optional<Instant> leftAt) {
    public static final Known NOTHING = new Known(Optional.empty(), Optional.empty());

    public boolean hasLeft() {
      return leftAt.isPresent();
    }
  }

  Known find(Account account);

  /** The account that was found for somebody, unless they have left. */
  Optional<Account> of(PersonId person, String platform);

  /** Remembers whose it is. */
  void keep(Account account, PersonId person);

  /** Nobody can use it any more. Answers whether that is news. */
  boolean leave(Account account, Instant at);

  /** Somebody can use it again. */
  void comeBack(Account account);
}
