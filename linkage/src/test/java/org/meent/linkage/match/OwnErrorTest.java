// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.linkage.quality.Estimate;
import org.meent.linkage.quality.GroupQuality;
import org.meent.protocols.refusal.RefusalException;

/** Files whose truth is known, with many more errors in the records of one sex. */
class OwnErrorTest {
  private static final int N = 600;

  @TempDir Path folder;

  @Test
  void intervalsOfSubgroupsCoverTheTruth() throws IOException {
    int intervals = 0;
    int covered = 0;
    for (long seed = 41; seed < 47; seed++) {
      LinkageResult result = job(seed).withSubgroups(List.of("sex")).run();
      for (GroupQuality group : result.quality().groups()) {
        if (group.value().isEmpty()) {
          continue;
        }
        Truth truth = truth(result, group.value(), seed);
        intervals += 2;
        covered += covers(group.precision(), truth.precision()) ? 1 : 0;
        covered += covers(group.recall(), truth.recall()) ? 1 : 0;
        assertThat(group.links()).isEqualTo(truth.links());
      }
    }
    assertThat(intervals).isEqualTo(24);
    assertThat(covered).isGreaterThanOrEqualTo(21);
  }

  @Test
  void theSubgroupWithMoreErrorsIsSeenToLoseMore() throws IOException {
    LinkageResult result = job(51).withSubgroups(List.of("sex")).run();
    double men = recall(result, "m");
    double women = recall(result, "v");
    assertThat(women).isLessThan(men);
    long records = result.quality().groups().stream().mapToLong(GroupQuality::records).sum();
    assertThat(records).isEqualTo(N);
  }

  @Test
  void labelsSharpenTheEstimateAndDecideTheirPair() throws IOException {
    LinkageResult before = job(52).run();
    List<String> labels = new ArrayList<>(List.of("left_id,right_id,match"));
    before.links().stream()
        .filter(link -> link.probability() < 0.999)
        .forEach(
            link ->
                labels.add(
                    link.leftId() + "," + link.rightId() + "," + (People.isRight(link) ? 1 : 0)));
    Path file = folder.resolve("labels.csv");
    Files.write(file, labels);
    LinkageResult after = job(52).withLabels(file).run();
    assertThat(after.quality().labels()).isEqualTo(labels.size() - 1L);
    assertThat(width(after.quality().precision()))
        .isLessThanOrEqualTo(width(before.quality().precision()));
    assertThat(width(after.quality().recall())).isLessThan(width(before.quality().recall()));
    for (LinkageResult.Link link : after.links()) {
      assertThat(labels).doesNotContain(link.leftId() + "," + link.rightId() + ",0");
    }
  }

  @Test
  void labelsOfOtherFilesAreRefused() throws IOException {
    refused("left_id,right_id,match\na0,nobody,1\n", "linkage.labels.unknown-id", 2);
    refused("a,b\n1,2\n", "linkage.csv.ragged", 1);
    String pair =
        People.left(N, 52).get(1).split(",")[0] + "," + People.right(N, 52).get(1).split(",")[0];
    refused("left_id,right_id,match\n" + pair + ",maybe\n", "linkage.labels.match", 2);
    refused(
        "left_id,right_id,match\n" + pair + ",1\n" + pair + ",0\n",
        "linkage.labels.contradiction",
        3);
  }

  private void refused(String text, String code, long line) throws IOException {
    Path file = folder.resolve("bad.csv");
    Files.writeString(file, text);
    LinkageJob job = job(52).withLabels(file);
    assertThatThrownBy(job::run)
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> {
              assertThat(e.refusals().getFirst().code()).isEqualTo(code);
              assertThat(e.refusals().getFirst().where().line()).isEqualTo(line);
            });
  }

  private LinkageJob job(long seed) throws IOException {
    Path left = folder.resolve("left.csv");
    Path right = folder.resolve("right.csv");
    Files.write(left, People.left(N, seed));
    List<String> few = People.rows("b", N * 3 / 8, N + N * 3 / 8, seed, 0.06);
    List<String> many = People.rows("b", N * 3 / 8, N + N * 3 / 8, seed, 0.3);
    List<String> mixed = new ArrayList<>(few);
    for (int i = 1; i < mixed.size(); i++) {
      if (few.get(i).split(",", -1)[4].equals("v")) {
        mixed.set(i, many.get(i));
      }
    }
    Files.write(right, mixed);
    return LinkageJob.withDefaults().withLeft(left).withRight(right);
  }

  private record Truth(double precision, double recall, long links) {}

  private static Truth truth(LinkageResult result, String sex, long seed) {
    List<String> ids =
        People.left(N, seed).stream()
            .map(line -> line.split(",", -1))
            .filter(c -> c[4].equals(sex))
            .map(c -> c[0])
            .toList();
    List<String> others =
        People.right(N, seed).stream().map(line -> line.split(",")[0].substring(1)).toList();
    long matches = ids.stream().filter(id -> others.contains(id.substring(1))).count();
    List<LinkageResult.Link> links =
        result.links().stream().filter(link -> ids.contains(link.leftId())).toList();
    double right = links.stream().filter(People::isRight).count();
    return new Truth(right / links.size(), right / matches, links.size());
  }

  private static double recall(LinkageResult result, String value) {
    return result.quality().groups().stream()
        .filter(group -> group.value().equals(value))
        .mapToDouble(group -> group.recall().value())
        .sum();
  }

  private static boolean covers(Estimate estimate, double truth) {
    return estimate.lower() <= truth && truth <= estimate.upper();
  }

  private static double width(Estimate estimate) {
    return estimate.upper() - estimate.lower();
  }
}
