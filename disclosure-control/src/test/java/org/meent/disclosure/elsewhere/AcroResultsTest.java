// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.refusal.RefusalException;

/** Sessions in the form that ACRO 0.4 writes; the figures are made up for the test. */
class AcroResultsTest {
  private static final String RESULTS =
      """
      {"version": "0.4.12", "results": {
        "output_0": {"uid": "output_0", "status": "pass", "type": "table",
          "properties": {"method": "crosstab"},
          "files": [{"name": "%s", "sdc": {"summary": {"suppressed": false, "threshold": 1}}}],
          "outcome": {}, "command": "acro.crosstab(a, b)", "summary": "fail", "timestamp": "t",
          "comments": [], "exception": "please"},
        "output_1": {"uid": "output_1", "status": "pass", "type": "regression",
          "properties": {"method": "ols", "dof": 300},
          "files": [{"name": "output_1_0.csv", "sdc": {}}],
          "outcome": {}, "command": "acro.ols(y, x)", "summary": "pass", "timestamp": "t",
          "comments": [], "exception": ""}}}
      """;

  @TempDir Path folder;

  private List<Checked> check(String results) throws IOException {
    Path file = Files.writeString(folder.resolve("results.json"), results);
    return ElsewhereCheck.under(RuleSet.named("cbs-ra")).of(List.of(file));
  }

  @Test
  void crossTablesAreJudgedByMeentAndTheOthersGoToAPerson() throws IOException {
    Files.writeString(
        folder.resolve("output_0_0.csv"),
        "region,no,yes,All\na,30,40,70\nb,50,3,53\nAll,80,43,123\n");
    Files.writeString(folder.resolve("output_1_0.csv"), "Dep. Variable:,y\nModel:,OLS\n");
    List<Checked> checked = check(RESULTS.formatted("output_0_0.csv"));
    assertThat(checked.getFirst().kind()).isEqualTo("frequency");
    assertThat(checked.getFirst().verdict()).isEqualTo(Verdict.FAIL);
    assertThat(checked.getFirst().made())
        .isEqualTo(new Checked.Made("ACRO 0.4.12", "pass", "acro.crosstab(a, b)", "please"));
    assertThat(checked.getLast().kind()).isEqualTo("ols");
    assertThat(checked.getLast().verdict()).isEqualTo(Verdict.REVIEW);
  }

  @Test
  void aTableOfMeansThatShowsMarkedCellsFails() throws IOException {
    Files.writeString(folder.resolve("output_1_0.csv"), "Dep. Variable:,y\n");
    Files.writeString(folder.resolve("output_0_0.csv"), "region,no,yes\na,30.5,40\nb,50,3.25\n");
    Checked means = check(RESULTS.formatted("output_0_0.csv")).getFirst();
    assertThat(means.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(means.findings()).anyMatch(finding -> finding.code().endsWith("marked-shown"));
  }

  /** One output of a session, as ACRO writes it. */
  private static String output(String type, String method, String summary, String... files) {
    StringBuilder names = new StringBuilder();
    for (String file : files) {
      names.append(names.isEmpty() ? "" : ", ").append("{\"name\": \"" + file + "\", \"sdc\": {}}");
    }
    return """
        {"version": "0.4.12", "results": {
          "output_0": {"uid": "output_0", "status": "review", "type": "%s",
            "properties": {"method": "%s"}, "files": [%s], "outcome": {}, "command": "c",
            "summary": "%s", "timestamp": "t", "comments": [], "exception": ""}}}
        """
        .formatted(type, method, names, summary);
  }

  @Test
  void regressionsAreReadFromTheTablesOfTheirSummary() throws IOException {
    Files.writeString(
        folder.resolve("output_0_0.csv"),
        "Dep. Variable:,income,R-squared:,0.400\nNo. Observations:,90,F-statistic:,7\n"
            + "Df Residuals:,5,BIC:,1\n");
    Files.writeString(
        folder.resolve("output_0_1.csv"),
        ",coef,std err,t,P>|t|,[0.025,0.975]\nconst,1.5,0.1,15,0.000,1.3,1.7\n"
            + "age,0.2,0.1,2,0.046,0.0,0.4\n");
    List<Checked> checked =
        check(output("regression", "ols", "pass", "output_0_0.csv", "output_0_1.csv"));
    assertThat(checked.getLast().kind()).isEqualTo("regression");
    assertThat(checked.getLast().verdict()).isEqualTo(Verdict.FAIL);
    assertThat(checked.getLast().findings()).anyMatch(finding -> finding.code().equals("df.few"));
    assertThat(checked.getFirst().verdict()).isEqualTo(Verdict.REVIEW);
  }

  @Test
  void survivalTablesAndPieChartsAreReadAndPicturesGoToAPerson() throws IOException {
    Files.writeString(
        folder.resolve("output_0_0.csv"),
        "Time,Surv prob,Surv prob SE,num at risk,num events\n1,0.975,0.01,40,1\n2,0.925,0.01,39,2\n");
    Checked survival = check(output("table", "surv_func", "pass", "output_0_0.csv")).getFirst();
    assertThat(survival.kind()).isEqualTo("survival");
    assertThat(survival.verdict()).isEqualTo(Verdict.FAIL);
    String counts = "Pie chart of grant. Categories and counts: {'G': 40, 'N': 3}.";
    Files.writeString(folder.resolve("pie_0.png"), "");
    Checked pie = check(output("pie chart", "pie", counts, "pie_0.png")).getFirst();
    assertThat(pie.kind()).isEqualTo("frequency");
    assertThat(pie.verdict()).isEqualTo(Verdict.FAIL);
    Checked picture = check(output("histogram", "histogram", "", "pie_0.png")).getFirst();
    assertThat(picture.verdict()).isEqualTo(Verdict.REVIEW);
    assertThat(picture.findings()).anyMatch(f -> f.code().equals("elsewhere.picture"));
  }

  @Test
  void noFileOutsideTheSessionIsRead() {
    assertThatThrownBy(() -> check(RESULTS.formatted("../output_0_0.csv")))
        .isInstanceOf(RefusalException.class);
  }

  @Test
  void otherJsonIsRefused() {
    assertThatThrownBy(() -> check("{}")).isInstanceOf(RefusalException.class);
    assertThatThrownBy(() -> check("{\"version\": \"1\", \"results\": {}}"))
        .isInstanceOf(RefusalException.class);
    assertThatThrownBy(() -> check("[1, 2")).isInstanceOf(RefusalException.class);
  }
}
