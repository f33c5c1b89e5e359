package io.tongqi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.function.Function;

/** The rules of the house that hold between packages. */
@AnalyzeClasses(packages = "io.tongqi", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule shouldKeepSparkOutOfPureCode =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.tongqi.calendar..",
              "io.tongqi.statistics..",
              "io.tongqi.comparison..",
              "io.tongqi.coverage..",
              "io.tongqi.domain..",
              "io.tongqi.faults..",
              "io.tongqi.reference..",
              "io.tongqi.report..",
              "io.tongqi.settings..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.spark..");

  @ArchTest
  static final ArchRule shouldTouchDeltaInTablesOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.tongqi.tables..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.delta..", "org.apache.spark.sql.delta..");

  @ArchTest
  static final ArchRule shouldHaveNoCyclesOfPackages =
      slices().assignedFrom(slice("packages", JavaClass::getPackageName)).should().beFreeOfCycles();

  @ArchTest
  static final ArchRule shouldHaveNoCyclesOfFiles =
      slices().assignedFrom(slice("files", it -> file(it).getName())).should().beFreeOfCycles();

  @ArchTest
  static final ArchRule shouldReadTheClockInCommandsOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.tongqi.command..")
          .should()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now", java.time.ZoneId.class)
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  private static SliceAssignment slice(String what, Function<JavaClass, String> name) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return SliceIdentifier.of(name.apply(type));
      }

      @Override
      public String getDescription() {
        return what;
      }
    };
  }

  /** The class of the file; of a class that a sealed one permits, which name each other, that. */
  private static JavaClass file(JavaClass type) {
    JavaClass outermost = type.getEnclosingClass().map(ArchitectureTest::file).orElse(type);
    return outermost.getRawInterfaces().stream()
        .filter(it -> it.reflect().isSealed())
        .findFirst()
        .orElse(outermost);
  }
}
