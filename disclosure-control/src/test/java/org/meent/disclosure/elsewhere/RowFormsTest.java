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
import org.junit.jupiter.params.provider.ValueSource;
import org.meent.disclosure.repair.Change;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.refusal.RefusalException;

/** Files of rows, with and without the records behind them; people and figures are made up. */
class RowFormsTest {
  @TempDir Path folder;

  private Checked check(String text) throws IOException {
    return ElsewhereCheck.under(RuleSet.named("cbs-ra"))
        .of(List.of(file("o.csv", text)))
        .getFirst();
  }

  private Checked check(String text, String records) throws IOException {
    return together(records, text).getFirst();
  }

  private List<Checked> together(String records, String... texts) throws IOException {
    Path[] files = new Path[texts.length];
    for (int i = 0; i < texts.length; i++) {
      files[i] = file("o" + i + ".csv", texts[i]);
    }
    return ElsewhereCheck.under(RuleSet.named("cbs-ra"))
        .with(Records.read(file("records.csv", records)))
        .of(List.of(files));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text.replace(";", "\n") + "\n");
  }

  /** Forty in a, thirty in b, and so many in c; x rises by one, y is 2 x and something. */
  private static String people(int inC) {
    StringBuilder text = new StringBuilder("g,x,y,t,e,k");
    for (int i = 0; i < 70 + inC; i++) {
      String g = i < 40 ? "a" : i < 70 ? "b" : "c";
      int noise = (i * 31) % 17 - 8;
      text.append("\n%s,%d,%d,%d,%d,%d".formatted(g, i, 2 * i + noise, 1 + i % 4, i % 2, i % 3));
    }
    return text.toString();
  }

  private static List<String> codes(Checked checked) {
    return checked.findings().stream().map(finding -> finding.code()).toList();
  }

  private static String verdict(Checked checked) {
    return checked.verdict().name().toLowerCase(Locale.ROOT);
  }

  // Least squares of y on dummies of g, by hand: means of the groups.
  private static String model(int inC) {
    double[] sums = new double[3];
    int[] counts = new int[3];
    for (String line : people(inC).split("\n")) {
      String[] fields = line.split(",", -1);
      int at = "abc".indexOf(fields[0]);
      if (at >= 0) {
        sums[at] += Double.parseDouble(fields[2]);
        counts[at]++;
      }
    }
    String text = "term,estimate,std.error,form,outcome;(Intercept),%s,1,linear,y;gb,%s,1,linear,y";
    double a = sums[0] / counts[0];
    String both = text.formatted(a, sums[1] / counts[1] - a);
    return inC == 0 ? both : both + ";gc,%s,1,linear,y".formatted(sums[2] / counts[2] - a);
  }

  @Test
  void aDummyForOneRecordFailsAndMergingItIsTheRepair() throws IOException {
    Checked checked = check(model(1), people(1));
    assertThat(verdict(checked)).isEqualTo("fail");
    assertThat(codes(checked)).contains("term.few", "model.saturated", "leverage.found");
    assertThat(checked.repairs().getFirst().changes())
        .containsExactly(new Change.Again("g", List.of("b", "c"), "b+c"));
    assertThat(verdict(check(model(20), people(20)))).isEqualTo("pass");
  }

  @Test
  void aModelIsJudgedWithoutRecordsByWhatItsFileStates() throws IOException {
    String head = "term,estimate,std.error,nobs,df,units,patterns,leverage";
    Checked whole = check(head + ";(Intercept),1,1,90,88,90,80,0.1;x,2,1,90,88,90,80,0.1");
    assertThat(verdict(whole)).isEqualTo("review");
    assertThat(codes(whole)).contains("looked.leverage-share").doesNotContain("elsewhere.gap");
    Checked bare = check("term,estimate,std.error,nobs;(Intercept),1,1,90;x,2,1,90");
    assertThat(codes(bare))
        .contains("elsewhere.gap")
        .doesNotContain("looked.leverage-share", "term.pass", "model.not-saturated");
    assertThat(verdict(check("term,estimate;(Intercept),1;x,2"))).isEqualTo("review");
    assertThat(codes(check("term,estimate;(Intercept),1;x,2"))).contains("elsewhere.needed");
    Checked few = check(head + ";(Intercept),1,1,90,88,90,80,0.1;d,2,1,90,88,1,80,0.1");
    assertThat(verdict(few)).isEqualTo("fail");
    Checked perfect = check("term,estimate,nobs,df,r.squared;(Intercept),1,90,88,1;x,2,90,88,1");
    assertThat(codes(perfect)).contains("model.perfect");
  }

  @Test
  void modelsOnNearlyTheSameRecordsFailTogether() throws IOException {
    String model = "term,estimate,nobs,form,outcome;(Intercept),%s,%d,linear,%s";
    String records = people(0).replace("\na,5,", "\na,NA,");
    double all = records.lines().skip(1).mapToDouble(l -> value(l, 2)).average().orElseThrow();
    double some =
        records
            .lines()
            .skip(1)
            .filter(l -> !l.contains("NA"))
            .mapToDouble(l -> value(l, 1))
            .average()
            .orElseThrow();
    List<Checked> both =
        together(records, model.formatted(some, 69, "x"), model.formatted(all, 70, "y"));
    assertThat(both).anyMatch(checked -> codes(checked).contains("differencing.nested"));
    assertThat(verdict(together(records, model.formatted(all, 70, "y")).getFirst()))
        .isEqualTo("pass");
  }

  private static double value(String line, int column) {
    return Double.parseDouble(line.split(",", -1)[column]);
  }

  @Test
  void severalModelsOfAFileAreSeveralOutputs() throws IOException {
    List<Checked> both =
        ElsewhereCheck.under(RuleSet.named("cbs-ra"))
            .of(List.of(file("m.csv", "model,term,estimate,nobs;1,x,2,90;1,z,2,90;2,x,3,90")));
    assertThat(both).extracting(Checked::output).containsExactly("m 1", "m 2");
  }

  @Test
  void stepsOfFewFailAndFewerStepsAreTheRepair() throws IOException {
    StringBuilder records = new StringBuilder("t,e");
    for (int i = 0; i < 120; i++) {
      records.append("\n").append(i < 24 ? 1 + i % 12 : 12).append(',').append(i < 24 ? 1 : 0);
    }
    StringBuilder steps = new StringBuilder("time,n.risk,n.event,estimate,duration,event");
    double survival = 1;
    for (int t = 1; t <= 11; t++) {
      int left = 120 - 2 * (t - 1);
      survival *= 1 - 2.0 / left;
      steps.append(";%d,%d,2,%.4f,t,e".formatted(t, left, survival));
    }
    Checked alone = check(steps.toString());
    assertThat(verdict(alone)).isEqualTo("fail");
    assertThat(codes(alone)).contains("elsewhere.steps");
    Checked known = check(steps.toString(), records.toString());
    assertThat(verdict(known)).isEqualTo("fail");
    assertThat(known.repairs().getFirst().changes().getFirst())
        .isEqualTo(new Change.Steps(List.of("5", "10")));
    assertThat(codes(check("time,survival;6,0.9;12,0.8"))).contains("elsewhere.needed");
  }

  @Test
  void unitsAtRiskRightBeforeATimeTellOfThoseWhoLeftSince() throws IOException {
    // 40 leave without the event at 3, 30 have it at 6, 30 leave at 9, 20 have it at 12.
    String records =
        "t,e" + "\n3,0".repeat(40) + "\n6,1".repeat(30) + "\n9,0".repeat(30) + "\n12,1".repeat(20);
    String shown = "time,n.risk,n.event,survival,duration,event;6,%s,30,0.625,t,e;12,%s,20,0,t,e";
    // summary(survfit(…), times = c(6, 12)) shows 80 and 20 at risk; a life table 120 and 50.
    assertThat(verdict(check(shown.formatted(80, 20), records))).isEqualTo("pass");
    assertThatThrownBy(() -> check(shown.formatted(81, 20), records))
        .isInstanceOf(RefusalException.class);
    String few = records.replaceFirst("\n9,0", "\n6,1").replaceFirst("\n3,0", "\n4,0");
    assertThatThrownBy(() -> check(shown.formatted(80, 20), few))
        .isInstanceOf(RefusalException.class);
  }

  @Test
  void positionsAreCountedAgain() throws IOException {
    String median = "measure,n,median;x,90,%s";
    assertThat(verdict(check(median.formatted("44.5"), people(20)))).isEqualTo("pass");
    assertThatThrownBy(() -> check(median.formatted("48"), people(20)))
        .isInstanceOf(RefusalException.class);
    Checked end = check("measure,point,value,n;x,max,89,90", people(20));
    assertThat(verdict(end)).isEqualTo("fail");
    assertThat(end.repairs().getFirst().changes().getFirst()).isInstanceOf(Change.Round.class);
    Checked rounded = check("measure,point,value,n,rounded_to;x,max,80,90,20", people(20));
    assertThat(verdict(rounded)).isEqualTo("pass");
  }

  @Test
  void withoutTheUnitsAtAValueAnEndPointIsNotJudged() throws IOException {
    Checked end = check("point,value,n;max,89,90");
    assertThat(verdict(end)).isEqualTo("review");
    assertThat(codes(end)).contains("elsewhere.needed");
    assertThat(verdict(check("point,value,n,at;max,89,90,1"))).isEqualTo("fail");
    assertThat(verdict(check("point,value,n,at;max,89,90,12"))).isEqualTo("review");
    assertThat(verdict(check("point,value,n,at;p99,89,90,0"))).isEqualTo("fail");
  }

  @Test
  void tailsOfFewAndEdgesThatAreValuesFail() throws IOException {
    assertThat(verdict(check("lower,upper,count;0,10,40;10,20,3"))).isEqualTo("fail");
    Checked edge = check("measure,lower,upper,count;x,0,50,50;x,50,89,40", people(20));
    assertThat(codes(edge)).contains("edges.value");
    assertThat(edge.repairs().getFirst().changes()).containsExactly(new Change.OpenEdges("x"));
    String open = "measure,lower,upper,count;x,-Inf,50,50;x,50,Inf,40";
    assertThat(verdict(check(open, people(20)))).isEqualTo("pass");
    // R closes bins on the right: 51 values are at most 50.
    String right = "measure,lower,upper,count;x,-Inf,50,51;x,50,Inf,39";
    assertThat(verdict(check(right, people(20)))).isEqualTo("pass");
    assertThatThrownBy(() -> check(right.replace("51", "52"), people(20)))
        .isInstanceOf(RefusalException.class);
  }

  @Test
  void anOddsRatioWithAHiddenZeroFails() throws IOException {
    String head =
        "group,reference,odds_ratio,group_cases,group_others,reference_cases,reference_others";
    assertThat(verdict(check(head + ";b,a,1,20,20,20,20"))).isEqualTo("review");
    assertThat(codes(check(head + ";b,a,Inf,20,0,20,20"))).contains("ratio.zero");
    Checked few = check(head + ";b,a,0.1,2,20,20,20;c,a,1,30,30,20,20");
    assertThat(verdict(few)).isEqualTo("fail");
    assertThat(few.repairs())
        .anyMatch(repair -> repair.changes().getFirst() instanceof Change.Merge);
    String records = people(20).replaceAll("\nb,([0-9]+),([0-9]+),([0-9]+),[01]", "\nb,$1,$2,$3,1");
    Checked zero = check("variable,outcome,case,group,reference,or;g,e,1,b,a,Inf", records);
    assertThat(codes(zero)).contains("ratio.zero");
  }

  @Test
  void oneUnitThatCarriesAMomentIsSeenFromTheRecords() throws IOException {
    StringBuilder records = new StringBuilder("x");
    for (int i = 0; i < 40; i++) {
      records.append('\n').append(i == 0 ? 100_000 : 10 + i % 5);
    }
    Checked checked = check("statistic,of,value,n;kurtosis,x,38.03,40", records.toString());
    assertThat(codes(checked)).contains("statistic.one");
    assertThat(checked.repairs().getFirst().changes()).containsExactly(new Change.TopCode("x", 10));
  }

  @Test
  void giantsAreSeenFromTheRecordsAndByTheIndexItself() throws IOException {
    assertThat(codes(check("n,hhi;40,0.6"))).contains("concentration.bound");
    String records = "x\n100000" + "\n10".repeat(39);
    Checked checked = check("measure,n,gini;x,40,0.97", records);
    assertThat(verdict(checked)).isEqualTo("fail");
    assertThat(checked.repairs().getFirst().changes()).containsExactly(new Change.TopCode("x", 10));
  }

  @Test
  void leavesOfFewFailAndMeansAreComparedWithTheRecords() throws IOException {
    assertThat(verdict(check("leaf,n;1,40;2,3"))).isEqualTo("fail");
    String clusters = "cluster,n,mean_y;0,30,%s;1,30,89;2,30,89";
    String records =
        people(20).replace("g,x,y,t,e,k", "g,x,z,t,e,cluster").replaceAll("(?m)$", ",89");
    String named = records.replaceFirst("cluster,89", "cluster,y");
    assertThat(verdict(check(clusters.formatted("89"), named))).isEqualTo("pass");
    assertThatThrownBy(() -> check(clusters.formatted("88"), named))
        .isInstanceOf(RefusalException.class);
  }

  @Test
  void whatTheGateWantsLeftOutMayBeLeftOut() throws IOException {
    String shown = "measure,point,value,n;x,median,44.5,90;x,max,89,90";
    assertThat(verdict(check(shown, people(20)))).isEqualTo("fail");
    Checked left = check(shown.replace("max,89", "max,."), people(20));
    assertThat(verdict(left)).isEqualTo("pass");
    assertThat(codes(left)).contains("elsewhere.left-out");
    assertThat(codes(check("point,value,n,at;median,44.5,90,0;max,.,90,.")))
        .contains("elsewhere.rows-hidden");
  }

  @Test
  void countsOfOneFileAndMeansOfAnotherAreJudgedTogether() throws IOException {
    String counts = "g,count;a,40;b,.;c,.;Total,73";
    String records = people(3);
    assertThat(verdict(check(counts, records))).isEqualTo("pass");
    List<Checked> both =
        together(records, counts, "measure,g,n,median;x,a,40,19.5;x,b,30,54.5;x,Total,73,36");
    assertThat(both).anyMatch(checked -> verdict(checked).equals("fail"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFFpoint;value;n;at|median;44,5;90;0",
        "point;value;n;at|median;44,5;90;0",
        "point,value,n,at|median,44.5,90,0"
      })
  void filesFromExcelAreRead(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("e.csv"), text.replace("|", "\r\n") + "\r\n");
    Checked checked = ElsewhereCheck.under(RuleSet.named("cbs-ra")).of(List.of(file)).getFirst();
    assertThat(checked.kind()).isEqualTo("positions");
    assertThat(verdict(checked)).isEqualTo("review");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "point | point,value,n;p250,1,40",
        "about | point,value,n,below,at,above;median,1,40,30,20,0",
        "rounded | measure,point,value,rounded_to;x,median,44,20",
        "cell-twice | point,value,n;p50,1,40;median,1,40",
        "amount | point,value,n;median,Inf,40",
        "negative | point,value,n;median,1,-4",
        "edges | lower,upper,count;0,10,40;9,20,30",
        "edges | lower,upper,count;10,0,40",
        "columns | kind,lower,upper,count,colour;bins,0,10,40,red",
        "interval | term,estimate,std.error,nobs;x,1,-1,90",
        "impossible | term,estimate,nobs,leverage;x,1,90,2",
        "cell-twice | term,estimate,nobs;x,1,90;x,2,90",
        "rising | time,n.risk,n.event,estimate;1,40,2,0.95;2,41,2,0.9",
        "events | time,n.risk,n.event,estimate;1,40,41,0",
        "steps | time,n.risk,n.event,n.censor,estimate;1,40,2,3,0.95;2,37,2,0,0.9",
        "times | time,n.risk,n.event,estimate;2,40,2,0.95;1,38,2,0.9",
        "not-those-counts | time,n.risk,n.event,estimate;1,40,2,0.5",
        "itself | group,reference,or;a,a,1",
        "not-those-counts | group,reference,or,group_cases,group_others,reference_cases,reference_others;b,a,7,20,20,20,20",
        "word | statistic,of,value,n;median_test,x,1,40",
        "impossible | statistic,of,by,value,n;correlation,x,y,1.2,40",
        "impossible | statistic,of,value,n,p.value;t,x,1.2,40,1.5",
        "impossible | n,gini;40,1.2",
        "contributors | n,gini,sum,largest,second;40,0.2,100,200,1",
        "unfit | point,value,n,at;p25,1,40,0;median,2,41,0",
        "arms | cluster,n,n_a,n_b;1,40,10,10",
        "impossible | covariate,importance,n,smallest_leaf;x,1,40,0"
      })
  void badFilesAreRefusedBySentence(String code, String text) {
    assertThatThrownBy(
            () -> {
              if (text.contains("rounded_to")) {
                check(text, people(20));
              } else {
                check(text);
              }
            })
        .isInstanceOfSatisfying(
            RefusalException.class,
            refused -> {
              assertThat(refused.refusals().getFirst().code())
                  .isEqualTo("disclosure.elsewhere." + code.strip());
              assertThat(refused.refusals().getFirst().sentence(Locale.of("nl"))).isNotEmpty();
            });
  }
}
