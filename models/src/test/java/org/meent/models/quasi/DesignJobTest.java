// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.quasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.models.check.Criteria;
import org.meent.models.check.GateResult.Verdict;
import org.meent.models.forest.FitColumns;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.run.RandomStream;

/** Designs on files, each good, each with its gate tripped, and files that cannot carry them. */
final class DesignJobTest {
  @TempDir Path folder;

  private DesignResult run(String text, FitDesign design) throws IOException {
    Path data = Files.writeString(folder.resolve("data.csv"), text);
    return new DesignJob(FitColumns.of(data, "w", "y"), design, Criteria.shipped()).run();
  }

  /** 60 units, 6 periods; a third starts in period 3, a third in 4; the effect is 2. */
  private static List<String> panel(double drift) {
    List<String> lines = new ArrayList<>();
    for (int u = 0; u < 60; u++) {
      int start = u % 3 == 0 ? 9999 : u % 3 == 1 ? 2013 : 2014;
      for (int t = 2010; t < 2016; t++) {
        RandomStream random = RandomStream.of(41, "panel", u, t);
        boolean on = t >= start;
        double y = u % 7 + 0.5 * t + (on ? 2 : 0) + 0.3 * random.nextGaussian();
        y += start == 9999 ? 0 : drift * (t - 2010);
        lines.add("u" + u + "," + t + "," + (on ? 1 : 0) + "," + y);
      }
    }
    return lines;
  }

  private static String text(List<String> lines) {
    return "who,when,w,y\n" + String.join("\n", lines) + "\n";
  }

  @Test
  void startersAreComparedWithThoseWhoHaveNotStarted() throws IOException {
    FitDesign design = new FitDesign.Panel("who", "when");
    DesignResult found = run(text(panel(0)), design);
    assertThat(found.estimand()).isEqualTo("att");
    assertThat(found.estimates().getFirst().value()).isCloseTo(2, within(0.2));
    assertThat(found.gates().getFirst().verdict()).isEqualTo(Verdict.PASSED);
    DesignResult drifting = run(text(panel(0.5)), design);
    assertThat(drifting.gates().getFirst().verdict()).isEqualTo(Verdict.WARNED);
    assertThat(run(text(panel(0).reversed()), design).estimates()).isEqualTo(found.estimates());
  }

  @Test
  void aCutoffWithFewValuesAndAnInstrumentThatIsTheTreatmentAreRefused() {
    StringBuilder few = new StringBuilder("x,w,y,z\n");
    StringBuilder same = new StringBuilder("x,w,y,z\n");
    StringBuilder fixed = new StringBuilder("x,w,y,z\n");
    for (int i = 0; i < 200; i++) {
      RandomStream random = RandomStream.of(43, "few", i);
      int x = random.nextInt(5) - 2;
      int w = x >= 0 ? 1 : 0;
      double y = w + random.nextGaussian();
      few.append(x + "," + w + "," + y + "," + w + "\n");
      same.append(random.nextGaussian() + "," + w + "," + y + "," + w + "\n");
      fixed.append(random.nextGaussian() + "," + w + ",3," + w + "\n");
    }
    assertThatThrownBy(() -> run(few.toString(), new FitDesign.Cutoff("x", 0, 0)))
        .hasMessageContaining("found 2 (where: running)");
    assertThatThrownBy(() -> run(same.toString(), new FitDesign.Instrument("z")))
        .hasMessageContaining("the treatment of every row");
    assertThatThrownBy(() -> run(fixed.toString(), new FitDesign.Cutoff("x", 0, 0)))
        .hasMessageContaining("outcome that differs");
  }

  @Test
  void aPanelWithHolesIsRefused() throws IOException {
    List<String> lines = panel(0);
    refused("models.quasi.period-missing", lines.subList(0, lines.size() - 1));
    List<String> twice = new ArrayList<>(lines);
    twice.add(lines.getFirst());
    refused("models.quasi.period-twice", twice);
    List<String> ends = new ArrayList<>(lines);
    ends.set(11, lines.get(11).replaceAll(",1,", ",0,"));
    refused("models.quasi.treatment-ends", ends);
    refused(
        "models.quasi.two-values", lines.stream().map(l -> l.replaceAll(",1,", ",0,")).toList());
  }

  private void refused(String code, List<String> lines) {
    assertThatThrownBy(() -> run(text(lines), new FitDesign.Panel("who", "when")))
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> assertThat(e.refusals().getFirst().code()).isEqualTo(code));
  }

  private static String instrument(double strength) {
    StringBuilder text = new StringBuilder("z,w,y,x\n");
    for (int i = 0; i < 800; i++) {
      RandomStream random = RandomStream.of(42, "instrument", i);
      double hidden = random.nextGaussian();
      int z = random.nextInt(2);
      double x = random.nextGaussian();
      int w = strength * z + hidden + 0.5 * x > strength / 2 ? 1 : 0;
      double y = 1.5 * w + hidden + x + 0.5 * random.nextGaussian();
      text.append(z + "," + w + "," + y + "," + x + "\n");
    }
    return text.toString();
  }

  @Test
  void anInstrumentSaysForWhomAndHowSure() throws IOException {
    DesignResult found = run(instrument(1.5), new FitDesign.Instrument("z"));
    assertThat(found.estimand()).isEqualTo("late");
    DesignResult.Line robust = found.estimates().getFirst();
    assertThat(robust.lower()).isLessThan(1.5);
    assertThat(robust.upper()).isGreaterThan(1.5);
    assertThat(found.gates().getFirst().verdict()).isEqualTo(Verdict.PASSED);
    DesignResult weak = run(instrument(0.02), new FitDesign.Instrument("z"));
    assertThat(weak.gates().getFirst().verdict()).isEqualTo(Verdict.WARNED);
  }

  private static String cutoff(boolean chosen) {
    StringBuilder text = new StringBuilder("age,w,y\n");
    for (int i = 0; i < 1500; i++) {
      RandomStream random = RandomStream.of(43, "cutoff", i);
      double age = 50 + 10 * (random.nextDouble() - 0.5);
      age = chosen && age < 50 && age > 49 && i % 4 > 0 ? 100 - age : age;
      int w = age >= 50 ? 1 : 0;
      double y = 0.3 * (age - 50) + 2 * w + random.nextGaussian();
      text.append(age + "," + w + "," + y + "\n");
    }
    return text.toString();
  }

  @Test
  void aCutoffGivesAnEffectThereAndADensityTest() throws IOException {
    FitDesign design = new FitDesign.Cutoff("age", 50, 0);
    DesignResult found = run(cutoff(false), design);
    assertThat(found.estimand()).isEqualTo("late-at-cutoff");
    assertThat(found.estimates().getFirst().lower()).isLessThan(2);
    assertThat(found.estimates().getFirst().upper()).isGreaterThan(2);
    assertThat(found.gates()).allMatch(gate -> gate.verdict() == Verdict.PASSED);
    DesignResult chosen = run(cutoff(true), design);
    assertThat(chosen.gates().getFirst().verdict()).isEqualTo(Verdict.WARNED);
  }
}
