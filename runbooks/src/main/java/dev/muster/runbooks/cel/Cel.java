package dev.muster.runbooks.cel;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.muster.runbooks.expression.Expression;
import dev.muster.runbooks.expression.Known;
import dev.muster.runbooks.expression.Known.Group;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The library as we use it: its limits, its functions, and our names as its types. */
final class Cel {

  static final int MOST_ITERATIONS = 10_000;

  private static final int DEEPEST = 32;
  private static final int LARGEST_PATTERN = 1_000;
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .enableQuotedIdentifierSyntax(true)
          .comprehensionMaxIterations(MOST_ITERATIONS)
          .maxParseRecursionDepth(DEEPEST)
          .maxRegexProgramSize(LARGEST_PATTERN)
          .build();

  /** Without those that make long texts of short ones: {@link BoundedTexts} has them. */
  private static final CelStringExtensions TEXTS =
      CelExtensions.strings(
          Function.CHAR_AT,
          Function.INDEX_OF,
          Function.LAST_INDEX_OF,
          Function.LOWER_ASCII,
          Function.SPLIT,
          Function.SUBSTRING,
          Function.TRIM,
          Function.UPPER_ASCII);

  private static final CelParser PARSER =
      CelParserFactory.standardCelParserBuilder()
          .setOptions(OPTIONS)
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .build();

  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.legacyCelRuntimeBuilder()
          .setOptions(OPTIONS)
          .addLibraries(TEXTS)
          .addFunctionBindings(BoundedTexts.bindings())
          .build();

  private Cel() {}

  static CelValidationResult parse(String source) {
    return PARSER.parse(source);
  }

  static Expression program(String source, Set<String> paths, CelAbstractSyntaxTree checked)
      throws CelEvaluationException {
    return new CelExpression(source, Set.copyOf(paths), RUNTIME.createProgram(checked));
  }

  static CelCompiler compiler(Group everything) {
    var types = new LinkedHashMap<String, CelType>();
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addLibraries(TEXTS)
            .addFunctionDeclarations(BoundedTexts.declarations());
    everything
        .names()
        .forEach((name, known) -> builder.addVar(name, type("muster." + name, known, types)));
    return builder.setTypeProvider(new NamedTypes(ImmutableMap.copyOf(types))).build();
  }

  private static CelType type(String name, Known of, Map<String, CelType> types) {
    return switch (of) {
      case Known.Value(var sort) -> type(sort);
      case Known.Elsewhere _ -> SimpleType.DYN;
      case Group group -> {
        var fields = new LinkedHashMap<String, CelType>();
        group
            .names()
            .forEach((field, below) -> fields.put(field, type(name + "." + field, below, types)));
        var known = ImmutableMap.copyOf(fields);
        var struct =
            StructType.create(name, known.keySet(), field -> Optional.ofNullable(known.get(field)));
        types.put(name, struct);
        yield struct;
      }
    };
  }

  private static CelType type(Known.Sort sort) {
    return switch (sort) {
      case TEXT -> SimpleType.STRING;
      case WHOLE -> SimpleType.INT;
      case DECIMAL -> SimpleType.DOUBLE;
      case YES_NO -> SimpleType.BOOL;
      case LENGTH -> SimpleType.DURATION;
      case TIME -> SimpleType.TIMESTAMP;
      case LIST -> ListType.create(SimpleType.DYN);
      case MAP -> MapType.create(SimpleType.STRING, SimpleType.DYN);
      case ANYTHING -> SimpleType.DYN;
    };
  }
}
