package dev.muster.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.muster.architecture.Code.CLASSES;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Packages among themselves. */
class PackagesTest {

  /** Compiled for Java 8 and without libraries: it says why nothing else can be started. */
  private static final String LAUNCHER = "dev.muster.launcher";

  @Test
  void no_package_depends_on_itself_through_others() {
    slices().assignedFrom(new EachPackage()).should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void null_is_declared_in_every_package() {
    classes().that().resideOutsideOfPackage(LAUNCHER).should(new BeNullMarked()).check(CLASSES);
  }

  private static final class EachPackage implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass it) {
      return SliceIdentifier.of(it.getPackageName());
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }

  /** Says each package once, however many classes it has. */
  private static final class BeNullMarked extends ArchCondition<JavaClass> {

    private final Set<String> told = new TreeSet<>();

    BeNullMarked() {
      super("be in a package with @NullMarked");
    }

    @Override
    public void check(JavaClass it, ConditionEvents events) {
      var home = it.getPackage();
      if (!home.isAnnotatedWith(NullMarked.class) && told.add(home.getName())) {
        var message = home.getName() + " has no package-info.java with @NullMarked";
        events.add(SimpleConditionEvent.violated(home, message));
      }
    }
  }
}
