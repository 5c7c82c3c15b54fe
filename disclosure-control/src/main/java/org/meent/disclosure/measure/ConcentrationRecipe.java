// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.meent.disclosure.output.Concentration;
import org.meent.disclosure.output.Concentration.Index;
import org.meent.disclosure.output.ConcentrationTable;
import org.meent.disclosure.output.MagnitudeCell;
import org.meent.disclosure.output.RowOutput;

/**
 * Indices of concentration of an amount, by group.
 *
 * @param sample the records
 * @param heading what stands above
 * @param measure the amount, never negative
 * @param wanted what is asked, in the order shown
 */
public record ConcentrationRecipe(
    Sample sample, Heading heading, String measure, List<Wanted> wanted) implements Recipe {

  /** Copies. */
  public ConcentrationRecipe {
    wanted = List.copyOf(wanted);
  }

  /**
   * One index.
   *
   * @param group whose
   * @param index which
   * @param largest how many of the largest a concentration ratio adds up; 0 for other indices
   */
  public record Wanted(SortedMap<String, String> group, Index index, int largest) {}

  @Override
  public RowOutput output() {
    List<Concentration> rows = new ArrayList<>();
    for (Wanted one : wanted) {
      double value = values(one).getFirst();
      rows.add(
          new Concentration(one.group(), one.index(), one.largest(), value, contributors(one)));
    }
    return new ConcentrationTable(
        heading.id(), heading.title(), heading.population(), measure, measure, rows);
  }

  private MagnitudeCell contributors(Wanted one) {
    double power = StrictMath.pow(10, sample.scale(measure));
    MagnitudeCell cell = MagnitudeCell.EMPTY;
    for (double value : sample.values(measure, one.group())) {
      cell = cell.with(StrictMath.round(value * power));
    }
    return cell;
  }

  /**
   * What an index can be by the definitions in use: Gini {@code 2 sum(i x_i) / (n sum(x)) -
   * (n+1)/n} over ascending {@code x}, or that times {@code n/(n-1)}; the others have one
   * definition.
   *
   * @throws IllegalArgumentException if nobody has anything, or an amount is negative
   */
  public List<Double> values(Wanted one) {
    double[] values = sample.values(measure, one.group());
    double sum = 0;
    double ranked = 0;
    double squares = 0;
    double top = 0;
    int n = values.length;
    for (int i = 0; i < n; i++) {
      sum += values[i];
      ranked += (i + 1.0) * values[i];
      squares += values[i] * values[i];
      top += i >= n - one.largest() ? values[i] : 0;
    }
    if (!(sum > 0) || values[0] < 0) {
      throw new IllegalArgumentException("an index of concentration needs amounts from 0");
    }
    double gini = Math.max(0, 2 * ranked / (n * sum) - (n + 1.0) / n);
    return switch (one.index()) {
      case GINI -> List.of(gini, n > 1 ? Math.min(1, gini * n / (n - 1)) : gini);
      case HERFINDAHL -> List.of(Math.min(1, squares / (sum * sum)));
      case CONCENTRATION_RATIO -> List.of(Math.min(1, top / sum));
    };
  }

  @Override
  public Set<String> categories() {
    return Recipe.variables(wanted.stream().map(Wanted::group));
  }

  @Override
  public Set<String> numbers() {
    return Set.of(measure);
  }

  @Override
  public Recipe merged(String variable, List<String> codes, String into) {
    return new ConcentrationRecipe(
        sample.merged(variable, codes, into),
        heading,
        measure,
        wanted.stream()
            .map(
                one ->
                    new Wanted(
                        Recipe.merged(one.group(), variable, codes, into),
                        one.index(),
                        one.largest()))
            .distinct()
            .toList());
  }

  @Override
  public Recipe topCoded(String variable, int units) {
    return new ConcentrationRecipe(sample.topCoded(variable, units), heading, measure, wanted);
  }
}
