// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meent.models.check.Criteria;
import org.meent.models.forest.FitJob;
import org.meent.models.forest.PointwiseInterval;
import org.meent.models.learner.Stack;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of {@code fit} that say how it is done. */
final class FitMethodOptions {
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

  @Mixin private Threads threads = new Threads();

  @Option(
      names = "--splits",
      paramLabel = "n",
      defaultValue = "0",
      description =
          "How often rows are divided into folds anew; averages are the median (default: by the"
              + " smaller arm, from 1 to 15).")
  private int splits;

  @Option(
      names = "--criteria",
      paramLabel = "FILE",
      description = "JSON file with criteria of one's own, groups declared beforehand and breaks.")
  private @Nullable Path criteria;

  /** The job with what was asked. */
  FitJob of(FitJob plain) {
    FitJob job =
        plain
            .withTrees(trees)
            .withSplits(splits)
            .withSeed(seed)
            .withInterval(interval)
            .withThreads(threads.count());
    if (!learners.isEmpty()) {
      job =
          job.withModel(
              job.model().withLearners(Stack.named(learners, false), Stack.named(learners, true)));
    }
    return criteria == null ? job : job.withCriteria(Criteria.read(criteria));
  }
}
