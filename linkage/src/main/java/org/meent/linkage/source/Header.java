// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.csv.CsvReader;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;
import org.meent.protocols.yaml.Nearest;

/**
 * Where the declared columns stand in a file.
 *
 * @param width number of columns of the file
 * @param keys places of the columns that hold parts of a pseudonym, as the protocol orders them
 * @param variables places of the declared variables, in the order of the protocol
 */
record Header(int width, int[] keys, int[] variables) {

  /**
   * Reads the present row as the header. All faults are reported at once. A name of the file is
   * only quoted when it resembles a declared one: without a header this row would be a person.
   *
   * @throws RefusalException if a declared column is missing or a name appears twice
   */
  static Header of(CsvReader row, SourcePlan plan, Where where) {
    Map<String, Integer> places = new HashMap<>();
    List<Refusal> faults = new ArrayList<>();
    for (int i = 0; i < row.fields(); i++) {
      if (places.putIfAbsent(row.text(i), i) != null) {
        faults.add(Refusal.badInput("linkage.text.column-twice", where.atLine(row.line()), i + 1));
      }
    }
    int[] keys = places(plan.keyColumns(), places, where, faults);
    int[] variables = places(plan.variables().sequencedKeySet(), places, where, faults);
    if (!faults.isEmpty()) {
      throw new RefusalException(faults);
    }
    return new Header(row.fields(), keys, variables);
  }

  /**
   * Compares the present row with the header.
   *
   * @throws RefusalException if it has not as many fields
   */
  void checkWidth(CsvReader row, Where where) {
    if (row.fields() != width) {
      throw Refusal.badInput("linkage.text.ragged", where.atLine(row.line()), width, row.fields())
          .asException();
    }
  }

  private static int[] places(
      Collection<String> names, Map<String, Integer> places, Where where, List<Refusal> faults) {
    return names.stream().mapToInt(name -> place(name, places, where, faults)).toArray();
  }

  private static int place(
      String name, Map<String, Integer> places, Where where, List<Refusal> faults) {
    Integer place = places.get(name);
    if (place != null) {
      return place;
    }
    faults.add(missing(name, places.keySet().stream().sorted().toList(), where));
    return -1;
  }

  /** Says that a declared column is not in a file, with the nearest name that is. */
  static Refusal missing(String name, List<String> there, Where where) {
    return Nearest.of(name, there)
        .map(
            near ->
                Refusal.badInput("linkage.text.column-missing-near", where.in(name), name, near))
        .orElse(Refusal.badInput("linkage.text.column-missing", where.in(name), name));
  }
}
