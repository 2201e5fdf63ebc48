package dev.muster.commands.configuration;

import java.util.Optional;
import java.util.function.Predicate;

/** What a replica does about its own files, once they are found right. */
public sealed interface Choice {

  /** They are news: they become the accepted configuration. */
  record Propose() implements Choice {}

  /** They are the accepted configuration. */
  record InStep(Accepted latest) implements Choice {}

  /** They were in force once and have been replaced since: the replica follows the others. */
  record Behind(Accepted latest) implements Choice {}

  /**
   * Files that were never accepted are news. Old ones are taken up again where somebody goes back
   * on purpose: where this replica's files were the accepted ones until they changed. Otherwise a
   * replica that starts, or is late, with older files would undo what the others run.
   *
   * @param own the hash of the files
   * @param before the hash of the files that lay there before, where we saw them
   */
  static Choice of(
      String own,
      Optional<String> before,
      Optional<Accepted> latest,
      Predicate<String> wereAccepted) {
    if (latest.isEmpty()) {
      return new Propose();
    }
    if (latest.get().hash().equals(own)) {
      return new InStep(latest.get());
    }
    var goesBack = before.filter(latest.get().hash()::equals).isPresent();
    return goesBack || !wereAccepted.test(own) ? new Propose() : new Behind(latest.get());
  }
}
