package dev.muster.bot.api;

import dev.muster.commands.people.Directory;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.people.Via;
import dev.muster.commands.token.Scope;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whose a command of the API is, and by which token it came. */
record Speaker(Person person, Optional<Via> via) {

  private static final String START_TOKEN = "MUSTER_API_TOKEN";

  /** Throws the answer where the caller may not speak for that person. */
  static Speaker of(Admitted guest, Optional<String> as, Directory directory) {
    return switch (guest.caller()) {
      case Caller.Everybody _ ->
          new Speaker(named(as.orElseThrow(Speaker::missing), directory), Optional.empty());
      case Caller.Starter _ ->
          new Speaker(
              named(as.orElseThrow(Speaker::nobodys), directory),
              Optional.of(new Via(START_TOKEN, Optional.empty())));
      case Caller.Owned(var token, var owner) -> {
        var other = as.filter(id -> !id.equals(owner.id().value()));
        if (other.isPresent()) {
          guest.needs(Scope.IMPERSONATE);
        }
        var person = other.map(id -> named(id, directory)).orElse(owner);
        yield new Speaker(person, Optional.of(token.via(owner)));
      }
    };
  }

  private static Person named(String as, Directory directory) {
    return directory
        .find(new PersonId(as))
        .orElseThrow(() ->
            BadCall.invalid(
                "as: there is nobody called "
                    + as
                    + ". Known: "
                    + directory.people().stream()
                        .map(person -> person.id().value())
                        .collect(Collectors.joining(", "))
                    + "."));
  }

  private static BadCall missing() {
    return BadCall.invalid("as is missing, such as \"devops\".");
  }

  private static BadCall nobodys() {
    return BadCall.invalid(
        "as is missing: MUSTER_API_TOKEN is nobody's, so say whose command it is, such as \"as\":"
            + " \"devops\". A token of your own needs no as: /muster token create NAME"
            + " scopes:command.");
  }
}
