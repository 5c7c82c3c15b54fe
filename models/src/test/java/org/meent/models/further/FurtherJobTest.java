// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.further;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.models.forest.FitContext;
import org.meent.models.forest.FitJob;
import org.meent.models.forest.FitResult;
import org.meent.models.further.FurtherQuestions.ExitColumns;
import org.meent.models.measurement.Reliability;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.run.RandomStream;

/** Support helps the young and harms the old; origin plays no part. */
class FurtherJobTest {
  @TempDir private static Path folder;

  private static FitJob job = FitJob.withDefaults(Path.of(""), "w", "y");
  private static FitResult result;

  @BeforeAll
  static void fit() throws IOException {
    Path file = folder.resolve("people.csv");
    StringBuilder lines = new StringBuilder("id,w,y,age,score,months,exit,origin,wanted,place\n");
    for (int i = 0; i < 600; i++) {
      RandomStream random = RandomStream.of(5, "further", i);
      double age = random.nextGaussian();
      double score = random.nextGaussian();
      int w = random.nextDouble() < 0.5 ? 1 : 0;
      double y = score + w * (age < 0 ? 2 : -2) + random.nextGaussian();
      int months = 1 + random.nextInt(8);
      String exit = random.nextDouble() < 0.3 ? "" : random.nextDouble() < 0.7 ? "work" : "none";
      lines.append(
          "%d,%d,%.6f,%.6f,%.6f,%d,%s,%s,%d,p%d\n"
              .formatted(
                  1000 + i, w, y, age, score, months, exit, i % 3 == 0 ? "a" : "b", 1 - w, i % 4));
    }
    Files.writeString(file, lines);
    FitJob plain = FitJob.withDefaults(file, "w", "y").withTrees(100).withSplits(1);
    job =
        plain
            .withPredict(file)
            .withColumns(
                plain
                    .columns()
                    .withId("id")
                    .withCovariates(List.of("age", "score"))
                    .withContext(FitContext.none().withMunicipality("place")));
    result = job.run();
  }

  private static PolicyQuestion rule(List<String> asked) {
    return new PolicyQuestion(
        asked, 1, 30, Map.of("1", 0.1), Map.of("1", 0.6), Optional.of("wanted"));
  }

  private static FurtherAnswers answer(PolicyQuestion rule, ExitColumns exits) {
    return FurtherJob.answer(
        job,
        result,
        new FurtherQuestions(
                Optional.of(exits),
                Optional.of(rule),
                List.of("origin"),
                List.of(new Reliability("score", 0.8)))
            .withOtherLearners(true));
  }

  @Test
  void everyQuestionIsAnswered() {
    FurtherAnswers answers =
        answer(rule(List.of("age", "score")), new ExitColumns("months", "exit", 6));

    PolicyAnswer policy = answers.policy().orElseThrow();
    assertThat(policy.betterThanToday()).isTrue();
    assertThat(policy.gains().stream().map(PolicyAnswer.Gain::over))
        .containsExactly("today", "0", "1", "preference");
    // half of the people gain 2 and half would lose 2: a rule gains about 1 over today
    assertThat(policy.gains().getFirst().value().gain()).isBetween(0.7, 1.2);
    assertThat(policy.proxies().getFirst().association()).isLessThan(0.1);
    assertThat(policy.groups().lines()).hasSize(2);

    assertThat(answers.exits().getFirst().exits())
        .extracting(curve -> curve.kind())
        .containsExactly("none", "work");
    ArmReach reach = answers.arms().getFirst();
    assertThat(reach.calibration().orElseThrow().lines()).hasSize(2);
    assertThat(reach.left().orElseThrow().without()).hasSize(4);
    assertThat(reach.others().orElseThrow().estimate()).as("the same people").isPresent();
    assertThat(reach.measurement().checks()).hasSize(1);
    assertThat(reach.learners()).hasSize(2);
    assertThat(reach.learners())
        .allMatch(other -> other.baseline().p() < 0.001 && other.correlation() > 0.7);
    assertThat(reach.groups()).extracting(group -> group.inResult()).containsExactly(200L, 400L);
    assertThat(policy.pattern()).isTrue();
    assertThat(policy.without()).hasSize(4);
    assertThat(FurtherSummary.json(answers))
        .contains("\"question\": \"age\"", "\"known\": true", "\"fragile\"");
  }

  @Test
  void whatCannotBeAnsweredIsRefused() {
    ExitColumns exits = new ExitColumns("months", "exit", 6);
    assertThatThrownBy(() -> answer(rule(List.of("nothing")), exits))
        .isInstanceOf(RefusalException.class);
    assertThatThrownBy(() -> answer(rule(List.of("age")), new ExitColumns("score", "exit", 6)))
        .isInstanceOf(RefusalException.class);
    PolicyQuestion unknown =
        new PolicyQuestion(List.of("age"), 1, 30, Map.of("9", 1.0), Map.of(), Optional.empty());
    assertThatThrownBy(() -> answer(unknown, exits)).isInstanceOf(RefusalException.class);
    PolicyQuestion narrow =
        new PolicyQuestion(List.of("age"), 1, 30, Map.of(), Map.of("0", 0.5), Optional.empty());
    assertThatThrownBy(() -> answer(narrow, exits)).isInstanceOf(RefusalException.class);
  }

  @Test
  void aRuleNeverAsksAProtectedAttribute() {
    FurtherQuestions questions =
        new FurtherQuestions(
            Optional.empty(), Optional.of(rule(List.of("age"))), List.of("age"), List.of());
    assertThatThrownBy(() -> FurtherJob.answer(job, result, questions))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("protected");
  }
}
