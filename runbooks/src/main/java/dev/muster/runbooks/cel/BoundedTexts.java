package dev.muster.runbooks.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import dev.muster.runbooks.expression.Sayings;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Functions that make a long text of short ones, bounded: the library's own would fill the memory
 * before anybody can look. They answer a mark and throw nothing, since the library would put all
 * that they were given into the exception's message.
 */
final class BoundedTexts {

  private static final CelType TEXT = SimpleType.STRING;
  private static final CelType LIST = ListType.create(SimpleType.DYN);

  private BoundedTexts() {}

  static List<CelFunctionDecl> declarations() {
    return List.of(
        CelFunctionDecl.newFunctionDeclaration(
            "replace", CelOverloadDecl.newMemberOverload("muster_replace", TEXT, TEXT, TEXT, TEXT)),
        CelFunctionDecl.newFunctionDeclaration(
            "join",
            CelOverloadDecl.newMemberOverload("muster_join", TEXT, LIST),
            CelOverloadDecl.newMemberOverload("muster_join_by", TEXT, LIST, TEXT)));
  }

  static List<CelFunctionBinding> bindings() {
    return List.of(
        CelFunctionBinding.from(
            "muster_replace",
            List.of(String.class, String.class, String.class),
            given -> replace((String) given[0], (String) given[1], (String) given[2])),
        CelFunctionBinding.from("muster_join", List.class, list -> join(list, "")),
        CelFunctionBinding.from(
            "muster_join_by", List.class, String.class, (list, by) -> join(list, by)));
  }

  private static Object replace(String text, String part, String other) {
    if (part.isEmpty()) {
      return text;
    }
    var made = new StringBuilder();
    var from = 0;
    for (var at = text.indexOf(part); at >= 0; at = text.indexOf(part, from)) {
      made.append(text, from, at).append(other);
      if (made.length() > Budget.LONGEST_TEXT) {
        return Budget.Mark.TOO_LONG;
      }
      from = at + part.length();
    }
    return made.append(text, from, text.length()).toString();
  }

  /** The words of each, so that a list of numbers or times can be joined too. */
  private static Object join(List<?> list, String by) {
    var parts = new ArrayList<String>();
    var length = 0L;
    for (var each : list) {
      var words = Sayings.of(Values.ours(each));
      length += words.length() + (long) by.length();
      if (length > Budget.LONGEST_TEXT) {
        return Budget.Mark.TOO_LONG;
      }
      parts.add(words);
    }
    var made = new StringJoiner(by);
    parts.forEach(made::add);
    return made.toString();
  }
}
