// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meent.desk.render.HtmlRenderer;
import org.meent.desk.render.SvgRenderer;
import org.meent.desk.report.FitCard;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Report;
import org.meent.disclosure.rule.RuleSet;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.models.forest.ArmResult;
import org.meent.models.forest.FitColumns;
import org.meent.models.forest.FitInput;
import org.meent.models.forest.FitJob;
import org.meent.models.forest.FitResult;
import org.meent.models.forest.FitWriter;
import org.meent.models.forest.PointwiseInterval;
import org.meent.models.learner.Stack;
import org.meent.models.sensitivity.DetectableEffect;
import org.meent.models.study.OverlapRules;
import org.meent.protocols.refusal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code meent fit}: effects on a file of one's own, and refusals where the data cannot carry them.
 */
@Command(
    name = "fit",
    description = {
      "Estimate the effect of a treatment from a CSV file: for everybody, for the treated, and per"
          + " row by a causal forest. Inside only.",
      "Writes effects.csv (per row, inside only), summary.json, card.html, the same card in the"
          + " other language, and its figures as SVG; predicted.csv with --predict."
    },
    footer = {"", "Example:  meent fit persons.csv --treatment w --outcome y --id id --out fitted"})
final class FitCommand extends Verb {
  /** The rule set that holds the limits of overlap. */
  private static final String RULES = "cbs-ra";

  private static final Locale DUTCH = Locale.of("nl");

  @Parameters(
      paramLabel = "DATA",
      description = "CSV file with one row per person; an empty cell is unknown.")
  private Path data = Path.of("");

  @Option(
      names = "--treatment",
      required = true,
      paramLabel = "w",
      description = "Column of the arm.")
  private String treatment = "";

  @Option(
      names = "--outcome",
      required = true,
      paramLabel = "y",
      description = "Column of the outcome.")
  private String outcome = "";

  @Option(
      names = "--id",
      paramLabel = "c",
      description = "Column that names a row; with it the order of rows does not matter.")
  private @Nullable String id;

  @Option(
      names = "--covariates",
      split = ",",
      paramLabel = "a,b",
      description = "Covariates (default: all other numeric columns).")
  private List<String> covariates = List.of();

  @Option(
      names = "--cluster",
      split = ",",
      paramLabel = "a[,b]",
      description =
          "Column of what belongs together, such as a household; or two that cross, the finer"
              + " first. Under 40 clusters errors are corrected, under 10 the fit is refused.")
  private List<String> clusters = List.of();

  @Option(
      names = "--reference",
      paramLabel = "code",
      description = "Arm that the others are compared with (default: the smallest value).")
  private @Nullable String reference;

  @Option(
      names = "--groups",
      split = ",",
      paramLabel = "a,b",
      description = "Columns whose groups get an effect each; they are covariates too.")
  private List<String> groups = List.of();

  @Option(
      names = "--negative-control",
      paramLabel = "c",
      description = "Column of an outcome that the treatment cannot have changed.")
  private @Nullable String negativeControl;

  @Option(
      names = "--learners",
      split = ",",
      paramLabel = "a,b",
      description =
          "Learners to combine: mean, logistic, elastic-net, smooth, forest, boosting,"
              + " smile-forest (default: mean, logistic, smooth, forest).")
  private List<String> learners = List.of();

  @Option(
      names = "--interval",
      paramLabel = "plain|bias-aware",
      defaultValue = "bias-aware",
      description =
          "Whether intervals leave room for bias: 2.18 standard errors for an average and 2.87 for"
              + " a row instead of 1.96 (default: bias-aware).")
  private PointwiseInterval interval = PointwiseInterval.BIAS_AWARE;

  @Option(names = "--weights", paramLabel = "c", description = "Column of sampling weights.")
  private @Nullable String weights;

  @Option(
      names = "--estimand",
      paramLabel = "ate|att|atc|overlap",
      description =
          "Demand this one; refused (exit code 3) if the data cannot carry it. Default: all that"
              + " can be carried.")
  private @Nullable Estimand estimand;

  @Option(
      names = "--trees",
      paramLabel = "n",
      defaultValue = "2000",
      description = "Trees of the forest (default: 2000).")
  private int trees = 2000;

  @Option(
      names = "--seed",
      paramLabel = "n",
      defaultValue = "1",
      description = "Seed of all randomness (default: 1).")
  private long seed = 1;

  @Option(
      names = "--threads",
      paramLabel = "k",
      defaultValue = "2",
      description = "Threads; the result does not depend on them (default: 2).")
  private int threads = 2;

  @Option(
      names = "--predict",
      paramLabel = "NEW",
      description = "CSV file of new rows whose effect is asked.")
  private @Nullable Path predict;

  @Mixin private OutFolder out = new OutFolder();

  FitCommand(Console console) {
    super(console);
  }

  @Override
  ExitCode execute() throws IOException {
    FitJob job = job();
    FitInput input = job.read();
    power(input);
    FitResult result = job.run(input);
    FitWriter.write(result, out.folder());
    Report card = FitCard.of(result, outcome, locale());
    out.write("card.html", HtmlRenderer.render(card));
    Locale other = locale().getLanguage().equals("nl") ? Locale.ENGLISH : DUTCH;
    out.write(
        "card." + other.getLanguage() + ".html",
        HtmlRenderer.render(FitCard.of(result, outcome, other)));
    figures(card);
    result.notes().forEach(this::progress);
    for (ArmResult arm : result.arms()) {
      for (EffectEstimate estimate : arm.estimates()) {
        say(
            text(
                "fit.estimate",
                arm.arm(),
                estimate.estimand().label(),
                FitCard.number(estimate.value()),
                FitCard.number(estimate.se())));
      }
      arm.verdicts().stream()
          .filter(verdict -> !verdict.carried())
          .forEach(verdict -> say(verdict.refusal(arm.verdicts()).sentence(locale())));
    }
    say(text("fit.done", result.frame().rows(), out.folder()));
    return ExitCode.DONE;
  }

  /** What the rows could show at all, before anything is fitted. */
  private void power(FitInput input) {
    List<DetectableEffect> arms = input.power();
    for (int k = 0; k < arms.size(); k++) {
      say(
          text(
              "fit.power",
              input.frame().arms().get(k + 1),
              FitCard.number(arms.get(k).effect()),
              FitCard.number(arms.get(k).standardised())));
    }
  }

  /** Each figure of the card as a file of its own, numbered in the order of the card. */
  private void figures(Report card) throws IOException {
    int number = 0;
    for (Block block : card.blocks()) {
      if (block instanceof Block.Picture picture) {
        number++;
        out.write(
            "figure-" + number + ".svg",
            SvgRenderer.render(picture, card.marking(), card.demonstration(), card.language()));
      }
    }
  }

  private FitJob job() {
    FitColumns columns = FitColumns.of(data, treatment, outcome);
    columns = id == null ? columns : columns.withId(id);
    columns = covariates.isEmpty() ? columns : columns.withCovariates(covariates);
    columns = columns.withClusters(clusters).withGroups(groups);
    columns = reference == null ? columns : columns.withReference(reference);
    columns = negativeControl == null ? columns : columns.withNegativeControl(negativeControl);
    columns = weights == null ? columns : columns.withWeights(weights);
    FitJob job =
        FitJob.withDefaults(data, treatment, outcome)
            .withColumns(columns)
            .withTrees(trees)
            .withSeed(seed)
            .withLimits(OverlapRules.of(RuleSet.named(RULES)))
            .withInterval(interval)
            .withThreads(Threads.checked(threads));
    if (!learners.isEmpty()) {
      job =
          job.withModel(
              job.model().withLearners(Stack.named(learners, false), Stack.named(learners, true)));
    }
    job = estimand == null ? job : job.withEstimand(estimand);
    return predict == null ? job : job.withPredict(predict);
  }
}
