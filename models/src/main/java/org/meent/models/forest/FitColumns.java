// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.meent.models.frame.Frame;
import org.meent.models.frame.FrameBuilder;
import org.meent.models.frame.NumericCsv;

/**
 * What the columns of a file are.
 *
 * @param data the file
 * @param treatment column of the arm; any labels
 * @param outcome column of the outcome
 * @param id column that names each row, or empty
 * @param covariates columns of covariates; none named = all other numeric columns
 * @param clusters columns that say which rows belong together: none, one, or two that cross
 * @param weights column of sample weights, or empty
 * @param reference label of the reference arm; empty = the first label in order
 * @param groups columns whose groups get an effect each; they are covariates too
 * @param negativeControl column of an outcome that the treatment cannot have changed, or empty
 */
public record FitColumns(
    Path data,
    String treatment,
    String outcome,
    Optional<String> id,
    List<String> covariates,
    List<String> clusters,
    Optional<String> weights,
    Optional<String> reference,
    List<String> groups,
    Optional<String> negativeControl) {
  /** More labels than this are no arms. */
  private static final int MOST_ARMS = 20;

  /** Copies the lists. */
  public FitColumns {
    covariates = List.copyOf(covariates);
    clusters = List.copyOf(clusters);
    groups = List.copyOf(groups);
    if (clusters.size() > 2) {
      throw FitJob.refusal("models.fit.many-clusterings", clusters.size());
    }
  }

  /** Treatment and outcome; nothing else is named. */
  public static FitColumns of(Path data, String treatment, String outcome) {
    return new FitColumns(
        data,
        treatment,
        outcome,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** The same with ids. */
  public FitColumns withId(String name) {
    return new FitColumns(
        data,
        treatment,
        outcome,
        Optional.of(name),
        covariates,
        clusters,
        weights,
        reference,
        groups,
        negativeControl);
  }

  /** The same with named covariates. */
  public FitColumns withCovariates(List<String> names) {
    return new FitColumns(
        data, treatment, outcome, id, names, clusters, weights, reference, groups, negativeControl);
  }

  /** The same with one clustering, or two that cross. */
  public FitColumns withClusters(List<String> names) {
    return new FitColumns(
        data,
        treatment,
        outcome,
        id,
        covariates,
        names,
        weights,
        reference,
        groups,
        negativeControl);
  }

  /** The same with weights. */
  public FitColumns withWeights(String name) {
    return new FitColumns(
        data,
        treatment,
        outcome,
        id,
        covariates,
        clusters,
        Optional.of(name),
        reference,
        groups,
        negativeControl);
  }

  /** The same with another reference arm. */
  public FitColumns withReference(String label) {
    return new FitColumns(
        data,
        treatment,
        outcome,
        id,
        covariates,
        clusters,
        weights,
        Optional.of(label),
        groups,
        negativeControl);
  }

  /** The same with groups. */
  public FitColumns withGroups(List<String> names) {
    return new FitColumns(
        data,
        treatment,
        outcome,
        id,
        covariates,
        clusters,
        weights,
        reference,
        names,
        negativeControl);
  }

  /** The same with a negative control outcome. */
  public FitColumns withNegativeControl(String name) {
    return new FitColumns(
        data,
        treatment,
        outcome,
        id,
        covariates,
        clusters,
        weights,
        reference,
        groups,
        Optional.of(name));
  }

  Set<String> textColumns() {
    Set<String> text = new HashSet<>(Set.of(treatment));
    id.ifPresent(text::add);
    text.addAll(clusters);
    text.addAll(groups);
    return text;
  }

  /** The frame of a file that was read with {@link #textColumns()}. */
  Frame frame(NumericCsv csv, List<String> notes) {
    FrameBuilder builder = Frame.builder().source(csv.source(), 2);
    List<String> arms = csv.text(treatment);
    List<String> labels = ordered(NumericCsv.sortedLabels(arms));
    builder.treatment(arms.stream().mapToInt(labels::indexOf).toArray(), labels);
    builder.outcome(outcome, csv.numeric(outcome));
    id.ifPresent(name -> builder.ids(csv.text(name)));
    if (!clusters.isEmpty()) {
      builder.clusters(csv.text(clusters.getFirst()));
    }
    if (clusters.size() > 1) {
      builder.crossing(csv.text(clusters.getLast()));
    }
    weights.ifPresent(name -> builder.weights(csv.numeric(name)));
    covariates(csv, builder, notes);
    for (String name : groups) {
      builder.grouping(name, csv.text(name));
    }
    return builder.build();
  }

  private void covariates(NumericCsv csv, FrameBuilder builder, List<String> notes) {
    Set<String> taken = new HashSet<>(textColumns());
    groups.forEach(taken::remove);
    taken.add(outcome);
    weights.ifPresent(taken::add);
    negativeControl.ifPresent(taken::add);
    List<String> names = covariates;
    if (names.isEmpty()) {
      Set<String> numeric = new HashSet<>(csv.numericColumns());
      names =
          csv.names().stream()
              .filter(name -> !taken.contains(name))
              .filter(name -> numeric.contains(name) || groups.contains(name))
              .toList();
      csv.asideColumns().stream()
          .filter(name -> !taken.contains(name))
          .forEach(name -> notes.add("column " + name + " holds no numbers and was left out"));
    }
    for (String name : names) {
      if (groups.contains(name)) {
        indicators(name, csv.text(name), builder);
      } else {
        builder.covariate(name, csv.numeric(name));
      }
    }
  }

  /** A group as covariates: an indicator per label but the first. */
  private static void indicators(String name, List<String> labels, FrameBuilder builder) {
    NumericCsv.sortedLabels(labels).stream()
        .skip(1)
        .forEach(
            label ->
                builder.covariate(
                    name + "=" + label,
                    labels.stream().mapToDouble(l -> l.equals(label) ? 1 : 0).toArray()));
  }

  private List<String> ordered(List<String> labels) {
    if (labels.size() > MOST_ARMS) {
      throw FitJob.refusal("models.fit.continuous-treatment", MOST_ARMS, labels.size());
    }
    if (reference.isEmpty()) {
      return labels;
    }
    if (!labels.contains(reference.get())) {
      throw FitJob.refusal("models.fit.no-reference", reference.get());
    }
    List<String> others = labels.stream().filter(l -> !l.equals(reference.get())).toList();
    return Stream.concat(reference.stream(), others.stream()).toList();
  }
}
