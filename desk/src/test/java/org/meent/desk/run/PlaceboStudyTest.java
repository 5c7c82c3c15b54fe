// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meent.disclosure.output.Estimate;
import org.meent.ethics.Approval.Decision;
import org.meent.ethics.ApprovalRegister;
import org.meent.ethics.Approvals;
import org.meent.ethics.Role;
import org.meent.ethics.signature.SigningKey;
import org.meent.linkage.design.PlaceboStudy;
import org.meent.linkage.design.PlaceboStudy.Scheme;
import org.meent.linkage.design.PlaceboWorld;
import org.meent.models.study.EffectResult;
import org.meent.models.study.ExitResult;
import org.meent.models.survival.CurvePoint;
import org.meent.models.survival.ExitCurves;
import org.meent.protocols.Protocol;
import org.meent.protocols.ProtocolFile;

/** An arm that does nothing, through a whole run from files to effects, under each design. */
class PlaceboStudyTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NAIVE")
  void aDesignFindsNothing(Scheme scheme) throws IOException {
    for (String effect : List.of("exit", "work")) {
      assertThat(z(1, scheme, effect)).as(effect).isBetween(-3.0, 3.0);
    }
    CurvePoint last = leftForWork(scheme);
    assertThat(last.se()).isPositive();
    assertThat(last.value() / last.se()).isBetween(-3.0, 3.0);
  }

  @Test
  void hindsightFindsThatThePlaceboKeepsPeople() throws IOException {
    assertThat(z(1, Scheme.NAIVE, "exit")).isLessThan(-5);
    assertThat(leftForWork(Scheme.NAIVE).bandUpper()).isNegative();
  }

  /** Curves leave as a table, effects with what they say of harm, and the report shows both. */
  @Test
  void whatIsKnownOfLeavingLeavesWithTheEffects() throws IOException {
    z(1, Scheme.LANDMARK, "exit");
    Path study = folder.resolve(Scheme.LANDMARK.name());
    try (var files = Files.walk(study)) {
      List<Path> all = files.toList();
      List<String> curves = Files.readAllLines(named(all, "leaving.csv"));
      assertThat(curves.getFirst())
          .isEqualTo("curve,exit,time,at_risk,value,band_lower,band_upper");
      assertThat(curves)
          .anyMatch(line -> line.startsWith("placebo,work,12,"))
          .anyMatch(line -> line.startsWith("difference,work,12,,"))
          .anyMatch(line -> line.startsWith("months gained,work,12,,"));
      assertThat(Files.readString(named(all, "findings.json")))
          .contains("exit-left-without-income", "exit-left-returned", "work-left-returned");
      assertThat(Files.readString(named(all, "report-nl.html")))
          .contains("Mogelijke schade naast exit", "Gewonnen maanden binnen 12 maanden");
      assertThat(Files.readString(named(all, "explanation-en.html"))).contains("work, placebo");
    }
  }

  private static Path named(List<Path> files, String name) {
    return files.stream().filter(file -> file.endsWith(name)).findFirst().orElseThrow();
  }

  /** The share that has left for work by the last month, arm less reference. */
  private CurvePoint leftForWork(Scheme scheme) throws IOException {
    try (var runs = Files.walk(folder.resolve(scheme.name()))) {
      Path written = runs.filter(path -> path.endsWith("exits.json")).findFirst().orElseThrow();
      ExitResult left =
          Objects.requireNonNull(
              ExitsFile.read(Objects.requireNonNull(written.getParent())).get("left"));
      ExitCurves curves = ((ExitResult.Estimated) left.outcome()).curves();
      assertThat(left.kinds()).containsExactly("work", "without-income");
      // Nobody in this world leaves without work.
      assertThat(curves.exits().getLast().arm()).allMatch(point -> point.value() == 0);
      return curves.exits().getFirst().difference().getLast();
    }
  }

  /** Differences within strata, pooled by the persons of both arms in each, in standard errors. */
  private double z(long seed, Scheme scheme, String effect) throws IOException {
    Path study = folder.resolve(scheme.name());
    if (!Files.exists(study)) {
      run(PlaceboStudy.of(PlaceboWorld.draw(seed, 2_000, 36), scheme), study);
    }
    try (var runs = Files.walk(study)) {
      Path effects = runs.filter(path -> path.endsWith("effects.json")).findFirst().orElseThrow();
      EffectResult result =
          Objects.requireNonNull(
              EffectsFile.read(Objects.requireNonNull(effects.getParent())).get(effect));
      double sum = 0;
      double squares = 0;
      for (Estimate row : result.rows()) {
        if (!row.group().isEmpty() && row.result() instanceof Estimate.Estimated figures) {
          double share = 1 / (1.0 / row.evidence().treated() + 1.0 / row.evidence().controls());
          sum += share * figures.value();
          squares += Math.pow(share * figures.standardError(), 2);
        }
      }
      return sum / Math.sqrt(squares);
    }
  }

  private void run(PlaceboStudy files, Path study) throws IOException {
    Files.createDirectories(study);
    for (var file : files.files().entrySet()) {
      Files.writeString(study.resolve(file.getKey()), file.getValue());
    }
    Protocol protocol = ProtocolFile.read(study);
    LocalDate day = LocalDate.of(2026, 11, 22);
    for (Role role : ApprovalRegister.DECIDING) {
      Path key = StudyCopy.EXAMPLES.resolve("keys/" + role.label() + ".p12");
      Approvals.sign(
          study,
          protocol,
          new Approvals.Draft(
              role, Decision.APPROVE, List.of(), "a test", day.minusDays(1), day.plusYears(1)),
          SigningKey.open(key, SigningKey.DEMONSTRATION_PASS_PHRASE.toCharArray()));
    }
    Clock clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    StudyRun.of(
        new StudyRun.Settings(study, folder.resolve("home"), "java", 1, clock),
        (moment, stage) -> {});
  }
}
