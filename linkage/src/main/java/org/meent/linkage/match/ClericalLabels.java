// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.meent.linkage.quality.Calibration;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Pairs of records that clerks judged: a file with the columns left_id, right_id and match (1 or 0,
 * true or false, yes or no). Where one pair is judged twice, the judgements must agree.
 */
final class ClericalLabels {
  private static final List<String> HEADER = List.of("left_id", "right_id", "match");
  private static final Set<String> YES = Set.of("1", "true", "yes", "ja", "1.0");
  private static final Set<String> NO = Set.of("0", "false", "no", "nee", "0.0");

  private final Map<Long, Boolean> judged = new HashMap<>();
  private int neverCompared;

  private ClericalLabels() {}

  /**
   * Reads labels.
   *
   * @param left ids of the left file, ascending
   * @param right ids of the right file; the same object when one file is linked with itself
   */
  static ClericalLabels read(Path path, IdColumn left, IdColumn right) {
    String name = String.valueOf(path.getFileName());
    if (!Files.isRegularFile(path)) {
      throw Refusal.badInput("linkage.csv.no-file", Where.file(name)).asException();
    }
    try (InputStream in = Files.newInputStream(path)) {
      ClericalLabels labels = new ClericalLabels();
      CsvFields fields = new CsvFields(name, in);
      if (!Arrays.asList(row(fields)).equals(HEADER)) {
        throw fields.refuse("linkage.labels.header", 1, "", String.join(",", HEADER));
      }
      for (fields.nextRow(); !fields.atEnd(); fields.nextRow()) {
        labels.add(fields, left, right);
      }
      return labels;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] row(CsvFields fields) throws IOException {
    String[] cells = new String[HEADER.size()];
    Arrays.fill(cells, "");
    int count = 0;
    do {
      fields.nextField();
      if (count < cells.length) {
        cells[count] = fields.text("").strip();
      }
      count++;
    } while (!fields.lastOfRow());
    if (count != cells.length) {
      throw fields.refuse("linkage.csv.ragged", fields.row(), "", cells.length, count);
    }
    return cells;
  }

  private void add(CsvFields fields, IdColumn left, IdColumn right) throws IOException {
    String[] cells = row(fields);
    int leftRow = left.find(cells[0]);
    int rightRow = right.find(cells[1]);
    if (leftRow < 0 || rightRow < 0) {
      throw fields.refuse(
          "linkage.labels.unknown-id", fields.row(), HEADER.get(leftRow < 0 ? 0 : 1));
    }
    String word = cells[2].toLowerCase(Locale.ROOT);
    if (!YES.contains(word) && !NO.contains(word)) {
      throw fields.refuse("linkage.labels.match", fields.row(), HEADER.get(2));
    }
    boolean turned = left == right && leftRow > rightRow;
    Long pair = turned ? key(rightRow, leftRow) : key(leftRow, rightRow);
    Boolean before = judged.put(pair, YES.contains(word));
    if (before != null && before != YES.contains(word)) {
      throw fields.refuse("linkage.labels.contradiction", fields.row(), "");
    }
  }

  private static long key(int left, int right) {
    return (long) left << 32 | right;
  }

  /** Labelled matches that were never compared with each other. */
  int neverCompared() {
    return neverCompared;
  }

  /**
   * Brings the probabilities of pairs in line with the labels; a judged pair takes its judgement.
   *
   * @param left the left rows that were compared
   * @param right the right rows that were compared
   */
  Calibration apply(ScoredPairs pairs, IdenticalRows left, IdenticalRows right) {
    int[] found = new int[judged.size()];
    boolean[] match = new boolean[found.length];
    int count = 0;
    int matches = 0;
    for (int e = 0; e < pairs.size(); e++) {
      Boolean label = judged.get(key(left.keep()[pairs.left()[e]], right.keep()[pairs.right()[e]]));
      if (label != null) {
        match[count] = label;
        found[count++] = e;
        matches += label ? 1 : 0;
      }
    }
    neverCompared = (int) judged.values().stream().filter(yes -> yes).count() - matches;
    int[] at = Arrays.copyOf(found, count);
    double[] before = Arrays.stream(at).mapToDouble(e -> pairs.probability()[e]).toArray();
    Calibration calibration = Calibration.fit(before, Arrays.copyOf(match, count));
    for (int e = 0; e < pairs.size(); e++) {
      pairs.probability()[e] = calibration.probability(pairs.probability()[e]);
    }
    for (int i = 0; i < count; i++) {
      pairs.probability()[at[i]] = match[i] ? 1 : 0;
    }
    return calibration;
  }
}
