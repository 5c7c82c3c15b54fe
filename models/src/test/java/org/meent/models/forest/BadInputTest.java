// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meent.models.effect.EffectEstimate;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.run.RandomStream;

/** Files that no effect should come from, and files that only look like it. */
class BadInputTest {
  private static final int ROWS = 300;
  private static final List<String> COLUMNS = List.of("x", "kind", "w", "y", "v", "c");
  @TempDir Path folder;

  /** The kind decides treatment and outcome together; the effect is 1. */
  private static List<String> cells(int row) {
    RandomStream random = RandomStream.of(5, "bad", row);
    int kind = random.nextInt(3);
    double x = random.nextGaussian();
    int w = random.nextDouble() < 0.25 + 0.25 * kind ? 1 : 0;
    double y = x + 2 * kind + w + 0.5 * random.nextGaussian();
    return List.of(
        String.format(Locale.ROOT, "%.5f", x),
        "abc".substring(kind, kind + 1),
        String.valueOf(w),
        String.format(Locale.ROOT, "%.5f", y),
        "1",
        "c" + row % 30);
  }

  private static String line(int row, String column, UnaryOperator<String> change) {
    List<String> cells = cells(row);
    return String.join(
        ",",
        IntStream.range(0, cells.size())
            .mapToObj(
                j -> COLUMNS.get(j).equals(column) ? change.apply(cells.get(j)) : cells.get(j))
            .toList());
  }

  private Path file(IntFunction<String> line) {
    String text =
        IntStream.range(0, ROWS)
            .mapToObj(line)
            .reduce(String.join(",", COLUMNS) + "\n", (a, b) -> a + b + "\n");
    return write(text);
  }

  private Path write(String text) {
    try {
      return Files.writeString(folder.resolve("data.csv"), text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static FitJob job(Path data) {
    FitJob job = FitJob.withDefaults(data, "w", "y").withTrees(60).withSplits(1);
    return job.withColumns(job.columns().withCovariates(List.of("x", "kind")));
  }

  /** What is wrong in a column of every row or of one, and the sentence it gets. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "w | all | 1 | at least two arms",
        "w | 7 | NA | a word for an unknown value",
        "w | 7 | '' | an empty cell",
        "w | 7 | 1.0 | one way of writing each arm",
        "y | all | 5 | the same value in every row of an arm",
        "y | 7 | NaN | NaN or infinity",
        "y | 7 | '' | a missing or infinite one",
        "y | 7 | '\"1,5\"' | a decimal comma",
        "y | 7 | much | found text",
        "x | 7 | inf | NaN or infinity",
        "x | 7 | 1e999 | infinity",
        "x | 7 | much | found text"
      })
  void isRefusedInOneSentence(String column, String where, String value, String sentence) {
    Path data =
        file(
            row ->
                where.equals("all") || where.equals(String.valueOf(row))
                    ? line(row, column, cell -> row == 7 && value.equals("1.0") ? "1.0" : value)
                    : line(row, column, cell -> cell));
    assertThatThrownBy(() -> job(data).run())
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void anOutcomeThatIsTheTreatmentIsRefused() {
    Path data =
        file(
            row -> {
              List<String> c = cells(row);
              return line(row, "y", cell -> c.get(2));
            });
    assertThatThrownBy(() -> job(data).run()).hasMessageContaining("outcome that differs");
  }

  @Test
  void aCovariateThatIsSomethingElseIsRefused() {
    Path data = file(row -> line(row, "", cell -> cell));
    for (String name : List.of("w", "y", "v")) {
      FitJob job = job(data);
      FitColumns columns = job.columns().withWeights("v").withCovariates(List.of("x", name));
      assertThatThrownBy(() -> job.withColumns(columns).run())
          .as(name)
          .hasMessageContaining("one of these as well");
    }
    Path same =
        file(
            row -> {
              double y = Double.parseDouble(cells(row).get(3));
              return line(row, "x", cell -> String.valueOf(3 - 2 * y));
            });
    assertThatThrownBy(() -> job(same).run()).hasMessageContaining("follows from the outcome");
  }

  @Test
  void anArmWithoutWeightIsNoArm() {
    Path data = file(row -> line(row, "v", cell -> cells(row).get(2)));
    FitJob job = job(data);
    assertThatThrownBy(() -> job.withColumns(job.columns().withWeights("v")).run())
        .hasMessageContaining("found 0 in arm 0");
  }

  @Test
  void aClusterWithMostOfTheRowsIsRefused() {
    Path data = file(row -> line(row, "c", cell -> row < 40 ? cell : "big"));
    FitJob job = job(data);
    assertThatThrownBy(() -> job.withColumns(job.columns().withClusters(List.of("c"))).run())
        .hasMessageContaining("at most half of the rows");
  }

  @Test
  void anotherSeparatorIsNamed() {
    for (String separator : List.of(";", "\t")) {
      Path data = write(("x,kind,w,y\n1,a,1,2\n").replace(",", separator));
      assertThatThrownBy(() -> job(data).run()).hasMessageContaining("another separator");
    }
    assertThatThrownBy(() -> job(write("")).run()).hasMessageContaining("at least one row");
    assertThatThrownBy(() -> job(write("x,kind,w,y\n")).run())
        .hasMessageContaining("at least one row");
  }

  /** A quoted line end before the fault moves its line, not its row. */
  @Test
  void theLineIsThatOfTheFile() {
    Path data =
        file(
            row ->
                row == 3
                    ? line(row, "kind", cell -> "\"a\nb\"")
                    : line(row, "y", cell -> row == 7 ? "" : cell));
    assertThatThrownBy(() -> job(data).run()).hasMessageContaining("line 10, y");
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsChangeNothing() throws IOException {
    Path data = file(row -> line(row, "", cell -> cell));
    String hash = job(data).run().hash();
    write("\uFEFF" + Files.readString(data).replace("\n", "\r\n"));
    assertThat(job(data).run().hash()).isEqualTo(hash);
  }

  /** Left out, the words would leave a bias of more than one; see {@link #cells}. */
  @Test
  void wordsAreCovariatesToo() throws IOException {
    Path data = file(row -> line(row, "kind", cell -> row < 4 ? "seldom" : cell));
    Path fresh = Files.writeString(folder.resolve("new.csv"), "x,kind\n0,a\n0,c\n0,never\n");
    FitResult result = job(data).withPredict(fresh).run();
    assertThat(result.frame().names()).contains("kind=(rare)").hasSize(1 + 2 + 1);
    EffectEstimate ate = result.arms().getFirst().estimates().getFirst();
    assertThat(ate.value()).isCloseTo(1, within(4 * ate.se()));
    assertThat(ate.se()).isLessThan(0.15);
    assertThat(result.fresh().orElseThrow().x().rows()).isEqualTo(3);
    FitJob unnamed = FitJob.withDefaults(data, "w", "y").withTrees(60).withSplits(1);
    assertThat(unnamed.read().frame().names()).contains("kind=(rare)");
    assertThat(unnamed.read().notes()).anyMatch(note -> note.contains("kind"));
  }

  @Test
  void tooManyWordsAreRefused() {
    Path data = file(row -> line(row, "kind", cell -> "k" + row / 2));
    FitJob job = job(data);
    assertThat(job.read().frame().names()).contains("kind=(rare)").hasSize(2);
    CategoryCodes few =
        CategoryCodes.of("f", "k", IntStream.range(0, 2000).mapToObj(i -> "k" + i % 90).toList());
    assertThat(few.kept()).hasSize(89);
    List<String> many = IntStream.range(0, 2000).mapToObj(i -> "k" + i % 150).toList();
    assertThatThrownBy(() -> CategoryCodes.of("f", "k", many)).hasMessageContaining("149");
  }

  @Test
  void theReferenceIsTheWordForNotTreated() {
    Path data = file(row -> line(row, "w", cell -> cell.equals("1") ? "ja" : "nee"));
    assertThat(job(data).read().frame().arms()).containsExactly("nee", "ja");
    Path words = file(row -> line(row, "w", cell -> cell.equals("1") ? "course" : "desk"));
    assertThat(job(words).read().frame().arms()).containsExactly("course", "desk");
    assertThat(job(words).read().notes()).anyMatch(note -> note.contains("arm course"));
  }
}
