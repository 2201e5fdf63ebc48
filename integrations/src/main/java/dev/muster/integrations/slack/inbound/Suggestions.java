package dev.muster.integrations.slack.inbound;

import com.slack.api.app_backend.interactive_components.payload.BlockSuggestionPayload;
import com.slack.api.app_backend.interactive_components.response.BlockSuggestionResponse;
import com.slack.api.app_backend.interactive_components.response.Option;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.form.Choices.Choice;
import dev.muster.commands.people.Person;
import dev.muster.integrations.slack.form.FormContext;
import dev.muster.integrations.slack.form.Suggested;
import dev.muster.integrations.slack.people.SlackPeople;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What can be chosen in a field of a form that has too much to choose from. Blocking. */
final class Suggestions {

  private final CommandTable table;
  private final SlackPeople people;

  Suggestions(CommandTable table, SlackPeople people) {
    this.table = table;
    this.people = people;
  }

  BlockSuggestionResponse to(BlockSuggestionPayload payload) {
    var typed = Objects.requireNonNullElse(payload.getValue(), "");
    var options =
        Suggested.options(choices(payload), typed).stream()
            .map(one -> new Option(one.getText(), one.getValue(), null))
            .toList();
    return BlockSuggestionResponse.builder().options(options).build();
  }

  private List<Choice> choices(BlockSuggestionPayload payload) {
    var context =
        Optional.ofNullable(payload.getView())
            .flatMap(view -> FormContext.read(view.getPrivateMetadata()));
    var field = Suggested.field(payload.getBlockId());
    return context.isEmpty() || field.isEmpty()
        ? List.of()
        : people
            .person(payload.getUser().getId())
            .map(person -> choices(context.get().command(), field.get(), person))
            .orElse(List.of());
  }

  private List<Choice> choices(String command, String field, Person person) {
    var words = Orders.words(command);
    return table.named(words).stream()
        .flatMap(it -> it.parameters(behind(words)).stream())
        .filter(parameter -> parameter.name().equals(field))
        .findFirst()
        .map(parameter -> parameter.choices(person))
        .orElse(List.of());
  }

  /** What is typed behind the command's name, which has one or two words. */
  private List<String> behind(List<String> words) {
    var name = table.named(words.subList(0, 1)).isPresent() ? 1 : Math.min(2, words.size());
    return new Typed(String.join(" ", words.subList(name, words.size()))).words();
  }
}
