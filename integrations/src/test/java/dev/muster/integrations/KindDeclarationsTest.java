package dev.muster.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.http.HttpKind;
import dev.muster.integrations.http.Reach;
import dev.muster.integrations.postgres.kind.PostgresKinds;
import dev.muster.integrations.redis.RedisKinds;
import dev.muster.integrations.shell.ShellKind;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Parameter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind owes the reference, the checks and the previews. */
class KindDeclarationsTest {

  @ParameterizedTest
  @MethodSource("kinds")
  void a_preview_does_with_what_is_known_already(Kind kind) {
    var secret = "s3cr3t";
    var url = "postgresql://app:%s@db:5432/shop".formatted(secret);

    assertThat(kind.describe(Arguments.NONE)).isNotBlank().doesNotContain("null", "\n");
    assertThat(kind.describe(new Arguments(Map.of("url", url)))).doesNotContain(secret);
    assertThat(kind.effect(Arguments.NONE)).isNotNull();
    if (kind.effect(Arguments.NONE).readsOnly()) {
      assertThat(kind.isIdempotent(Arguments.NONE)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void each_parameter_is_explained_with_an_example(Kind kind) {
    assertThat(kind.about()).endsWith(".").doesNotContain("\n");
    assertThat(kind.parameters()).extracting(Parameter::name).doesNotHaveDuplicates();
    assertThat(kind.parameters())
        .allSatisfy(it -> {
          assertThat(it.about()).as(it.name()).endsWith(".").hasSizeGreaterThan(4);
          assertThat(it.needed() && it.fallback() != null).as(it.name()).isFalse();
        });
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_fallback_is_of_the_type_that_is_said(Kind kind) {
    for (var parameter : kind.parameters()) {
      var fallback = parameter.fallback();
      if (fallback != null && parameter.type() != Parameter.Type.ANYTHING) {
        assertThat(fallback).as(parameter.name()).isInstanceOf(type(parameter));
      }
      if (fallback != null && !parameter.words().isEmpty()) {
        assertThat(parameter.words()).contains(fallback.toString());
      }
    }
  }

  private static Class<?> type(Parameter parameter) {
    return switch (parameter.type()) {
      case TEXT, ADDRESS, EXPRESSION -> String.class;
      case NUMBER -> Number.class;
      case BOOLEAN -> Boolean.class;
      case DURATION -> Duration.class;
      case LIST -> List.class;
      case MAP -> Map.class;
      case ANYTHING -> Object.class;
    };
  }

  static List<Kind> kinds() {
    var others = List.<Kind>of(new HttpKind(() -> new Reach(List.of())), new ShellKind(List::of));
    return Stream.of(PostgresKinds.all(Path.of("files")), RedisKinds.all(), others)
        .flatMap(List::stream)
        .toList();
  }
}
