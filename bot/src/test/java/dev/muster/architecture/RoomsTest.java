package dev.muster.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.muster.architecture.Code.BOT;
import static dev.muster.architecture.Code.CLASSES;
import static dev.muster.architecture.Code.COMMANDS;
import static dev.muster.architecture.Code.INTEGRATIONS;
import static dev.muster.architecture.Code.ROOMS;
import static dev.muster.architecture.Code.RUNBOOKS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatchers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Four rooms, one direction, and what each of them may know. */
class RoomsTest {

  private static final String JDK = "java..";

  /** Ways of the JDK to the outside world, which is another room's. */
  private static final PackageMatchers OUTSIDE =
      PackageMatchers.of("java.sql..", "java.net.http..", "java.rmi..", "java.awt..");

  private static final List<String> OF_THE_DOMAIN =
      List.of("org.jspecify..", "org.slf4j..", "com.google.re2j..", "org.apache.commons.text..");

  /** What the language of the runbooks is read with besides; CEL takes Guava's collections. */
  private static final List<String> OF_THE_LANGUAGE =
      List.of("org.snakeyaml", "dev.cel", "com.google.common", "com.cronutils");

  private static final String[] SQL = {
    "org.jdbi..",
    "java.sql..",
    "com.github.kagkarlsson..",
    "com.zaxxer..",
    "org.flywaydb..",
    "org.postgresql.."
  };

  @Test
  void every_room_is_looked_at() {
    for (var room : ROOMS) {
      assertThat(CLASSES.containPackage(room)).as(room).isTrue();
    }
  }

  @Test
  void each_room_knows_only_those_before_it() {
    noClasses()
        .that()
        .resideInAPackage(INTEGRATIONS)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(BOT)
        .check(CLASSES);
    classes()
        .that()
        .resideInAPackage(COMMANDS)
        .should()
        .onlyDependOnClassesThat(areOf(COMMANDS, RUNBOOKS))
        .check(CLASSES);
    classes()
        .that()
        .resideInAPackage(RUNBOOKS)
        .should()
        .onlyDependOnClassesThat(areOf(RUNBOOKS).or(isOfAny(OF_THE_LANGUAGE)))
        .check(CLASSES);
  }

  @Test
  void an_adapter_never_knows_another() {
    for (var one : adapters()) {
      noClasses()
          .that()
          .resideInAPackage(one + "..")
          .should()
          .dependOnClassesThat(
              isOfAny(adapters().stream().filter(other -> !other.equals(one)).toList()))
          .check(CLASSES);
    }
  }

  @Test
  void only_the_web_packages_serve_http() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.muster.bot",
            "dev.muster.bot.http..",
            "dev.muster.bot.health..",
            "dev.muster.bot.api..",
            "dev.muster.bot.page..",
            "dev.muster.bot.login..",
            "dev.muster.bot.console..",
            "dev.muster.bot.chat..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.vertx..")
        .check(CLASSES);
  }

  @Test
  void only_the_store_speaks_sql() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.muster.integrations.postgres..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(SQL)
        .check(CLASSES);
  }

  /** The rooms given, the JDK, and the libraries that rules may be written with. */
  private static DescribedPredicate<JavaClass> areOf(String... rooms) {
    var allowed =
        Stream.of(List.of(JDK), OF_THE_DOMAIN, List.of(rooms)).flatMap(List::stream).toList();
    var inside = PackageMatchers.of(allowed);
    return describe(
        "are of " + String.join(", ", allowed) + " without a way outside",
        it -> {
          var type = it.getBaseComponentType();
          var home = type.getPackageName();
          return type.isPrimitive() || (inside.test(home) && !OUTSIDE.test(home));
        });
  }

  private static List<String> adapters() {
    var root = CLASSES.getPackage("dev.muster.integrations");
    var adapters = root.getSubpackages().stream().map(it -> it.getName()).sorted().toList();
    assertThat(adapters).contains("dev.muster.integrations.postgres");
    return adapters;
  }

  private static DescribedPredicate<JavaClass> isOfAny(List<String> packages) {
    return describe(
        "are of " + String.join(", ", packages),
        it ->
            packages.stream()
                .anyMatch(one -> isIn(it.getBaseComponentType().getPackageName(), one)));
  }

  private static boolean isIn(String name, String adapter) {
    return name.equals(adapter) || name.startsWith(adapter + ".");
  }
}
