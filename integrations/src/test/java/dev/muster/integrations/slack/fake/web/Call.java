package dev.muster.integrations.slack.fake.web;

import dev.muster.integrations.slack.fake.answer.Refused;
import dev.muster.integrations.slack.fake.model.Channel;
import dev.muster.integrations.slack.fake.model.Json;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A call that was let in. */
public final class Call {

  private final MethodSpec spec;
  private final Token token;
  private final ObjectNode arguments;

  Call(MethodSpec spec, Token token, ObjectNode arguments) {
    this.spec = spec;
    this.token = token;
    this.arguments = arguments;
  }

  public String method() {
    return spec.name();
  }

  public Token token() {
    return token;
  }

  public ObjectNode arguments() {
    return arguments;
  }

  public boolean has(String name) {
    return arguments.has(name) && !arguments.get(name).isNull();
  }

  public String text(String name) {
    return Json.text(arguments, name);
  }

  public JsonNode json(String name) {
    return arguments.path(name);
  }

  public boolean flag(String name) {
    return text(name).equals("true") || text(name).equals("1");
  }

  public int number(String name, int otherwise) {
    return has(name) ? Integer.parseInt(text(name)) : otherwise;
  }

  /** Written with commas, or as an array. */
  public List<String> list(String name) {
    var value = json(name);
    if (value.isArray()) {
      return Json.items(value).stream().map(JsonNode::asString).toList();
    }
    return Stream.of(text(name).split(",")).map(String::strip).filter(it -> !it.isEmpty()).toList();
  }

  /** Of the method's scopes one must be for this kind of conversation. */
  public void needsScopeFor(Channel.Kind kind) {
    var needed =
        spec.rights().scopes().stream()
            .filter(it -> it.startsWith(kind.scope() + ":"))
            .collect(Collectors.toCollection(TreeSet::new));
    if (!token.hasAny(needed)) {
      throw Refused.missingScope(String.join(",", needed), token.provided());
    }
  }
}
