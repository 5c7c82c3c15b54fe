// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.meent.disclosure.spec.Columns;
import org.meent.disclosure.spec.ProtectionSpec;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** Reads the records that a specification names, and the hierarchies they show. */
final class MicrodataReader {
  private final ProtectionSpec spec;
  private final List<Axis> axes = new ArrayList<>();
  private final NumberColumn amounts = new NumberColumn();
  private final NumberColumn weights = new NumberColumn();
  private final BitSet asking = new BitSet();
  private final Map<String, Integer> contributorIds = new HashMap<>();
  private int[] contributor = new int[1024];
  private int measureAt = -1;
  private int weightAt = -1;
  private int contributorAt = -1;
  private int requestAt = -1;
  private int count;

  private MicrodataReader(ProtectionSpec spec) {
    this.spec = spec;
  }

  static Microdata read(Path folder, ProtectionSpec spec) {
    MicrodataReader reader = new MicrodataReader(spec);
    Path input = CsvFile.named(folder, spec.input());
    CsvFile.read(input, spec.input(), reader::header, reader::row);
    return reader.finish();
  }

  private void header(List<String> header) {
    HeaderRow columns = new HeaderRow(spec.input(), header);
    spec.dimensions()
        .forEach(
            (name, of) -> axes.add(new Axis(spec.input(), name, of, columns.places(of.columns()))));
    Columns of = spec.columns();
    of.measure().ifPresent(name -> measureAt = columns.place(name));
    of.weight().ifPresent(name -> weightAt = columns.place(name));
    of.contributor().ifPresent(name -> contributorAt = columns.place(name));
    of.request().ifPresent(request -> requestAt = columns.place(request.column()));
  }

  private void row(long line, List<String> fields) {
    axes.forEach(axis -> axis.add(line, fields));
    if (count == contributor.length) {
      contributor = Arrays.copyOf(contributor, count * 2);
    }
    if (measureAt >= 0) {
      String name = spec.columns().measure().orElseThrow();
      amounts.add(fields.get(measureAt), () -> notANumber(line, name));
    }
    if (weightAt >= 0) {
      String name = spec.columns().weight().orElseThrow();
      weights.add(fields.get(weightAt), () -> notANumber(line, name));
      if (weights.last() <= 0) {
        throw refuse("disclosure.csv.weight", line, name);
      }
    }
    int who = count;
    if (contributorAt >= 0) {
      String code = fields.get(contributorAt);
      if (code.isBlank()) {
        String name = spec.columns().contributor().orElseThrow();
        throw refuse("disclosure.csv.no-contributor", line, name);
      }
      who = contributorIds.computeIfAbsent(code, key -> contributorIds.size());
    }
    contributor[count] = who;
    if (requestAt >= 0) {
      Columns.Request request = spec.columns().request().orElseThrow();
      asking.set(who, asking.get(who) || fields.get(requestAt).equals(request.code()));
    }
    count++;
  }

  private RuntimeException notANumber(long line, String column) {
    return refuse("disclosure.csv.number", line, column, NumberColumn.MOST_DECIMALS);
  }

  private RuntimeException refuse(String code, long line, String column, Object... args) {
    return Refusal.badInput(code, Where.file(spec.input()).atLine(line).in(column), args)
        .asException();
  }

  private Microdata finish() {
    if (count == 0) {
      throw Refusal.badInput("disclosure.csv.no-records", Where.file(spec.input())).asException();
    }
    List<Hierarchy> hierarchies = axes.stream().map(Axis::hierarchy).toList();
    Grid grid = new Grid(hierarchies, spec.tables());
    int[][] node = new int[axes.size()][];
    for (int d = 0; d < node.length; d++) {
      node[d] = axes.get(d).nodes(hierarchies.get(d));
    }
    int[] rank = contributorAt >= 0 ? ranks() : new int[0];
    return new Microdata(
        grid,
        node,
        measureAt >= 0 ? amounts.inUnitsOf(amounts.scale()) : new long[0],
        amounts.scale(),
        weightAt >= 0 ? weights.inUnitsOf(weights.scale()) : new long[0],
        weights.scale(),
        contributorAt >= 0
            ? Arrays.stream(contributor, 0, count).map(id -> rank[id]).toArray()
            : new int[0],
        contributorAt >= 0 ? contributorIds.size() : count,
        requestAt >= 0 ? asked(rank) : new boolean[0]);
  }

  /** Contributors numbered by their code, so that the order of the rows does not matter. */
  private int[] ranks() {
    int[] rank = new int[contributorIds.size()];
    int next = 0;
    for (int id : new TreeMap<>(contributorIds).values()) {
      rank[id] = next++;
    }
    return rank;
  }

  private boolean[] asked(int[] rank) {
    boolean[] asked = new boolean[contributorAt >= 0 ? rank.length : count];
    asking.stream().forEach(id -> asked[contributorAt >= 0 ? rank[id] : id] = true);
    return asked;
  }
}
