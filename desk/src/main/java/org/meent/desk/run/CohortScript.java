// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.meent.linkage.cohort.Cohort;
import org.meent.linkage.cohort.CohortTable;
import org.meent.protocols.AnalysisPlan.Effect;
import org.meent.protocols.Protocol;

/**
 * A script for R or Stata that reads the cohort again and stops unless it finds the same number of
 * rows, persons and rows in each arm, and the same difference in means of every planned effect. It
 * holds those figures, so it stays inside like the cohort itself.
 */
final class CohortScript {
  private final Protocol protocol;
  private final Cohort cohort;
  private final CohortTable table;

  CohortScript(Protocol protocol, Cohort cohort, CohortTable table) {
    this.protocol = protocol;
    this.cohort = cohort;
    this.table = table;
  }

  /** For R; needs the package haven unless the cohort is a CSV file. */
  String r(String file) {
    String read =
        file.endsWith(".csv")
            ? "d <- read.csv(\"%s\", colClasses = c(%s))".formatted(file, codes())
            : "d <- as.data.frame(haven::read_%s(\"%s\"))"
                .formatted(file.substring(file.lastIndexOf('.') + 1), file);
    List<String> lines = new ArrayList<>();
    lines.add("# INSIDE ONLY: this script holds counts that no output checker has seen.");
    lines.add(read);
    lines.add(
        "stopifnot(nrow(d) == %d, length(unique(d$person)) == %d)"
            .formatted(cohort.rows(), cohort.persons()));
    List<String> arms = CohortTable.arms(protocol.cohort());
    for (int i = 0; i < arms.size(); i++) {
      lines.add(
          "stopifnot(sum(d$arm == %d) == %d)  # %s".formatted(i, rows(arms.get(i)), arms.get(i)));
    }
    for (Map.Entry<String, Effect> effect : protocol.analysis().effects().entrySet()) {
      Comparison means = Comparison.of(cohort, effect.getValue());
      lines.add(
          "x <- d[d$arm %%in%% c(%d, %d)%s, ]  # effect %s"
              .formatted(
                  arms.indexOf(effect.getValue().arm()),
                  arms.indexOf(effect.getValue().reference()),
                  among(effect.getValue(), " & d$%s == 1", " & !is.na(d$%s)"),
                  effect.getKey()));
      lines.add("stopifnot(nrow(x) == %d)".formatted(means.rows()));
      if (means.compared()) {
        String y = "x$" + table.nameOf(effect.getValue().outcome());
        lines.add(
            "difference <- %s - %s"
                .formatted(
                    mean(y, arms.indexOf(effect.getValue().arm())),
                    mean(y, arms.indexOf(effect.getValue().reference()))));
        lines.add(
            "stopifnot(abs(difference - (%s)) <= 1e-9 * max(1, abs(difference)))"
                .formatted(number(means.difference())));
        lines.add("cat(\"%s\", difference, \"\\n\")".formatted(effect.getKey()));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /** For Stata. */
  String stata(String file) {
    String read =
        switch (file.substring(file.lastIndexOf('.') + 1)) {
          case "dta" -> "use \"%s\", clear";
          case "csv" -> "import delimited \"%s\", clear case(preserve)";
          default -> "import spss \"%s\", clear";
        };
    List<String> lines = new ArrayList<>();
    lines.add("* INSIDE ONLY: this file holds counts that no output checker has seen.");
    lines.add(read.formatted(file));
    lines.add("assert _N == " + cohort.rows());
    lines.add("egen byte one_of_person = tag(person)");
    lines.add("count if one_of_person");
    lines.add("assert r(N) == " + cohort.persons());
    List<String> arms = CohortTable.arms(protocol.cohort());
    for (int i = 0; i < arms.size(); i++) {
      lines.add("count if arm == %d".formatted(i));
      lines.add("assert r(N) == %d  // %s".formatted(rows(arms.get(i)), arms.get(i)));
    }
    for (Map.Entry<String, Effect> effect : protocol.analysis().effects().entrySet()) {
      Comparison means = Comparison.of(cohort, effect.getValue());
      String among = among(effect.getValue(), " & %s == 1", " & !missing(%s)");
      String y = table.nameOf(effect.getValue().outcome());
      lines.add("* effect " + effect.getKey());
      if (means.compared()) {
        for (String arm : List.of(effect.getValue().arm(), effect.getValue().reference())) {
          lines.add(
              "summarize %s if arm == %d%s%s"
                  .formatted(y, arms.indexOf(arm), among, weighted() ? " [aweight=weight]" : ""));
          lines.add("scalar mean_%d = r(mean)".formatted(arms.indexOf(arm)));
        }
        lines.add(
            "assert abs(mean_%d - mean_%d - (%s)) <= 1e-9 * max(1, abs(%s))"
                .formatted(
                    arms.indexOf(effect.getValue().arm()),
                    arms.indexOf(effect.getValue().reference()),
                    number(means.difference()),
                    number(means.difference())));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private String mean(String y, int arm) {
    return weighted()
        ? "weighted.mean(%s[x$arm == %d], x$weight[x$arm == %d])".formatted(y, arm, arm)
        : "mean(%s[x$arm == %d])".formatted(y, arm);
  }

  private boolean weighted() {
    return !cohort.weights().isEmpty();
  }

  private long rows(String arm) {
    return cohort.arms().stream().filter(arm::equals).count();
  }

  /** Conditions on the rows of an effect: both arms open, demanded covariates known. */
  private String among(Effect effect, String open, String known) {
    StringBuilder conditions = new StringBuilder();
    for (String arm : List.of(effect.arm(), effect.reference())) {
      if (protocol.cohort().treatment().eligible().containsKey(arm)) {
        conditions.append(open.formatted(table.nameOf(CohortTable.openTo(arm))));
      }
    }
    effect.knownOnly().forEach(name -> conditions.append(known.formatted(table.nameOf(name))));
    return conditions.toString();
  }

  /** Columns of codes, which R would otherwise read as numbers. */
  private String codes() {
    return String.join(
        ", ",
        cohort.columns().entrySet().stream()
            .filter(column -> column.getValue() instanceof Cohort.Codes)
            .map(column -> table.nameOf(column.getKey()) + " = \"character\"")
            .toList());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.17g", value);
  }
}
