// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Where the persons of the population ended, by a subgroup: {@code in = out + losses by reason} for
 * each code. A person of several trials ended in the cohort if one of them did, otherwise where the
 * trial that got furthest was lost.
 *
 * @param variable the variable of the base source
 * @param codes its codes, ascending; an unknown code is the empty text
 * @param ends in the cohort first, then the reasons, ascending
 * @param persons one list per code, one number per end
 */
public record GroupFlow(
    String variable, List<String> codes, List<String> ends, List<List<Long>> persons) {
  /** The end of those who are in the cohort. */
  public static final String IN_COHORT = "in the cohort";

  /**
   * Copies and checks.
   *
   * @throws IllegalArgumentException if the counts are not one per code and end
   */
  public GroupFlow {
    codes = List.copyOf(codes);
    ends = List.copyOf(ends);
    persons = persons.stream().map(List::copyOf).toList();
    int width = ends.size();
    if (persons.size() != codes.size() || persons.stream().anyMatch(row -> row.size() != width)) {
      throw new IllegalArgumentException("a flow by group needs a count for each code and end");
    }
  }

  /** Counts persons by code and end, both in the order of the population. */
  static GroupFlow of(String variable, List<String> code, List<String> end) {
    List<String> codes = List.copyOf(new TreeSet<>(code));
    TreeSet<String> reasons = new TreeSet<>(end);
    reasons.remove(IN_COHORT);
    List<String> ends = new ArrayList<>(List.of(IN_COHORT));
    ends.addAll(reasons);
    long[][] counts = new long[codes.size()][ends.size()];
    for (int person = 0; person < code.size(); person++) {
      counts[codes.indexOf(code.get(person))][ends.indexOf(end.get(person))]++;
    }
    List<List<Long>> persons = new ArrayList<>();
    for (long[] row : counts) {
      persons.add(java.util.Arrays.stream(row).boxed().toList());
    }
    return new GroupFlow(variable, codes, ends, persons);
  }

  /** All persons of the population. */
  public long total() {
    return persons.stream().flatMap(List::stream).mapToLong(Long::longValue).sum();
  }

  /** The shape; never a figure. */
  @Override
  public String toString() {
    return "GroupFlow[" + variable + ", " + codes.size() + " x " + ends.size() + "]";
  }
}
