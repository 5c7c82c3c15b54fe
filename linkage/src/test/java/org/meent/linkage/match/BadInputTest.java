// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.protocols.refusal.RefusalException;

/** Files as they come: what can be linked is linked, what cannot is refused or told. */
class BadInputTest {
  private static final String KINDS =
      "first_name:given-name,surname:surname,dob:date,sex:sex,postcode:postcode,house_no:house-number";

  @TempDir Path folder;

  @Test
  void anIdThatComesAgainFarAwayIsRefusedWithItsLine() throws IOException {
    List<String> lines = new ArrayList<>(People.left(300, 1));
    lines.add(lines.get(17));
    Path file = write("twice.csv", lines);
    assertThatThrownBy(() -> LinkageJob.withDefaults().withLeft(file).run())
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> {
              assertThat(e.refusals().getFirst().code()).isEqualTo("linkage.csv.repeated-id");
              assertThat(e.refusals().getFirst().where().line()).isEqualTo(302);
            });
  }

  @Test
  void aFieldWithoutAnyValueSaysNothing() throws IOException {
    LinkageResult without = link(People.left(400, 2), People.right(400, 2), KINDS);
    LinkageResult with =
        link(
            appended(People.left(400, 2), ",nothing", ","),
            appended(People.right(400, 2), ",nothing", ","),
            KINDS + ",nothing:code");
    assertThat(right(with)).isCloseTo(right(without), within(2L));
  }

  @Test
  void oneValueInHalfOfAllRowsMakesBlocksThatAreRefused() throws IOException {
    int n = 6_000;
    List<String> left = halfTheSame(People.left(n, 3));
    LinkageResult result = link(left, halfTheSame(People.right(n, 3)), KINDS);
    // a quarter of all 3.6e7 pairs agree on both name and day of birth
    assertThat(result.model().comparedPairs()).isLessThan(4_000_000);
    assertThat(result.model().rules()).anyMatch(rule -> rule.refusedBlocks() > 0);
    long right = right(result);
    assertThat(right / (double) result.links().size()).isGreaterThan(0.95);
    assertThat(right).isGreaterThan(n / 4);
  }

  @Test
  void aPartInAnotherCharacterSetIsRefusedWithItsLine() throws IOException {
    List<String> lines = People.left(100, 4);
    String marked = lines.get(50).replaceFirst(",[a-z]", ",\u00eb");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < lines.size(); i++) {
      Charset charset = i == 60 ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
      String line = i == 50 || i == 60 ? marked.replaceFirst("^a", "a" + i) : lines.get(i);
      bytes.write((line + "\n").getBytes(charset));
    }
    refused("mixed.csv", bytes.toByteArray(), 61);
    refused("wide.csv", "id,a\n1,x\n2,y\n".getBytes(StandardCharsets.UTF_16LE), 1);
  }

  private void refused(String name, byte[] content, long line) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, content);
    assertThatThrownBy(() -> LinkageJob.withDefaults().withLeft(file).run())
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> {
              assertThat(e.refusals().getFirst().code()).isEqualTo("linkage.csv.charset");
              assertThat(e.refusals().getFirst().where().line()).isEqualTo(line);
            });
  }

  @Test
  void impossibleDatesAreCountedAndComparedAsWritten() throws IOException {
    List<String> left = new ArrayList<>(People.left(400, 5));
    for (int i = 1; i < left.size(); i += 20) {
      left.set(i, left.get(i).replaceFirst("(\\d{4})-\\d\\d-\\d\\d", "$1-13-45"));
    }
    LinkageResult result = link(left, People.right(400, 5), KINDS);
    long impossible =
        result.model().fields().stream().mapToLong(LinkageModel.Field::impossibleDates).sum();
    long written = left.stream().filter(line -> line.contains("-13-45")).count();
    assertThat(impossible).isGreaterThanOrEqualTo(written);
    assertThat(right(result)).isGreaterThan(235);
  }

  @Test
  void columnsInEachOthersPlaceDoNotLinkStrangers() throws IOException {
    List<String> right =
        People.right(400, 6).stream()
            .map(line -> line.split(",", -1))
            .map(c -> c[0].equals("id") ? String.join(",", c) : shifted(c))
            .toList();
    LinkageResult result = link(People.left(400, 6), right, KINDS);
    assertThat(result.links().stream().filter(link -> !People.isRight(link)).count())
        .isLessThanOrEqualTo(1 + result.links().size() / 50);
  }

  /** Date and postcode exchanged, sex and house number too. */
  private static String shifted(String[] c) {
    return String.join(",", c[0], c[1], c[2], c[5], c[6], c[3], c[4]);
  }

  @Test
  void anEstimationThatDoesNotConvergeSaysSo() throws IOException {
    Path left = write("l.csv", People.left(300, 7));
    Path right = write("r.csv", People.right(300, 7));
    LinkageResult result =
        LinkageJob.withDefaults().withLeft(left).withRight(right).withMostRounds(1).run();
    assertThat(result.model().converged()).isFalse();
    assertThat(result.quality().warnings()).contains("em-not-converged");
    LinkageFiles.write(result, folder.resolve("out"));
    assertThat(folder.resolve("out/quality.json"))
        .content()
        .contains("\"emConverged\" : false", "em-not-converged");
  }

  private LinkageResult link(List<String> left, List<String> right, String fields)
      throws IOException {
    return LinkageJob.withDefaults()
        .withLeft(write("left.csv", left))
        .withRight(write("right.csv", right))
        .withFields(FieldSpec.parse(fields))
        .run();
  }

  private static long right(LinkageResult result) {
    return result.links().stream().filter(People::isRight).count();
  }

  private static List<String> halfTheSame(List<String> lines) {
    List<String> half = new ArrayList<>(lines);
    for (int i = 2; i < half.size(); i += 2) {
      String[] c = half.get(i).split(",", -1);
      half.set(i, String.join(",", c[0], c[1], "onbekend", "1900-01-01", c[4], c[5], c[6]));
    }
    return half;
  }

  private static List<String> appended(List<String> lines, String header, String cell) {
    List<String> longer = new ArrayList<>();
    for (String line : lines) {
      longer.add(line + (longer.isEmpty() ? header : cell));
    }
    return longer;
  }

  private Path write(String name, List<String> lines) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, lines);
    return file;
  }
}
