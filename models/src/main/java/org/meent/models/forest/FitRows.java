// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.meent.models.check.ExactStrata;
import org.meent.models.frame.Frame;
import org.meent.models.frame.FrameBuilder;
import org.meent.models.frame.NumericCsv;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * The rows of a file as a frame. A treatment of two values is a treatment or none, a few codes are
 * arms, and numbers with many different values are an amount: these have one arm in the frame, and
 * {@link #dose()} beside it.
 */
final class FitRows {
  /** More labels than this are no arms. */
  private static final int MOST_ARMS = 20;

  private static final String FEW = "taken by its words";
  private static final String MANY = "left out; --covariates can name it";

  private final FitColumns columns;
  private final NumericCsv csv;
  private final List<String> labels;
  private final int[] arm;
  private final Optional<double[]> dose;
  private final Optional<ExactStrata> strata;
  private final List<String> notes = new ArrayList<>();

  FitRows(FitColumns columns, NumericCsv csv) {
    this.columns = columns;
    this.csv = csv;
    List<String> written = csv.text(columns.treatment());
    List<String> different = NumericCsv.sortedLabels(written);
    this.dose = dose(different.size());
    this.labels =
        dose.isPresent() ? List.of(columns.treatment()) : ArmLabels.ordered(different, columns);
    if (dose.isEmpty() && ArmLabels.guessed(labels, columns)) {
      notes.add("arms are compared with arm " + labels.getFirst() + "; --reference names another");
    }
    this.arm = written.stream().mapToInt(l -> dose.isPresent() ? 0 : labels.indexOf(l)).toArray();
    List<String> within = columns.context().within();
    this.strata =
        within.isEmpty()
            ? Optional.empty()
            : Optional.of(ExactStrata.of(within.stream().map(csv::text).toList(), arm));
  }

  /** The amount of treatment of each row of the file, if it is an amount. */
  Optional<double[]> dose() {
    return dose;
  }

  /** What is compared within itself, if anything was named. */
  Optional<ExactStrata> strata() {
    return strata;
  }

  /** What was changed on the way in. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  private Optional<double[]> dose(int different) {
    if (!columns.arms().continuous() && different <= MOST_ARMS) {
      return Optional.empty();
    }
    Optional<double[]> amounts = csv.numbers(columns.treatment());
    if (amounts.isEmpty()) {
      throw FitJob.refusal("models.fit.continuous-treatment", MOST_ARMS, different);
    }
    notes.add("treatment " + columns.treatment() + " is an amount: effects are per unit of it");
    return amounts;
  }

  /** The frame, in the order of the ids. */
  Frame frame() {
    FrameBuilder builder = Frame.builder().source(csv.source(), csv::line);
    builder.treatment(arm, labels);
    builder.outcome(columns.outcome(), csv.numeric(columns.outcome()));
    columns.units().id().ifPresent(name -> builder.ids(csv.text(name)));
    List<String> clusters = columns.units().clusters();
    if (!clusters.isEmpty()) {
      builder.clusters(csv.text(clusters.getFirst()));
    }
    if (clusters.size() > 1) {
      builder.crossing(csv.text(clusters.getLast()));
    }
    weights(builder);
    covariates(builder);
    for (String name : columns.covariates().groups()) {
      builder.grouping(name, csv.text(name));
    }
    Frame frame = builder.build();
    notes.addAll(frame.notes());
    return frame;
  }

  /** Rows of a stratum without all arms weigh nothing. */
  private void weights(FrameBuilder builder) {
    Optional<double[]> given = columns.units().weights().map(csv::numeric);
    if (strata.isEmpty()) {
      given.ifPresent(builder::weights);
      return;
    }
    boolean[] kept = strata.get().kept();
    double[] weights = new double[kept.length];
    int left = 0;
    for (int i = 0; i < kept.length; i++) {
      weights[i] = !kept[i] ? 0 : given.isPresent() ? given.get()[i] : 1;
      left += kept[i] ? 0 : 1;
    }
    notes.add(left + " rows lie in a stratum without all arms and count for nothing");
    builder.weights(weights);
  }

  private void covariates(FrameBuilder builder) {
    Set<String> codes = new HashSet<>(columns.covariates().groups());
    codes.addAll(columns.context().within());
    codes.addAll(columns.covariates().categories());
    for (String name : names(codes)) {
      Optional<List<String>> labels =
          codes.contains(name) ? Optional.of(csv.labels(name)) : words(name);
      if (labels.isPresent()) {
        builder.category(name, labels.get());
      } else {
        builder.covariate(name, csv.numeric(name));
      }
    }
  }

  /** The words of a column that holds no numbers. */
  private Optional<List<String>> words(String name) {
    return csv.words(name)
        .filter(words -> words.stream().noneMatch(word -> NumericCsv.number(word).isPresent()));
  }

  /** Refuses covariates that are something else already. */
  private void demandApart() {
    Set<String> other = new HashSet<>(Set.of(columns.treatment(), columns.outcome()));
    columns.units().id().ifPresent(other::add);
    columns.units().weights().ifPresent(other::add);
    columns.negativeControl().ifPresent(other::add);
    for (String name : columns.covariates().named()) {
      if (other.contains(name)) {
        throw Refusal.badInput("models.fit.covariate-twice", Where.file(csv.source()).in(name))
            .asException();
      }
    }
  }

  /** The covariates named, or else all other numeric columns; groups and strata among them. */
  private List<String> names(Set<String> codes) {
    Set<String> taken = new HashSet<>(columns.textColumns());
    taken.removeAll(codes);
    taken.add(columns.outcome());
    columns.units().weights().ifPresent(taken::add);
    columns.negativeControl().ifPresent(taken::add);
    if (!columns.covariates().named().isEmpty()) {
      demandApart();
      return Stream.concat(
              columns.covariates().named().stream(), columns.context().within().stream())
          .distinct()
          .toList();
    }
    Set<String> numeric = new HashSet<>(csv.numericColumns());
    for (String name : csv.asideColumns()) {
      if (!taken.contains(name)) {
        boolean few = words(name).filter(FitRows::fewWords).isPresent();
        notes.add("column " + name + " holds no numbers and was " + (few ? FEW : MANY));
        if (few) {
          numeric.add(name);
        }
      }
    }
    return csv.names().stream()
        .filter(name -> !taken.contains(name))
        .filter(name -> numeric.contains(name) || codes.contains(name))
        .toList();
  }

  /** Few enough to be kinds and not names, and often enough to be learned from. */
  private static boolean fewWords(List<String> words) {
    long different = words.stream().distinct().limit(MOST_ARMS + 1L).count();
    return different > 1 && different <= MOST_ARMS;
  }
}
