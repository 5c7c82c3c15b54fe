// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meent.models.further.FurtherQuestions;
import org.meent.models.further.FurtherQuestions.RecordErrors;
import org.meent.models.further.PolicyQuestion;
import org.meent.models.measurement.Reliability;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import picocli.CommandLine.Option;

/** Options of {@code fit} that ask more than averages. */
final class FitFurtherOptions {
  private static final String UNKNOWN = "=unknown";

  @Option(
      names = "--exit-month",
      paramLabel = "c",
      description = "Column of the months until the exit, or until the end of observation.")
  private @Nullable String exitMonth;

  @Option(
      names = "--exit-kind",
      paramLabel = "c",
      description =
          "Column of the kind of exit (work, other benefit, without income ...); empty = still"
              + " there. All kinds are shown, not only the hoped for.")
  private @Nullable String exitKind;

  @Option(
      names = "--horizon",
      paramLabel = "months",
      defaultValue = "24",
      description = "Last month of the curves of exits (default: 24).")
  private int horizon = 24;

  @Option(
      names = "--policy",
      split = ",",
      paramLabel = "a,b",
      description = "Covariates that a rule of which support for whom may ask.")
  private List<String> policy = List.of();

  @Option(
      names = "--policy-depth",
      paramLabel = "1|2|3",
      defaultValue = "2",
      description = "Levels of questions of the rule (default: 2).")
  private int depth = 2;

  @Option(
      names = "--smallest-leaf",
      paramLabel = "n",
      defaultValue = "30",
      description = "Rows that every end of the rule must hold (default: 30).")
  private int smallestLeaf = 30;

  @Option(
      names = "--cost",
      split = ",",
      paramLabel = "arm=n",
      description = "What an arm costs, in units of the outcome.")
  private List<String> cost = List.of();

  @Option(
      names = "--room",
      split = ",",
      paramLabel = "arm=share",
      description = "The largest share of people that an arm has room for.")
  private List<String> room = List.of();

  @Option(
      names = "--preference",
      paramLabel = "c",
      description = "Column of the arm that people wanted; the rule is compared with it.")
  private @Nullable String preference;

  @Option(
      names = "--protected",
      split = ",",
      paramLabel = "a,b",
      description = "Columns that a rule never asks, and that effects and rule are tested on.")
  private List<String> protectedColumns = List.of();

  @Option(
      names = "--reliability",
      split = ",",
      paramLabel = "x=0.7",
      description =
          "Covariates measured with error, and the share of their variance that is none; unknown"
              + " shows a grid.")
  private List<String> reliability = List.of();

  @Option(
      names = "--misclassified",
      split = ",",
      paramLabel = "a,b",
      description =
          "Columns that may be recorded wrongly: the treatment, an outcome of 0 and 1, covariates"
              + " of two values. A grid of rates shows what that would do to the effect.")
  private List<String> misclassified = List.of();

  @Option(
      names = "--other-learners",
      description =
          "Learn effects per row by a DR- and an R-learner too: do they see the same pattern?")
  private boolean otherLearners;

  @Option(
      names = "--rater",
      paramLabel = "c",
      description = "Column of who scored or recorded a person: people of one are alike.")
  private @Nullable String rater;

  /** What was asked; covariates must then be named, so that none of these columns is one. */
  Optional<FurtherQuestions> questions(boolean covariatesNamed) {
    FurtherQuestions asked =
        new FurtherQuestions(
            exits(), rule(), protectedColumns, reliabilities(), errors(), otherLearners);
    if (!asked.any()) {
      return Optional.empty();
    }
    if (!covariatesNamed) {
      throw Refusal.badInput("models.further.covariates", Where.field("--covariates"))
          .asException();
    }
    return Optional.of(asked);
  }

  private Optional<FurtherQuestions.ExitColumns> exits() {
    if (exitMonth == null && exitKind == null) {
      return Optional.empty();
    }
    if (exitMonth == null || exitKind == null) {
      String option = exitMonth == null ? "--exit-month" : "--exit-kind";
      throw Refusal.badInput("models.quasi.option", Where.field(option), option).asException();
    }
    return Optional.of(new FurtherQuestions.ExitColumns(exitMonth, exitKind, horizon));
  }

  private Optional<PolicyQuestion> rule() {
    return policy.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PolicyQuestion(
                policy,
                depth,
                smallestLeaf,
                amounts(cost, "--cost", Double.POSITIVE_INFINITY),
                amounts(room, "--room", 1),
                Optional.ofNullable(preference)));
  }

  private List<Reliability> reliabilities() {
    List<String> stated = reliability.stream().filter(one -> !one.endsWith(UNKNOWN)).toList();
    return amounts(stated, "--reliability", 1).entrySet().stream()
        .map(entry -> new Reliability(entry.getKey(), entry.getValue()))
        .toList();
  }

  private RecordErrors errors() {
    List<String> unknown =
        reliability.stream()
            .filter(one -> one.endsWith(UNKNOWN))
            .map(one -> one.substring(0, one.length() - UNKNOWN.length()))
            .toList();
    return new RecordErrors(unknown, misclassified, Optional.ofNullable(rater));
  }

  /** Pairs of a name and a number; where it has a most, it must be above zero. */
  private static Map<String, Double> amounts(List<String> pairs, String option, double most) {
    Map<String, Double> amounts = new LinkedHashMap<>();
    for (String pair : pairs) {
      int at = pair.lastIndexOf('=');
      double value = at < 1 ? Double.NaN : number(pair.substring(at + 1));
      boolean share = Double.isFinite(most);
      if (!Double.isFinite(value) || value > most || (share && value <= 0)) {
        String code = option.equals("--reliability") ? "measurement.reliability" : "policy.amount";
        throw Refusal.badInput("models." + code, Where.field(option)).asException();
      }
      amounts.put(pair.substring(0, at), value);
    }
    return amounts;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
