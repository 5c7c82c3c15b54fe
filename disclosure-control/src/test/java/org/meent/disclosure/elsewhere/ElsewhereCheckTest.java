// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.refusal.ExitCode;
import org.meent.protocols.refusal.RefusalException;

/** Files as Stata, R and ACRO write them, good and bad. The figures are made up for the test. */
class ElsewhereCheckTest {
  private static final String SMALL =
      """
      region,work,count
      a,yes,40
      a,no,30
      b,yes,3
      b,no,50
      c,yes,20
      c,no,30
      Total,Total,173
      """;

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Checked check(String text) throws IOException {
    return ElsewhereCheck.under(RuleSet.named("cbs-ra"))
        .of(List.of(file("table.csv", text)))
        .getFirst();
  }

  private Checked checkWithRecords(String text, String records) throws IOException {
    return ElsewhereCheck.under(RuleSet.named("cbs-ra"))
        .with(Records.read(file("records.csv", records)))
        .of(List.of(file("table.csv", text)))
        .getFirst();
  }

  /** Records of these many people in each cell of region by work, incomes all different. */
  private static String records(int... counts) {
    StringBuilder text = new StringBuilder("region,work,income\n");
    int income = 1000;
    for (int k = 0; k < counts.length; k++) {
      for (int n = 0; n < counts[k]; n++) {
        String cell = "abc".charAt(k / 2) + "," + (k % 2 == 0 ? "yes" : "no");
        text.append(cell).append(',').append(income++).append('\n');
      }
    }
    return text.toString();
  }

  private static List<String> codes(Checked checked) {
    return checked.findings().stream().map(finding -> finding.code()).toList();
  }

  @Test
  void countsOfFewFailAndTheRepairsAreTold() throws IOException {
    Checked checked = check(SMALL);
    assertThat(checked.kind()).isEqualTo("frequency");
    assertThat(checked.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(checked.repairs()).hasSize(2);
    assertThat(checked.repairs().getLast().findings().getFirst().sentence(Locale.ENGLISH))
        .contains("region", "b+c", "2 cells fewer");
  }

  @Test
  void withoutRecordsAnOutputIsForReviewAtBest() throws IOException {
    Checked checked = check(SMALL.replace("b,yes,3", "b,yes,13").replace("173", "183"));
    assertThat(checked.verdict()).isEqualTo(Verdict.REVIEW);
    assertThat(codes(checked)).contains("elsewhere.not-measured");
  }

  @Test
  void withTheRecordsAnOutputCanPass() throws IOException {
    Checked checked =
        checkWithRecords(
            SMALL.replace("b,yes,3", "b,yes,13").replace("173", "183"),
            records(40, 30, 13, 50, 20, 30));
    assertThat(checked.verdict()).isEqualTo(Verdict.PASS);
    assertThat(checked.recomputed()).isTrue();
  }

  @Test
  void countsThatTheRecordsDoNotGiveAreRefused() {
    assertThatThrownBy(() -> checkWithRecords(SMALL, records(40, 30, 4, 50, 20, 30)))
        .isInstanceOfSatisfying(
            RefusalException.class,
            refused -> {
              assertThat(refused.exit()).isEqualTo(ExitCode.VERIFICATION_FAILED);
              assertThat(refused.refusals().getFirst().sentence(Locale.ENGLISH))
                  .contains("b / yes", "Total / Total", "174 records");
            });
  }

  @Test
  void whatTheGateWantsLeftOutMayBeLeftOutAlready() throws IOException {
    String marked =
        SMALL
            .replace("b,yes,3", "b,yes,.")
            .replace("b,no,50", "b,no,NA")
            .replace("c,yes,20", "c,yes,.")
            .replace("c,no,30", "c,no,.");
    assertThat(check(marked).verdict()).isEqualTo(Verdict.REVIEW);
    Checked known = checkWithRecords(marked, records(40, 30, 3, 50, 20, 30));
    assertThat(known.verdict()).isEqualTo(Verdict.PASS);
    assertThat(codes(known)).contains("elsewhere.left-out");
  }

  @Test
  void oneMarkInALineComesBack() throws IOException {
    Checked checked =
        check(
            """
            region,count
            a,40
            b,.
            c,30
            Total,73
            """);
    assertThat(checked.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(codes(checked)).contains("elsewhere.comes-back");
  }

  @Test
  void meansGetTheirContributorsFromTheRecords() throws IOException {
    String means =
        """
        region,work,units,mean_income
        a,yes,20,1009.50
        a,no,20,1029.50
        """;
    assertThat(codes(check(means))).contains("elsewhere.gap", "elsewhere.not-measured");
    assertThat(checkWithRecords(means, records(20, 20)).verdict()).isEqualTo(Verdict.PASS);
    // One income of a million among twenty: the largest carries more than half of the cell.
    String giant = records(20, 20).replace("a,yes,1019", "a,yes,1000000");
    Checked dominated = checkWithRecords(means.replace("1009.50", "50958.55"), giant);
    assertThat(dominated.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(dominated.findings())
        .anyMatch(finding -> finding.rule().equals(RuleSet.DOMINANCE_1));
    assertThatThrownBy(() -> checkWithRecords(means.replace("1029.50", "1029.60"), records(20, 20)))
        .isInstanceOf(RefusalException.class);
  }

  @Test
  void evidenceBesideATableIsUsed() throws IOException {
    Path table = file("means.csv", "region,units,sum_income\na,20,20000\nb,30,30000\n");
    Path evidence = file("evidence.csv", "region,largest,second\na,15000,400\nb,1500,1400\n");
    Checked checked =
        ElsewhereCheck.under(RuleSet.named("cbs-ra"))
            .withEvidence(evidence)
            .of(List.of(table))
            .getFirst();
    assertThat(checked.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(codes(checked)).contains("elsewhere.must-go").doesNotContain("elsewhere.gap");
  }

  @Test
  void effectsAndFlowsAreTypedToo() throws IOException {
    Checked effects =
        check(
            """
            arm,region,estimate,std.error,treated,controls,df
            work,Total,10.5,3,60,70,126
            work,a,11,4,30,40,66
            work,b,10,4,30,30,56
            """);
    assertThat(effects.kind()).isEqualTo("estimates");
    assertThat(effects.verdict()).isEqualTo(Verdict.REVIEW);
    Checked flow =
        check(
            """
            track,step,part,reason,count
            persons,read,in,,100
            persons,read,lost,no key,3
            persons,read,out,,97
            """);
    assertThat(flow.kind()).isEqualTo("flow");
    assertThat(flow.verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void filesAreJudgedTogether() throws IOException {
    Path first = file("first.csv", "region,population,count\na,all,40\nb,all,50\n");
    Path second =
        file("second.csv", "region,population,within,count\na,some,all,37\nb,some,all,50\n");
    List<Checked> both = ElsewhereCheck.under(RuleSet.named("cbs-ra")).of(List.of(first, second));
    assertThat(both).anyMatch(checked -> checked.verdict() == Verdict.FAIL);
  }

  /** {@code write.csv2} of R: semicolons, every text in quotes, decimal commas. */
  @Test
  void aFileOfRWithSemicolonsIsRead() throws IOException {
    Checked checked =
        ElsewhereCheck.under(RuleSet.named("cbs-ra"))
            .of(List.of(file("r.csv", "\"region\";\"count\"\n\"a; b\";40\n\"c\";50\n")))
            .getFirst();
    assertThat(checked.kind()).isEqualTo("frequency");
  }

  /** What is not there is missed by what it was to be. */
  @Test
  void aFileThatIsNotThereHasASentenceOfItsOwn() throws IOException {
    Path there = file("there.csv", "region,count\na,40\n");
    Path missing = there.resolveSibling("missing.csv");
    ElsewhereCheck check = ElsewhereCheck.under(RuleSet.named("cbs-ra"));
    assertThatThrownBy(() -> check.of(List.of(missing))).hasMessageContaining("an output to check");
    assertThatThrownBy(() -> check.of(List.of(there.resolveSibling("results.json"))))
        .hasMessageContaining("an output to check");
    assertThatThrownBy(() -> check.withEvidence(missing).of(List.of(there)))
        .hasMessageContaining("--evidence");
    assertThatThrownBy(() -> Records.read(missing)).hasMessageContaining("--data");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "disclosure.elsewhere.not-additive | region,count;a,40;b,50;Total,91",
        "disclosure.elsewhere.kind | region,kind,count;a,frequenzy,40",
        "disclosure.elsewhere.no-form | region,mode;a,40",
        "disclosure.csv.ragged | region,count;a,40,1",
        "disclosure.csv.empty | ",
        "disclosure.elsewhere.rows | region,count",
        "disclosure.elsewhere.cell-twice | region,count;a,40;a,40",
        "disclosure.elsewhere.negative | region,count;a,-4",
        "disclosure.elsewhere.count | region,count;a,4.5",
        "disclosure.elsewhere.only-totals | region,count;Total,40",
        "disclosure.elsewhere.dimensions | kind,a,b,c,count;frequency,1,2,3,4",
        "disclosure.elsewhere.free | region,population,count;a,x,40;b,y,50",
        "disclosure.elsewhere.contributors | region,units,sum,largest;a,20,100,200",
        "disclosure.elsewhere.flow | track,step,part,count;t,s,in,100;t,s,out,97",
        "disclosure.elsewhere.part | track,step,part,count;t,s,on,100",
        "disclosure.elsewhere.interval | arm,estimate,treated,controls,lower,upper;w,1,20,20,3,2"
      })
  void badFilesAreRefusedBySentence(String code, String lines) {
    String text = lines == null ? "" : lines.strip().replace(";", "\n") + "\n";
    assertThatThrownBy(() -> check(text))
        .isInstanceOfSatisfying(
            RefusalException.class,
            refused -> {
              assertThat(refused.exit()).isEqualTo(ExitCode.BAD_INPUT);
              assertThat(refused.refusals().getFirst().code()).isEqualTo(code.strip());
              assertThat(refused.refusals().getFirst().sentence(Locale.of("nl"))).isNotEmpty();
            });
  }
}
