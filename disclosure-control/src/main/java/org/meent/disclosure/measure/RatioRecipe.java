// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.measure;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.meent.disclosure.output.FourCounts;
import org.meent.disclosure.output.Ratio;
import org.meent.disclosure.output.RatioTable;
import org.meent.disclosure.output.RowOutput;

/**
 * Ratios of two groups, counted.
 *
 * @param sample the records
 * @param heading what stands above
 * @param variable tells the groups apart
 * @param outcome tells cases from others
 * @param cases its code for cases; every other code is one of the others
 * @param wanted what is asked, in the order shown
 */
public record RatioRecipe(
    Sample sample,
    Heading heading,
    String variable,
    String outcome,
    String cases,
    List<Wanted> wanted)
    implements Recipe {

  /** Copies. */
  public RatioRecipe {
    wanted = List.copyOf(wanted);
  }

  /**
   * One ratio.
   *
   * @param among whose; empty for everybody
   * @param measure which ratio
   * @param group the group of interest
   * @param reference the group compared with
   */
  public record Wanted(
      SortedMap<String, String> among, Ratio.Measure measure, String group, String reference) {}

  @Override
  public RowOutput output() {
    List<Ratio> rows =
        wanted.stream()
            .map(
                one ->
                    new Ratio(
                        one.among(), one.measure(), one.group(), one.reference(), counts(one)))
            .toList();
    List<String> others =
        sample.codes(outcome).stream().filter(code -> !code.equals(cases)).toList();
    return new RatioTable(
        heading.id(),
        heading.title(),
        heading.population(),
        variable,
        outcome,
        cases,
        others.isEmpty() ? "other" : String.join("+", others),
        rows);
  }

  private FourCounts counts(Wanted one) {
    long[] counts = new long[4];
    for (int unit = 0; unit < sample.size(); unit++) {
      String code = sample.code(variable, unit);
      String end = sample.code(outcome, unit);
      boolean reference = code.equals(one.reference());
      if (!end.isEmpty()
          && (reference || code.equals(one.group()))
          && sample.in(one.among(), unit)) {
        counts[(reference ? 2 : 0) + (end.equals(cases) ? 0 : 1)]++;
      }
    }
    return new FourCounts(counts[0], counts[1], counts[2], counts[3]);
  }

  @Override
  public Set<String> categories() {
    Set<String> variables = new TreeSet<>(Set.of(variable));
    wanted.forEach(one -> variables.addAll(one.among().keySet()));
    return variables;
  }

  @Override
  public Set<String> numbers() {
    return Set.of();
  }

  @Override
  public Recipe merged(String name, List<String> codes, String into) {
    return new RatioRecipe(
        sample.merged(name, codes, into),
        heading,
        variable,
        outcome,
        cases,
        wanted.stream()
            .map(
                one ->
                    new Wanted(
                        Recipe.merged(one.among(), name, codes, into),
                        one.measure(),
                        code(one.group(), name, codes, into),
                        code(one.reference(), name, codes, into)))
            .filter(one -> !one.group().equals(one.reference()))
            .distinct()
            .toList());
  }

  private String code(String code, String name, List<String> codes, String into) {
    return name.equals(variable) && codes.contains(code) ? into : code;
  }

  @Override
  public Recipe topCoded(String name, int units) {
    return this;
  }
}
