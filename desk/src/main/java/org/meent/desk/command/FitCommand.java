// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meent.desk.render.HtmlRenderer;
import org.meent.desk.render.SvgRenderer;
import org.meent.desk.report.FitCard;
import org.meent.desk.report.FitPlainCard;
import org.meent.desk.report.FragileStamp;
import org.meent.desk.report.FurtherReport;
import org.meent.disclosure.report.Block;
import org.meent.disclosure.report.Report;
import org.meent.disclosure.rule.RuleSet;
import org.meent.models.effect.Estimand;
import org.meent.models.forest.ArmResult;
import org.meent.models.forest.DoseResult;
import org.meent.models.forest.FitColumns;
import org.meent.models.forest.FitInput;
import org.meent.models.forest.FitJob;
import org.meent.models.forest.FitResult;
import org.meent.models.forest.FitWriter;
import org.meent.models.further.FurtherAnswers;
import org.meent.models.further.FurtherJob;
import org.meent.models.further.FurtherQuestions;
import org.meent.models.further.FurtherSummary;
import org.meent.models.mechanism.MechanismColumn;
import org.meent.models.mechanism.MechanismJob;
import org.meent.models.quasi.DesignJob;
import org.meent.models.quasi.DesignResult;
import org.meent.models.quasi.DesignSummary;
import org.meent.models.quasi.FitDesign;
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
          + " other language, and its figures as SVG; predicted.csv with --predict; further.json"
          + " and further.html where exits, a rule, its reach or mechanisms are asked."
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
      description =
          "Covariates; a column of words is one of categories (default: all other columns of"
              + " numbers, or of at most 20 different words).")
  private List<String> covariates = List.of();

  @Option(
      names = "--categories",
      split = ",",
      paramLabel = "a,b",
      description = "Columns of covariates whose numbers are codes and have no order.")
  private List<String> categories = List.of();

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
      names = "--predict",
      paramLabel = "NEW",
      description = "CSV file of new rows whose effect is asked.")
  private @Nullable Path predict;

  @Option(
      names = "--continuous",
      description =
          "The treatment is an amount (default: numbers with more than 20 different values are).")
  private boolean continuous;

  @Mixin private FitMethodOptions method = new FitMethodOptions();

  @Mixin private FitContextOptions context = new FitContextOptions();

  @Mixin private FitDesignOptions design = new FitDesignOptions();

  @Mixin private FitFurtherOptions further = new FitFurtherOptions();

  @Mixin private FitMechanismOptions why = new FitMechanismOptions();

  @Mixin private OutFolder out = new OutFolder();

  FitCommand(Console console) {
    super(console);
  }

  @Override
  ExitCode execute() throws IOException {
    FitJob job = job();
    Optional<FitDesign> asked = design.design();
    if (asked.isPresent()) {
      DesignJob designed = new DesignJob(job.columns(), asked.get(), job.criteria());
      DesignResult result = designed.run();
      out.write("summary.json", DesignSummary.json(designed, result));
      cards(language -> FitPlainCard.of(result, outcome, language), result.notes());
      result.estimates().forEach(e -> estimate(result.estimand(), e.name(), e.value(), e.se()));
      return ExitCode.DONE;
    }
    FitInput input = job.read();
    power(input);
    return input.dose().isPresent() ? amount(job, input) : arms(job, input);
  }

  private ExitCode amount(FitJob job, FitInput input) throws IOException {
    DoseResult result = job.runDose(input);
    FitWriter.write(result, out.folder());
    cards(language -> FitPlainCard.of(result, outcome, language), result.notes());
    result.estimates().forEach(e -> estimate(e.arm(), e.estimand().label(), e.value(), e.se()));
    say(text("fit.done", input.frame().rows(), out.folder()));
    return ExitCode.DONE;
  }

  private ExitCode arms(FitJob job, FitInput input) throws IOException {
    Optional<FurtherQuestions> questions = further.questions(!covariates.isEmpty());
    List<MechanismColumn> mechanisms = why.mechanisms(!covariates.isEmpty());
    MechanismJob reasons = MechanismJob.of(job, mechanisms);
    FitResult result = job.run(input);
    FitWriter.write(result, out.folder());
    Optional<FurtherAnswers> answers = questions.map(asks -> FurtherJob.answer(job, result, asks));
    if (answers.isPresent() || !mechanisms.isEmpty()) {
      further(answers.orElseGet(FurtherAnswers::none).withMechanisms(reasons.answer(result)));
    }
    cards(
        language -> {
          Report card = FitCard.of(result, outcome, language);
          return answers.map(found -> FragileStamp.on(card, found)).orElse(card);
        },
        result.notes());
    for (ArmResult arm : result.arms()) {
      arm.estimates().forEach(e -> estimate(arm.arm(), e.estimand().label(), e.value(), e.se()));
      arm.verdicts().stream()
          .filter(verdict -> !verdict.carried())
          .forEach(verdict -> say(verdict.refusal(arm.verdicts()).sentence(locale())));
    }
    say(text("fit.done", result.frame().rows(), out.folder()));
    return ExitCode.DONE;
  }

  private void further(FurtherAnswers answers) throws IOException {
    out.write("further.json", FurtherSummary.json(answers));
    out.write("further.html", HtmlRenderer.render(FurtherReport.of(answers, outcome, locale())));
    say(text("fit.further", out.folder().resolve("further.html")));
  }

  private void estimate(String arm, String name, double value, double se) {
    say(text("fit.estimate", arm, name, FitCard.number(value), FitCard.number(se)));
  }

  /** The card in the language asked and in the other one, with its figures, and the notes. */
  private void cards(Function<Locale, Report> in, List<String> notes) throws IOException {
    Report card = in.apply(locale());
    out.write("card.html", HtmlRenderer.render(card));
    Locale other = locale().getLanguage().equals("nl") ? Locale.ENGLISH : DUTCH;
    out.write("card." + other.getLanguage() + ".html", HtmlRenderer.render(in.apply(other)));
    figures(card);
    notes.forEach(this::progress);
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
    columns = columns.withClusters(clusters).withGroups(groups).withCategories(categories);
    columns = reference == null ? columns : columns.withReference(reference);
    columns = negativeControl == null ? columns : columns.withNegativeControl(negativeControl);
    columns = weights == null ? columns : columns.withWeights(weights);
    columns = columns.withContinuous(continuous).withContext(context.context());
    FitJob job =
        method.of(
            FitJob.withDefaults(data, treatment, outcome)
                .withColumns(columns)
                .withLimits(OverlapRules.of(RuleSet.named(RULES))));
    job = estimand == null ? job : job.withEstimand(estimand);
    return predict == null ? job : job.withPredict(predict);
  }
}
