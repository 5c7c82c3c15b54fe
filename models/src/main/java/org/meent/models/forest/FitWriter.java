// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.meent.models.frame.Frame;

/**
 * Writes what a fit found into a folder, for use inside: {@code effects.csv} with one line per row
 * and arm, {@code predicted.csv} for new rows, {@code summary.json}. Each file is written beside
 * its name and then moved, so that nothing half-written is ever taken for a result.
 */
public final class FitWriter {
  private static final String HEADER = "arm,contrast,effect,se,lower,upper\n";

  private FitWriter() {}

  /** Effects and standard errors of one arm for the rows of a file. */
  private record Column(String arm, String contrast, double[] effect, double[] se) {}

  /** Writes all files; the folder is made if it is not there. */
  public static void write(FitResult result, Path folder) throws IOException {
    Frame frame = result.frame();
    List<Column> own = new ArrayList<>();
    List<Column> fresh = new ArrayList<>();
    for (ArmResult arm : result.arms()) {
      String contrast = arm.arm() + " - " + frame.arms().getFirst();
      double[][] both = arm.everybody(frame.rows());
      own.add(new Column(arm.arm(), contrast, both[0], both[1]));
      ForestEffects effects = arm.fit().effects();
      int before = arm.outside().length;
      int all = effects.freshEffect().length;
      fresh.add(
          new Column(
              arm.arm(),
              contrast,
              Arrays.copyOfRange(effects.freshEffect(), before, all),
              Arrays.copyOfRange(effects.freshSe(), before, all)));
    }
    double wide = result.job().interval().standardErrors();
    write(folder, frame, own, result.fresh(), fresh, wide, FitSummary.json(result));
  }

  /** Writes all files of a fit of an amount; the arm is the treatment, the contrast one unit. */
  public static void write(DoseResult result, Path folder) throws IOException {
    Frame frame = result.fit().frame();
    String name = frame.arms().getFirst();
    String contrast = name + " + 1 - " + name;
    ForestEffects effects = result.fit().effects();
    List<Column> own = List.of(new Column(name, contrast, effects.effect(), effects.se()));
    List<Column> fresh =
        List.of(new Column(name, contrast, effects.freshEffect(), effects.freshSe()));
    double wide = result.job().interval().standardErrors();
    write(folder, frame, own, result.fresh(), fresh, wide, DoseSummary.json(result));
  }

  private static void write(
      Path folder,
      Frame frame,
      List<Column> own,
      Optional<NewRows> asked,
      List<Column> fresh,
      double wide,
      String summary)
      throws IOException {
    Files.createDirectories(folder);
    int[] position = new int[frame.rows()];
    for (int i = 0; i < position.length; i++) {
      position[frame.inputRow(i)] = i;
    }
    write(folder.resolve("effects.csv"), out -> rows(out, frame.ids(), position, own, wide));
    if (asked.isPresent()) {
      int[] inOrder = IntStream.range(0, asked.get().x().rows()).toArray();
      List<String> ids = asked.get().ids();
      write(folder.resolve("predicted.csv"), out -> rows(out, ids, inOrder, fresh, wide));
    }
    write(folder.resolve("summary.json"), out -> out.write(summary));
  }

  private interface Content {
    void into(BufferedWriter out) throws IOException;
  }

  private static void write(Path file, Content content) throws IOException {
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    try (BufferedWriter out = Files.newBufferedWriter(partial, StandardCharsets.UTF_8)) {
      content.into(out);
    }
    Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** One line per row and arm; ids stand in the order of the positions. */
  private static void rows(
      BufferedWriter out, List<String> ids, int[] position, List<Column> columns, double wide)
      throws IOException {
    out.write(ids.isEmpty() ? "row," : "row,id,");
    out.write(HEADER);
    for (int row = 0; row < position.length; row++) {
      int i = position[row];
      String start = (row + 1) + "," + (ids.isEmpty() ? "" : quoted(ids.get(i)) + ",");
      for (Column column : columns) {
        out.write(start);
        out.write(quoted(column.arm()));
        out.write(',');
        out.write(quoted(column.contrast()));
        numbers(out, column.effect()[i], column.se()[i], wide);
        out.write('\n');
      }
    }
  }

  private static void numbers(BufferedWriter out, double effect, double se, double wide)
      throws IOException {
    double half = wide * se;
    for (double value : new double[] {effect, se, effect - half, effect + half}) {
      out.write(',');
      out.write(Double.isFinite(value) ? Double.toString(value) : "");
    }
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
