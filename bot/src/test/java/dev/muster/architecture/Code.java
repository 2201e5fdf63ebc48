package dev.muster.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The compiled classes of all four rooms, without tests; read once. */
final class Code {

  static final String COMMANDS = "dev.muster.commands..";
  static final String RUNBOOKS = "dev.muster.runbooks..";
  static final String INTEGRATIONS = "dev.muster.integrations..";
  static final String BOT = "dev.muster.bot..";
  static final List<String> ROOMS =
      List.of(
          "dev.muster.runbooks",
          "dev.muster.commands",
          "dev.muster.integrations",
          "dev.muster.bot");

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("dev.muster");

  private Code() {}
}
