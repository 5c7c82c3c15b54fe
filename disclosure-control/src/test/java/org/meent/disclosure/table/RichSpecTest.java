// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.disclosure.audit.Verdict;
import org.meent.disclosure.audit.Verifier;
import org.meent.protocols.refusal.RefusalException;

/** Everything a specification can say, protected and then counted and proved again by others. */
class RichSpecTest {
  private static final String[] DIMENSIONS = {
    "{r: [prov, mun], a: div}",
    "{r: {columns: [prov, mun], also: [[area, mun]]}, a: [sec, div]}",
    "{r: {columns: [mun], groups: {North: [M0, M1], Coast: [M1, M2]}}, a: div}",
    "{r: {columns: [mun], tree: tree.csv}, a: div, c: cls}"
  };
  private static final String[] RULES = {
    "rules: {threshold: {minimum: 3, range: 20}}",
    "rules: {threshold: 3, group-disclosure: 80, class-disclosure: true}",
    "rules: {threshold: 2}\nzeros: disclosive\nstructural-zeros: [{r: M0, a: D4}]",
    "measure: x\ncontributor: h\nrules: {p-percent: [5, 12], dominance: [{n: 2, k: 85}]}",
    "measure: x\nweight: w\nrules: {dominance: [{n: 1, k: 60}, {n: 3, k: 90}], threshold: 3}",
    "measure: x\ncontributor: h\n"
        + "rules: {request: {column: asked, code: yes, p-percent: 20, share: 60}, threshold: 2}",
    "weight: w\nrules: {threshold: 3}\nmissing: {codes: [D0], treat: safe}",
    "measure: y\ncontributor: h\nrules: {p-percent: 10, prior-posterior: {p: 10, q: 60}}"
  };
  private static final String[] STANDARDS = {"exact", "interval", "insider"};

  @TempDir Path folder;

  private void records(long seed, int count) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder("prov,mun,area,sec,div,cls,h,x,y,w,asked\n");
    for (int i = 0; i < count; i++) {
      int mun = random.nextInt(5);
      int div = random.nextInt(4);
      String where =
          "P%d,M%d,A%d,S%d,D%d,C%d".formatted(mun / 2, mun, mun % 2, div / 2, div, i % 2);
      long size = (long) Math.exp(7 * random.nextDouble());
      String money = "h%02d,%d.%d,%d".formatted(random.nextInt(count), size, i % 10, size - 60);
      String rest =
          "%d.%d,%s"
              .formatted(1 + random.nextInt(3), 5 * random.nextInt(2), "no yes".split(" ")[i % 2]);
      text.append(where).append(',').append(money).append(',').append(rest).append('\n');
    }
    text.append("P0,M0,A0,S2,D4,C0,h00,0,0,1,no\n".repeat(0));
    Files.writeString(folder.resolve("g.csv"), text);
    Files.writeString(
        folder.resolve("tree.csv"),
        "code,parent\nUp,\nDown,\nM0,Up\nM1,Up\nM2,Down\nDeep,Down\nM3,Deep\nM4,Deep\n");
  }

  private ProtectedTable run(String dimensions, String rest) throws IOException {
    Path spec =
        Files.writeString(
            folder.resolve("spec.yaml"),
            "input: g.csv\ndimensions: " + dimensions + "\n" + rest + "\n");
    return ProtectionJob.read(spec).withEffort(2_000_000).run(folder.resolve("out"));
  }

  @Test
  void whateverIsAskedIsCountedAgainAndProved() throws IOException {
    int proved = 0;
    for (int c = 0; c < 96; c++) {
      records(c, 30 + 11 * (c % 5));
      String rules = RULES[c % 8].replace(", a: D4}", ", a: D3}");
      String standard = STANDARDS[c / 8 % 3];
      String shape = DIMENSIONS[c / 24];
      try {
        ProtectedTable table = run(shape, rules + "\nstandard: " + standard);
        Verdict verdict = Verifier.verify(folder.resolve("out"));
        assertThat(verdict.faults()).as("case " + c).isEmpty();
        assertThat(verdict.primaries()).isEqualTo(table.pattern().primaries().length);
        proved++;
      } catch (RefusalException e) {
        assertThat(e.refusals().getFirst().code())
            .as("case " + c)
            .isIn(
                "disclosure.protect.impossible",
                "disclosure.protect.forced-conflict",
                "disclosure.table.structural-zero");
      }
    }
    System.err.println("proved " + proved);
    assertThat(proved).isGreaterThan(70);
  }
}
