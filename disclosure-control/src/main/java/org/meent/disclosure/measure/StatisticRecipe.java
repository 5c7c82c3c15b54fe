// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.meent.disclosure.output.RowOutput;
import org.meent.disclosure.output.Statistic;
import org.meent.disclosure.output.Statistic.Measure;
import org.meent.disclosure.output.StatisticEvidence;
import org.meent.disclosure.output.StatisticTable;

/**
 * Correlations, moments and tests, by group.
 *
 * @param sample the records
 * @param heading what stands above
 * @param wanted what is asked, in the order shown
 */
public record StatisticRecipe(Sample sample, Heading heading, List<Wanted> wanted)
    implements Recipe {

  /** Copies. */
  public StatisticRecipe {
    wanted = List.copyOf(wanted);
  }

  /**
   * One statistic.
   *
   * @param group whose
   * @param measure which
   * @param first the variable, or the first of two
   * @param second the second variable of a correlation or a table, or the one that tells the groups
   *     of a test apart; empty for a moment
   * @param probability its p-value, as it is shown
   */
  public record Wanted(
      SortedMap<String, String> group,
      Measure measure,
      String first,
      String second,
      OptionalDouble probability) {

    /** What it is a statistic of, in one text. */
    public String of() {
      return second.isEmpty() ? first : first + " by " + second;
    }
  }

  /** What a statistic can be by the definitions in use, and what stands behind it. */
  private record Measured(List<Double> values, StatisticEvidence evidence) {}

  @Override
  public RowOutput output() {
    List<Statistic> rows = new ArrayList<>();
    for (Wanted one : wanted) {
      Measured measured = measured(one);
      rows.add(
          new Statistic(
              one.group(),
              one.measure(),
              one.of(),
              measured.values().getFirst(),
              one.probability(),
              measured.evidence()));
    }
    return new StatisticTable(heading.id(), heading.title(), heading.population(), rows);
  }

  /**
   * What a statistic can be by the definitions in use.
   *
   * @throws IllegalArgumentException if it is not one that is computed here
   */
  public List<Double> values(Wanted one) {
    return measured(one).values();
  }

  /** Whether a statistic is one that is computed here. */
  public static boolean computes(Measure measure) {
    return measure != Measure.LOG_RANK_TEST && measure != Measure.R_SQUARED;
  }

  private Measured measured(Wanted one) {
    return switch (one.measure()) {
      case STANDARD_DEVIATION -> moment(one, 2);
      case SKEWNESS -> moment(one, 3);
      case KURTOSIS -> moment(one, 4);
      case CORRELATION -> correlation(one);
      case T_TEST, F_TEST, RANK_TEST -> test(one);
      case CHI_SQUARED_TEST -> table(one);
      case LOG_RANK_TEST, R_SQUARED ->
          throw new IllegalArgumentException("this statistic is not computed from records");
    };
  }

  private Measured moment(Wanted one, int power) {
    double[] values = sample.values(one.first(), one.group());
    if (values.length == 0) {
      throw new IllegalArgumentException("a moment of nobody");
    }
    Moments moments = new Moments(values);
    List<Double> found =
        switch (power) {
          case 2 -> moments.deviations();
          case 3 -> moments.skewness();
          default -> moments.kurtosis();
        };
    int n = values.length;
    return new Measured(found, new StatisticEvidence(n, n - 1L, n, moments.largestShare(power)));
  }

  /** Correlation of values, and of ranks; the largest share is that of a product of deviations. */
  private Measured correlation(Wanted one) {
    List<double[]> pairs = new ArrayList<>();
    for (int unit = 0; unit < sample.size(); unit++) {
      double x = sample.number(one.first(), unit);
      double y = sample.number(one.second(), unit);
      if (!Double.isNaN(x) && !Double.isNaN(y) && sample.in(one.group(), unit)) {
        pairs.add(new double[] {x, y});
      }
    }
    int n = pairs.size();
    double[] x = pairs.stream().mapToDouble(pair -> pair[0]).toArray();
    double[] y = pairs.stream().mapToDouble(pair -> pair[1]).toArray();
    double[] byX = java.util.Arrays.stream(x).sorted().toArray();
    double[] byY = java.util.Arrays.stream(y).sorted().toArray();
    double[] rankX = java.util.Arrays.stream(x).map(v -> Comparison.rank(byX, v)).toArray();
    double[] rankY = java.util.Arrays.stream(y).map(v -> Comparison.rank(byY, v)).toArray();
    return new Measured(
        List.of(correlation(x, y), correlation(rankX, rankY)),
        new StatisticEvidence(n, Math.max(0, n - 2L), n, product(x, y)));
  }

  private static double correlation(double[] x, double[] y) {
    Moments a = new Moments(x);
    Moments b = new Moments(y);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - a.mean()) * (y[i] - b.mean());
    }
    double length = StrictMath.sqrt(a.sum(2) * b.sum(2));
    if (!(length > 0)) {
      throw new IllegalArgumentException("a correlation with a constant");
    }
    return Math.max(-1, Math.min(1, sum / length));
  }

  private static double product(double[] x, double[] y) {
    Moments a = new Moments(x);
    Moments b = new Moments(y);
    double all = 0;
    double largest = 0;
    for (int i = 0; i < x.length; i++) {
      double part = Math.abs((x[i] - a.mean()) * (y[i] - b.mean()));
      all += part;
      largest = Math.max(largest, part);
    }
    return all > 0 ? Math.min(1, largest / all) : 0;
  }

  private Measured test(Wanted one) {
    List<double[]> groups = new ArrayList<>();
    for (String code : sample.codes(one.second())) {
      var group = new java.util.TreeMap<>(one.group());
      group.put(one.second(), code);
      double[] values = sample.values(one.first(), group);
      if (values.length > 0) {
        groups.add(values);
      }
    }
    Comparison comparison = new Comparison(groups);
    int n = comparison.all().length;
    boolean ranks = one.measure() == Measure.RANK_TEST;
    double share = ranks ? 1.0 / n : new Moments(comparison.all()).largestShare(2);
    List<Double> values =
        switch (one.measure()) {
          case T_TEST -> comparison.t();
          case F_TEST -> comparison.f();
          default -> comparison.ranks();
        };
    return new Measured(
        values,
        new StatisticEvidence(
            n, Math.max(0, n - (long) groups.size()), comparison.smallest(), share));
  }

  /** Pearson's statistic of two codes, and with Yates's correction. */
  private Measured table(Wanted one) {
    List<String> rows = sample.codes(one.first());
    List<String> columns = sample.codes(one.second());
    double[][] counts = new double[rows.size()][columns.size()];
    double n = 0;
    for (int unit = 0; unit < sample.size(); unit++) {
      int i = rows.indexOf(sample.code(one.first(), unit));
      int j = columns.indexOf(sample.code(one.second(), unit));
      if (i >= 0 && j >= 0 && sample.in(one.group(), unit)) {
        counts[i][j]++;
        n++;
      }
    }
    double plain = 0;
    double corrected = 0;
    double smallest = n;
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < columns.size(); j++) {
        double expected = row(counts, i) * column(counts, j) / n;
        double apart = Math.abs(counts[i][j] - expected);
        plain += expected > 0 ? apart * apart / expected : 0;
        double less = Math.max(0, apart - 0.5);
        corrected += expected > 0 ? less * less / expected : 0;
        smallest = Math.min(smallest, counts[i][j]);
      }
    }
    long used = rows.size() + columns.size() - 1L;
    return new Measured(
        List.of(plain, corrected),
        new StatisticEvidence((long) n, Math.max(0, (long) n - used), (long) smallest, 0));
  }

  private static double row(double[][] counts, int i) {
    return java.util.Arrays.stream(counts[i]).sum();
  }

  private static double column(double[][] counts, int j) {
    return java.util.Arrays.stream(counts).mapToDouble(line -> line[j]).sum();
  }

  @Override
  public Set<String> categories() {
    Set<String> variables = new TreeSet<>();
    for (Wanted one : wanted) {
      variables.addAll(one.group().keySet());
      switch (one.measure()) {
        case F_TEST, RANK_TEST -> variables.add(one.second());
        case CHI_SQUARED_TEST -> variables.addAll(List.of(one.first(), one.second()));
        case CORRELATION,
            STANDARD_DEVIATION,
            SKEWNESS,
            KURTOSIS,
            T_TEST,
            R_SQUARED,
            LOG_RANK_TEST -> {}
      }
    }
    return variables;
  }

  @Override
  public Set<String> numbers() {
    Set<String> numbers = new TreeSet<>();
    for (Wanted one : wanted) {
      switch (one.measure()) {
        case STANDARD_DEVIATION, SKEWNESS, KURTOSIS, T_TEST, F_TEST -> numbers.add(one.first());
        case CORRELATION -> numbers.addAll(List.of(one.first(), one.second()));
        case CHI_SQUARED_TEST, RANK_TEST, LOG_RANK_TEST, R_SQUARED -> {}
      }
    }
    return numbers;
  }

  /** A p-value is that of the statistic as it was: one computed again has none yet. */
  @Override
  public Recipe merged(String variable, List<String> codes, String into) {
    return new StatisticRecipe(
        sample.merged(variable, codes, into),
        heading,
        wanted.stream()
            .map(
                one ->
                    new Wanted(
                        Recipe.merged(one.group(), variable, codes, into),
                        one.measure(),
                        one.first(),
                        one.second(),
                        OptionalDouble.empty()))
            .distinct()
            .toList());
  }

  @Override
  public Recipe topCoded(String variable, int units) {
    return new StatisticRecipe(sample.topCoded(variable, units), heading, wanted);
  }
}
