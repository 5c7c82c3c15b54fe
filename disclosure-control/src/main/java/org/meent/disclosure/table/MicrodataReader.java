// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** Reads the records that a specification names, and the hierarchies they show. */
final class MicrodataReader {
  private static final int MOST_DECIMALS = 8;

  private final ProtectionSpec spec;
  private final List<Axis> axes = new ArrayList<>();
  private int measureAt = -1;
  private int contributorAt = -1;
  private int count;
  private long[] amount = new long[1024];
  private byte[] decimals = new byte[1024];
  private int[] contributor = new int[1024];
  private final Map<String, Integer> contributorIds = new HashMap<>();
  private int scale;

  private MicrodataReader(ProtectionSpec spec) {
    this.spec = spec;
  }

  static Microdata read(Path folder, ProtectionSpec spec) {
    MicrodataReader reader = new MicrodataReader(spec);
    CsvReader.read(folder.resolve(spec.input()), spec.input(), reader::header, reader::row);
    return reader.finish();
  }

  private void header(List<String> columns) {
    if (columns.stream().distinct().count() != columns.size()) {
      throw Refusal.badInput("disclosure.csv.column-twice", Where.file(spec.input()).atLine(1))
          .asException();
    }
    spec.dimensions()
        .forEach(
            (name, levels) ->
                axes.add(
                    new Axis(
                        spec.input(),
                        name,
                        levels,
                        levels.stream().mapToInt(level -> find(columns, level)).toArray())));
    spec.measure().ifPresent(name -> measureAt = find(columns, name));
    spec.contributor().ifPresent(name -> contributorAt = find(columns, name));
  }

  private int find(List<String> columns, String name) {
    int at = columns.indexOf(name);
    if (at < 0) {
      throw Refusal.badInput("disclosure.csv.no-column", Where.file(spec.input()).atLine(1), name)
          .asException();
    }
    return at;
  }

  private void row(long line, List<String> fields) {
    axes.forEach(axis -> axis.add(line, fields));
    if (count == amount.length) {
      amount = Arrays.copyOf(amount, count * 2);
      decimals = Arrays.copyOf(decimals, count * 2);
      contributor = Arrays.copyOf(contributor, count * 2);
    }
    if (measureAt >= 0) {
      number(line, fields.get(measureAt));
    }
    if (contributorAt >= 0) {
      String who = fields.get(contributorAt);
      if (who.isBlank()) {
        throw refuse("disclosure.csv.no-contributor", line, spec.contributor().orElseThrow());
      }
      contributor[count] = contributorIds.computeIfAbsent(who, key -> contributorIds.size());
    }
    count++;
  }

  private void number(long line, String text) {
    int point = text.indexOf('.');
    int after = point < 0 ? 0 : text.length() - point - 1;
    String digits = point < 0 ? text : text.substring(0, point) + text.substring(point + 1);
    if (after > MOST_DECIMALS || !digits.matches("-?[0-9]{1,15}") || (point >= 0 && after == 0)) {
      throw refuse("disclosure.csv.number", line, spec.measure().orElseThrow(), MOST_DECIMALS);
    }
    amount[count] = Long.parseLong(digits);
    decimals[count] = (byte) after;
    scale = Math.max(scale, after);
  }

  private RuntimeException refuse(String code, long line, String column, Object... args) {
    return Refusal.badInput(code, Where.file(spec.input()).atLine(line).in(column), args)
        .asException();
  }

  private Microdata finish() {
    if (count == 0) {
      throw Refusal.badInput("disclosure.csv.no-records", Where.file(spec.input())).asException();
    }
    Grid grid = new Grid(axes.stream().map(Axis::hierarchy).toList());
    int[][] node = axes.stream().map(Axis::nodes).toArray(int[][]::new);
    long[] amounts = new long[0];
    if (measureAt >= 0) {
      amounts = Arrays.copyOf(amount, count);
      for (int i = 0; i < count; i++) {
        for (int d = decimals[i]; d < scale; d++) {
          amounts[i] = Math.multiplyExact(amounts[i], 10);
        }
      }
    }
    int[] who = contributorAt >= 0 ? ranked() : new int[0];
    int number = contributorAt >= 0 ? contributorIds.size() : count;
    return new Microdata(grid, node, amounts, scale, who, number);
  }

  /** Contributors numbered by their code, so that the order of the rows does not matter. */
  private int[] ranked() {
    int[] rank = new int[contributorIds.size()];
    int next = 0;
    for (int id : new TreeMap<>(contributorIds).values()) {
      rank[id] = next++;
    }
    int[] out = new int[count];
    for (int i = 0; i < count; i++) {
      out[i] = rank[contributor[i]];
    }
    return out;
  }
}
