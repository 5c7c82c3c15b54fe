// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.forest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Writes what a fit found into a folder, for use inside: {@code effects.csv} with one line per row
 * and arm, {@code predicted.csv} for new rows, {@code summary.json}. Each file is written beside
 * its name and then moved, so that nothing half-written is ever taken for a result.
 */
public final class FitWriter {
  private static final String HEADER = "arm,contrast,effect,se,lower,upper\n";

  private FitWriter() {}

  /** Writes all files; the folder is made if it is not there. */
  public static void write(FitResult result, Path folder) throws IOException {
    Files.createDirectories(folder);
    write(folder.resolve("effects.csv"), out -> effects(result, out));
    if (result.fresh().isPresent()) {
      NewRows fresh = result.fresh().get();
      write(folder.resolve("predicted.csv"), out -> predicted(result, fresh, out));
    }
    write(folder.resolve("summary.json"), out -> out.write(FitSummary.json(result)));
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

  private static void effects(FitResult result, BufferedWriter out) throws IOException {
    int n = result.frame().rows();
    int[] position = new int[n];
    for (int i = 0; i < n; i++) {
      position[result.frame().inputRow(i)] = i;
    }
    List<double[][]> values = result.arms().stream().map(arm -> arm.everybody(n)).toList();
    List<String> ids = result.frame().ids();
    out.write(ids.isEmpty() ? "row," : "row,id,");
    out.write(HEADER);
    for (int row = 0; row < n; row++) {
      int i = position[row];
      String start = (row + 1) + "," + (ids.isEmpty() ? "" : quoted(ids.get(i)) + ",");
      for (int a = 0; a < values.size(); a++) {
        double[][] both = values.get(a);
        line(out, start, result, result.arms().get(a), both[0][i], both[1][i]);
      }
    }
  }

  private static void predicted(FitResult result, NewRows fresh, BufferedWriter out)
      throws IOException {
    boolean named = !fresh.ids().isEmpty();
    out.write(named ? "row,id," : "row,");
    out.write(HEADER);
    for (int row = 0; row < fresh.x().rows(); row++) {
      String start = (row + 1) + "," + (named ? quoted(fresh.ids().get(row)) + "," : "");
      for (ArmResult arm : result.arms()) {
        int k = arm.outside().length + row;
        ForestEffects effects = arm.fit().effects();
        line(out, start, result, arm, effects.freshEffect()[k], effects.freshSe()[k]);
      }
    }
  }

  private static void line(
      BufferedWriter out, String start, FitResult result, ArmResult arm, double effect, double se)
      throws IOException {
    double half = result.job().interval().standardErrors() * se;
    out.write(start);
    out.write(quoted(arm.arm()));
    out.write(',');
    out.write(quoted(arm.arm() + " - " + result.frame().arms().get(0)));
    for (double value : new double[] {effect, se, effect - half, effect + half}) {
      out.write(',');
      out.write(Double.isFinite(value) ? Double.toString(value) : "");
    }
    out.write('\n');
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
