package dev.muster.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.muster.architecture.Code.CLASSES;
import static dev.muster.architecture.Code.COMMANDS;
import static dev.muster.architecture.Code.RUNBOOKS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** What no class does. */
class BansTest {

  /** Each is a reading of the system's clock, whatever it is called on. */
  private static final Set<String> CLOCKS =
      Set.of("now", "currentTimeMillis", "system", "systemUTC", "systemDefaultZone");

  private static final Set<String> EMPTY_NAMES =
      Set.of("Impl", "Manager", "Helper", "Helpers", "Util", "Utils");

  @Test
  void rules_are_told_the_time() {
    noClasses()
        .that()
        .resideInAnyPackage(COMMANDS, RUNBOOKS)
        .should()
        .accessTargetWhere(readsTheClock())
        .because("time is injected as InstantSource, so that tests can move it")
        .check(CLASSES);
  }

  @Test
  void names_say_what_a_class_is() {
    for (var ending : EMPTY_NAMES) {
      classes().should().haveSimpleNameNotEndingWith(ending).check(CLASSES);
    }
  }

  @Test
  void loggers_belong_to_their_class() {
    fields()
        .that()
        .haveRawType(Logger.class)
        .should()
        .bePrivate()
        .andShould()
        .beStatic()
        .andShould()
        .beFinal()
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaAccess<?>> readsTheClock() {
    return describe(
        "reads the system's clock",
        access -> {
          var owner = access.getTargetOwner();
          var isOfTime =
              owner.getPackageName().startsWith("java.time") || owner.isEquivalentTo(System.class);
          return isOfTime && CLOCKS.contains(access.getTarget().getName());
        });
  }
}
