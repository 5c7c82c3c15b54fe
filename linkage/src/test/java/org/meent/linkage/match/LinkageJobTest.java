// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.protocols.refusal.RefusalException;

class LinkageJobTest {
  @TempDir Path folder;

  @Test
  void linksOneToOneAboveTheUsualAndSortsById() throws IOException {
    LinkageResult result = People.link(folder, 800, 1);
    long right = result.links().stream().filter(People::isRight).count();
    double precision = right / (double) result.links().size();
    assertThat(precision).isGreaterThan(0.98);
    assertThat(right / 500.0).isGreaterThan(0.97);
    assertThat(result.links()).isSortedAccordingTo((a, b) -> a.leftId().compareTo(b.leftId()));
    assertThat(result.links().stream().map(LinkageResult.Link::leftId)).doesNotHaveDuplicates();
    assertThat(result.links().stream().map(LinkageResult.Link::rightId)).doesNotHaveDuplicates();
    assertThat(result.model().converged()).isTrue();
  }

  @Test
  void knowsItsOwnErrorOnSeedsNobodyTunedOn() throws IOException {
    int covered = 0;
    for (long seed = 21; seed < 31; seed++) {
      LinkageResult result = People.link(folder, 400, seed);
      long right = result.links().stream().filter(People::isRight).count();
      double precision = right / (double) result.links().size();
      double recall = right / 250.0;
      covered += covers(result.quality().precision(), precision) ? 1 : 0;
      covered += covers(result.quality().recall(), recall) ? 1 : 0;
    }
    // twenty intervals of 95 %
    assertThat(covered).isGreaterThanOrEqualTo(18);
  }

  private static boolean covers(org.meent.linkage.quality.Estimate estimate, double truth) {
    return estimate.lower() <= truth && truth <= estimate.upper();
  }

  @Test
  void groupsOneFileUnderTheSmallestId() throws IOException {
    List<String> lines = new ArrayList<>(People.left(400, 2));
    lines.addAll(People.right(400, 2).subList(1, 251));
    Path file = write("one.csv", lines);
    LinkageResult result = LinkageJob.withDefaults().withLeft(file).withIdColumn("id").run();
    assertThat(result.clusters()).hasSize(lines.size() - 1);
    long grouped = result.clusters().stream().filter(m -> !m.id().equals(m.cluster())).count();
    assertThat(grouped).isBetween(230L, 255L);
    assertThat(result.clusters()).allMatch(m -> m.cluster().compareTo(m.id()) <= 0);
  }

  @Test
  void sameBytesForThreadsAndRowOrder() throws IOException {
    List<String> left = People.left(600, 3);
    List<String> right = People.right(600, 3);
    List<byte[]> first = files(left, right, 1, "a");
    assertThat(files(left, right, 2, "b")).usingRecursiveComparison().isEqualTo(first);
    assertThat(files(shuffled(left, 5), shuffled(right, 6), 2, "c"))
        .usingRecursiveComparison()
        .isEqualTo(first);
  }

  @Test
  void aFileOfIdenticalRecordsIsCheap() throws IOException {
    List<String> lines = new ArrayList<>(List.of("id,first_name,surname,dob"));
    for (int i = 0; i < 200_000; i++) {
      lines.add(i + ",Jan,Jansen,1980-01-01");
    }
    Path file = write("same.csv", lines);
    LinkageJob job =
        LinkageJob.withDefaults()
            .withLeft(file)
            .withFields(FieldSpec.parse("first_name:given-name,surname:surname,dob:date"));
    LinkageResult one = job.run();
    assertThat(one.clusters()).hasSize(200_000);
    assertThat(one.quality().warnings()).contains("identical-records-compared-once:199999");
    LinkageResult two = job.withRight(file).run();
    assertThat(two.links()).isEmpty();
    assertThat(two.quality().warnings()).contains("identical-records-left-out:400000");
  }

  @Test
  void identicalRecordsDoNotHideTheOthers() throws IOException {
    List<String> left = new ArrayList<>(People.left(600, 4));
    for (int i = 0; i < 5_000; i++) {
      left.add("z" + i + ",Jan,Jansen,1980-01-01,m,1234AB,1");
    }
    LinkageResult result =
        LinkageJob.withDefaults()
            .withLeft(write("l.csv", left))
            .withRight(write("r.csv", People.right(600, 4)))
            .run();
    assertThat(result.links().stream().filter(People::isRight).count()).isGreaterThan(350);
  }

  @Test
  void halfOfAllRowsWithOneValueAndAnEmptyColumn() throws IOException {
    List<String> left =
        People.left(600, 7).stream()
            .map(
                line ->
                    line.hashCode() % 2 == 0
                        ? line.replaceAll("\\d{4}-\\d\\d-\\d\\d", "1900-01-01")
                        : line)
            .map(line -> line + (line.startsWith("id") ? ",nothing" : ","))
            .toList();
    List<String> right =
        People.right(600, 7).stream()
            .map(line -> line + (line.startsWith("id") ? ",nothing" : ","))
            .toList();
    LinkageResult result =
        LinkageJob.withDefaults()
            .withLeft(write("l.csv", left))
            .withRight(write("r.csv", right))
            .run();
    assertThat(result.guesses())
        .anyMatch(g -> g.column().equals("nothing") && g.kind() == FieldKind.IGNORE);
    assertThat(result.links().stream().filter(People::isRight).count()).isGreaterThan(340);
  }

  @Test
  void namesInEachOthersColumnInOneFile() throws IOException {
    List<String> right =
        People.right(600, 8).stream()
            .map(line -> line.split(",", -1))
            .map(c -> c[0].equals("id") ? String.join(",", c) : swap(c))
            .toList();
    LinkageResult result =
        LinkageJob.withDefaults()
            .withLeft(write("l.csv", People.left(600, 8)))
            .withRight(write("r.csv", right))
            .run();
    assertThat(result.links().stream().filter(People::isRight).count()).isGreaterThan(300);
  }

  @Test
  void refusesWhatItCannotRead() throws IOException {
    refuses("id,a\n1,x\n1,y\n", "row or line 3", "linkage.csv.repeated-id", 3);
    refuses("id,a\n1,x\n2\n", "two", "linkage.csv.ragged", 3);
    refuses("nr,a\n1,x\n", "id", "linkage.csv.no-id", 1);
    refuses("id,a\n,x\n", "empty", "linkage.csv.empty-id", 2);
    refuses("id,a\n", "nothing", "linkage.csv.empty", 0);
    refuses("id,a\n1,\"x\n", "quote", "linkage.csv.open-quote", 2);
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "id,a\n1,café\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> LinkageJob.withDefaults().withLeft(latin).run())
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("not UTF-8")
        .hasMessageContaining("latin.csv, line 2, a");
  }

  @Test
  void readsQuotesSemicolonsAndMarks() throws IOException {
    Path file = folder.resolve("q.csv");
    Files.writeString(file, "\ufeffid;\"na;me\"\r\n1;\"a \"\"b\"\" ; c\"\r\n2; d \r\n");
    CsvTable table = CsvReader.read(file, "id", column -> true);
    assertThat(table.header()).containsExactly("id", "na;me");
    assertThat(table.columns().get(1).values()).containsExactly("", "a \"b\" ; c", "d");
  }

  private void refuses(String text, String about, String code, long line) throws IOException {
    Path file = folder.resolve("bad.csv");
    Files.writeString(file, text);
    assertThatThrownBy(() -> LinkageJob.withDefaults().withLeft(file).run())
        .as(about)
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> {
              assertThat(e.refusals().getFirst().code()).isEqualTo(code);
              assertThat(e.refusals().getFirst().where().line()).isEqualTo(line);
            });
  }

  private List<byte[]> files(List<String> left, List<String> right, int threads, String name)
      throws IOException {
    Path out = folder.resolve("out-" + name);
    LinkageResult result =
        LinkageJob.withDefaults()
            .withLeft(write(name + "-l.csv", left))
            .withRight(write(name + "-r.csv", right))
            .withThreads(threads)
            .run();
    LinkageFiles.write(result, out);
    return List.of(
        Files.readAllBytes(out.resolve("links.csv")),
        Files.readAllBytes(out.resolve("model.json")),
        Files.readAllBytes(out.resolve("quality.json")));
  }

  private static List<String> shuffled(List<String> lines, long seed) {
    List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
    Collections.shuffle(rows, new Random(seed));
    rows.addFirst(lines.getFirst());
    return rows;
  }

  private static String swap(String[] cells) {
    String first = cells[1];
    cells[1] = cells[2];
    cells[2] = first;
    return String.join(",", cells);
  }

  private Path write(String name, List<String> lines) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, lines);
    return file;
  }
}
