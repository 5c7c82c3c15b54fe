// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meent.desk.house.fixture.gate.Passport;
import org.meent.disclosure.gate.Releasable;
import org.meent.ethics.Mandate;

/** The rules of the house hold for our classes, and bite on bad ones. */
final class HouseRulesTest {
  private static final String FIXTURE = "org.meent.desk.house.fixture";

  private static JavaClasses ours;
  private static JavaClasses bad;
  private static ForbiddenApis forbidden;

  @BeforeAll
  static void read() throws IOException {
    ours =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("org.meent");
    bad = new ClassFileImporter().importPackages(FIXTURE);
    forbidden =
        ForbiddenApis.read(
            Path.of(System.getProperty("meent.root"), "config", "forbidden-apis.txt"));
  }

  static List<String> floors() {
    return HouseRules.FLOORS;
  }

  @ParameterizedTest
  @MethodSource("floors")
  void arrowsPointDown(String floor) {
    HouseRules.arrowsPointDown("org.meent", floor).check(ours);
  }

  @Test
  void anArrowThatPointsUpIsSeen() {
    bites(HouseRules.arrowsPointDown(FIXTURE + ".floors", "linkage"));
  }

  @Test
  void onlyEthicsMakesAMandate() {
    HouseRules.madeOnlyBy(Mandate.class, "org.meent.ethics..").check(ours);
    HouseRules.noPublicConstructor(Mandate.class).check(ours);
  }

  @Test
  void onlyTheGateMakesAReleasable() {
    HouseRules.madeOnlyBy(Releasable.class, "org.meent.disclosure.gate").check(ours);
    HouseRules.noPublicConstructor(Releasable.class).check(ours);
  }

  @Test
  void aForgedProofIsSeen() {
    bites(HouseRules.madeOnlyBy(Passport.class, FIXTURE + ".gate"));
    bites(HouseRules.noPublicConstructor(Passport.class));
  }

  /**
   * Who checks a protection shares no code with who made it, and the verifier none with anybody.
   */
  @Test
  void theVerifiersStandAlone() {
    HouseRules.standsAlone("org.meent.disclosure.verify").check(ours);
    HouseRules.standsAlone("org.meent.disclosure.recount", "tools.jackson..", "org.snakeyaml..")
        .check(ours);
  }

  @Test
  void aPackageThatLeansOnAnotherIsSeen() {
    bites(HouseRules.standsAlone(FIXTURE + ".floors.linkage"));
  }

  /** What leaves is written by desk.release; the others write inside, each for one stated thing. */
  @Test
  void filesAreWrittenOnlyWhereItIsWrittenDown() {
    HouseRules.writtenOnlyBy(
            "org.meent.desk.release", // release requests: what may leave
            "org.meent.desk.run", // stages of a run, inside
            "org.meent.desk.command", // files that a user names with --out, inside
            "org.meent.ethics..", // approvals, keys and the transparency log
            "org.meent.linkage.format..", // convert, inside
            "org.meent.linkage.engine.duckdb", // the spill folder
            "org.meent.linkage.match", // link on files of one's own, inside
            "org.meent.linkage.pairing", // a linkage in a study, deleted after it
            "org.meent.linkage.world.tree", // a world of people who do not exist
            "org.meent.models.forest", // fit on files of one's own, inside
            "org.meent.disclosure.table", // protect on files of one's own, inside
            "org.meent.disclosure.ledger") // what was really let out
        .check(ours);
  }

  @Test
  void aFileWrittenElsewhereIsSeen() {
    bites(HouseRules.writtenOnlyBy("org.meent.desk.release"));
  }

  @Test
  void nothingForbiddenIsCalled() {
    assertThat(forbidden.violations(ours)).isEmpty();
  }

  @Test
  void forbiddenCallsAreSeen() {
    assertThat(forbidden.violations(bad))
        .anyMatch(line -> line.contains("nothing opens a network connection"))
        .anyMatch(line -> line.contains("time comes in as a parameter"))
        .anyMatch(line -> line.contains("needs a native BLAS"));
  }

  private static void bites(ArchRule rule) {
    assertThat(rule.evaluate(bad).hasViolation()).as(rule.getDescription()).isTrue();
  }
}
