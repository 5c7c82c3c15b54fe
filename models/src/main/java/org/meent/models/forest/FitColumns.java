// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * @param cluster column that says which rows belong together, or empty
 * @param weights column of sample weights, or empty
 * @param reference label of the reference arm; empty = the first label in order
 */
public record FitColumns(
    Path data,
    String treatment,
    String outcome,
    Optional<String> id,
    List<String> covariates,
    Optional<String> cluster,
    Optional<String> weights,
    Optional<String> reference) {

  /** Copies the list. */
  public FitColumns {
    covariates = List.copyOf(covariates);
  }

  /** Treatment and outcome; nothing else is named. */
  public static FitColumns of(Path data, String treatment, String outcome) {
    return new FitColumns(
        data,
        treatment,
        outcome,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with ids. */
  public FitColumns withId(String name) {
    return new FitColumns(
        data, treatment, outcome, Optional.of(name), covariates, cluster, weights, reference);
  }

  /** The same with named covariates. */
  public FitColumns withCovariates(List<String> names) {
    return new FitColumns(data, treatment, outcome, id, names, cluster, weights, reference);
  }

  /** The same with clusters. */
  public FitColumns withCluster(String name) {
    return new FitColumns(
        data, treatment, outcome, id, covariates, Optional.of(name), weights, reference);
  }

  /** The same with weights. */
  public FitColumns withWeights(String name) {
    return new FitColumns(
        data, treatment, outcome, id, covariates, cluster, Optional.of(name), reference);
  }

  /** The same with another reference arm. */
  public FitColumns withReference(String label) {
    return new FitColumns(
        data, treatment, outcome, id, covariates, cluster, weights, Optional.of(label));
  }

  Set<String> textColumns() {
    Set<String> text = new HashSet<>(Set.of(treatment));
    id.ifPresent(text::add);
    cluster.ifPresent(text::add);
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
    cluster.ifPresent(name -> builder.clusters(csv.text(name)));
    weights.ifPresent(name -> builder.weights(csv.numeric(name)));
    Set<String> taken = new HashSet<>(textColumns());
    taken.add(outcome);
    weights.ifPresent(taken::add);
    List<String> names =
        covariates.isEmpty()
            ? csv.numericColumns().stream().filter(name -> !taken.contains(name)).toList()
            : covariates;
    for (String name : names) {
      builder.covariate(name, csv.numeric(name));
    }
    if (covariates.isEmpty()) {
      csv.asideColumns().stream()
          .filter(name -> !taken.contains(name))
          .forEach(name -> notes.add("column " + name + " holds no numbers and was left out"));
    }
    return builder.build();
  }

  private List<String> ordered(List<String> labels) {
    if (reference.isEmpty() || !labels.contains(reference.get())) {
      if (reference.isPresent()) {
        throw FitJob.refusal("models.fit.no-reference", reference.get());
      }
      return labels;
    }
    List<String> others = labels.stream().filter(l -> !l.equals(reference.get())).toList();
    return java.util.stream.Stream.concat(reference.stream(), others.stream()).toList();
  }
}
