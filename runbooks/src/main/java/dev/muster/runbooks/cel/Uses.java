package dev.muster.runbooks.cel;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.muster.runbooks.expression.Known;
import dev.muster.runbooks.expression.Known.Group;
import dev.muster.runbooks.yaml.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which names an expression uses, and those among them that lead nowhere. Not thread-safe. */
final class Uses {

  private final Group names;
  private final Set<String> paths = new LinkedHashSet<>();
  private final Set<String> faults = new LinkedHashSet<>();

  /** A joined name without its backticks, whose second half is then unknown too. */
  private final Set<String> torn = new LinkedHashSet<>();

  private Uses(Group names) {
    this.names = names;
  }

  static Uses in(CelExpr expression, Group names) {
    var uses = new Uses(names);
    uses.walk(expression, Set.of());
    return uses;
  }

  Set<String> paths() {
    return paths;
  }

  Set<String> faults() {
    return torn.isEmpty() ? faults : torn;
  }

  /** The names that a macro such as {@code all(x, …)} makes are its own. */
  private void walk(CelExpr expression, Set<String> own) {
    switch (expression.getKind()) {
      case IDENT, SELECT -> chain(expression, own);
      case CALL -> call(expression.call(), own);
      case LIST -> expression.list().elements().forEach(each -> walk(each, own));
      case MAP ->
          expression
              .map()
              .entries()
              .forEach(entry -> {
                walk(entry.key(), own);
                walk(entry.value(), own);
              });
      case STRUCT -> faults.add("there are no types such as `%s` here".formatted(name(expression)));
      case COMPREHENSION -> comprehension(expression.comprehension(), own);
      default -> {}
    }
  }

  private void call(CelExpr.CelCall call, Set<String> own) {
    call.target().ifPresent(target -> walk(target, own));
    call.args().forEach(each -> walk(each, own));
  }

  private void comprehension(CelExpr.CelComprehension all, Set<String> own) {
    walk(all.iterRange(), own);
    var more = new HashSet<>(own);
    more.addAll(List.of(all.iterVar(), all.iterVar2(), all.accuVar()));
    List.of(all.accuInit(), all.loopCondition(), all.loopStep(), all.result())
        .forEach(each -> walk(each, more));
  }

  /** {@code steps.go.outputs.x}, as far as its names are ours to know. */
  private void chain(CelExpr expression, Set<String> own) {
    var selected = new ArrayList<String>();
    var first = expression;
    while (first.getKind() == ExprKind.Kind.SELECT) {
      selected.addFirst(first.select().field());
      first = first.select().operand();
    }
    if (first.getKind() != ExprKind.Kind.IDENT) {
      walk(first, own);
    } else if (!own.contains(first.ident().name())) {
      selected.addFirst(first.ident().name());
      follow(selected);
    }
  }

  private void follow(List<String> way) {
    Known at = names;
    var path = new ArrayList<String>();
    for (var name : way) {
      if (!(at instanceof Group group)) {
        break;
      }
      var known = group.names().get(name);
      if (known == null) {
        tear(group, name, path);
        faults.add(unknown(group, name, path));
        return;
      }
      path.add(name);
      at = known;
    }
    switch (at) {
      case Known.Elsewhere(var why) -> faults.add(why);
      case Group group -> faults.add(noValue(group, String.join(".", path)));
      case Known.Value _ -> paths.add(String.join(".", path));
    }
  }

  private void tear(Group group, String name, List<String> path) {
    var before = String.join(".", path);
    group.names().keySet().stream()
        .filter(it -> it.startsWith(name + "-"))
        .map(it ->
            "a name with `-` stands in backticks, or it is minus: %s.`%s`".formatted(before, it))
        .forEach(torn::add);
  }

  private String unknown(Group group, String name, List<String> path) {
    var near = Words.insteadOf(name, group.names().keySet(), group.several());
    var hint = near.contains("did you mean") ? near : below(name).orElse(near);
    return path.isEmpty()
        ? "there is no name " + Words.quoted(name) + hint
        : "there is no %s %s%s".formatted(group.one(), Words.quoted(name), hint);
  }

  /** A name that is known one level below, such as {@code replica} for {@code inputs.replica}. */
  private Optional<String> below(String name) {
    return names.names().entrySet().stream()
        .filter(top -> top.getValue() instanceof Group group && group.names().containsKey(name))
        .findFirst()
        .map(top -> "; did you mean " + Words.quoted(top.getKey() + "." + name) + "?");
  }

  private static String noValue(Group group, String path) {
    return group.names().isEmpty()
        ? "%s is no value, and there are no %s here".formatted(Words.quoted(path), group.several())
        : "%s is no value itself; write one of %s"
            .formatted(
                Words.quoted(path),
                Words.listed(group.names().keySet().stream().map(n -> path + "." + n).toList()));
  }

  private static String name(CelExpr struct) {
    return struct.struct().messageName();
  }
}
