// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.FrequencyTable;
import org.meent.disclosure.output.MagnitudeCell;
import org.meent.disclosure.output.RowOutput;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.protect.Demand;
import org.meent.disclosure.protect.Insider;
import org.meent.disclosure.rule.Limit;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.literature.Reference;

/** The primary rules: which cells are sensitive by themselves, and how far they must stay open. */
final class SensitiveCells {
  /** Not a limit: everybody in the cell has nothing, and the mean would say so of each of them. */
  static final String ALL_ZERO = "all-zero";

  private final RuleSet rules;
  private final long minimum;

  SensitiveCells(RuleSet rules) {
    this.rules = rules;
    minimum = rules.limit(RuleSet.MINIMUM_UNITS).whole();
  }

  long minimum() {
    return minimum;
  }

  boolean few(long units) {
    return units > 0 && units < minimum;
  }

  /**
   * Counts below the minimum. Each must stay open from one below it up to the minimum, so that
   * nobody can compute that it is small. Notes in the system where zeros are sensitive.
   */
  List<Demand> counts(CellSystem system, List<StatisticalOutput> outputs) {
    Set<CellKey> zeros = sensitiveZeros(outputs);
    List<Demand> demands = new ArrayList<>();
    for (CellKey key : system.keys()) {
      long value = system.value(key);
      if (few(value)) {
        demands.add(new Demand(system.cell(key), 1, minimum - value));
      }
      if (zeros.contains(key)) {
        system.hideZero(key);
        if (value == 0) {
          demands.add(Demand.exact(system.cell(key)));
        }
      }
    }
    return demands;
  }

  private static Set<CellKey> sensitiveZeros(List<StatisticalOutput> outputs) {
    Set<CellKey> zeros = new HashSet<>();
    for (StatisticalOutput output : outputs) {
      if (output instanceof FrequencyTable table
          && table.evidence().zeros() == Evidence.Zeros.SENSITIVE) {
        zeros.addAll(RequestCells.shown(table));
      }
      if (output instanceof RowOutput rows) {
        zeros.addAll(RowRule.of(rows).sensitiveZeros());
      }
    }
    return zeros;
  }

  /** Whoever is alone in a cell knows it, and every larger cell in which he is alone too. */
  static List<Insider> alone(CellSystem counts, CellSystem system, String from, String to) {
    List<CellKey> ones =
        counts.keys().stream()
            .filter(key -> counts.value(key) == 1)
            .sorted(Comparator.comparingInt((CellKey key) -> -key.codes().size()))
            .toList();
    List<Insider> insiders = new ArrayList<>();
    for (CellKey one : ones) {
      List<Integer> cells = new ArrayList<>();
      for (CellKey other : ones) {
        CellKey there = other.in(other.space().replace(from, to));
        if (other.holds(one) && system.contains(there) && system.value(there) > 0) {
          cells.add(system.cell(there));
        }
      }
      long[] parts =
          cells.stream().mapToLong(cell -> system.value(system.keys().get(cell))).toArray();
      if (parts.length > 0) {
        insiders.add(new Insider(cells.stream().mapToInt(Integer::intValue).toArray(), parts));
      }
    }
    return insiders;
  }

  /**
   * Sums that would tell of few, or of one.
   *
   * @param reasons takes the rule by cell
   */
  List<Demand> sums(
      CellSystem system, CellSystem counts, List<SumCell> shown, Map<CellKey, String> reasons) {
    Map<CellKey, Long> levels = new HashMap<>();
    String measure = shown.getFirst().measure();
    for (CellKey key : system.keys()) {
      CellKey units = key.in(key.space().replace(CellKey.sum(measure, ""), CellKey.units("")));
      if (counts.contains(units) && few(counts.value(units))) {
        levels.put(key, share(RuleSet.SUM_PROTECTION, Math.abs(system.value(key))));
        reasons.putIfAbsent(key, RuleSet.MINIMUM_UNITS);
      }
    }
    for (SumCell sum : shown) {
      reason(sum.cell(), sum.sign())
          .ifPresent(
              rule -> {
                levels.merge(sum.key(), level(sum.cell()), Math::max);
                reasons.putIfAbsent(sum.key(), rule);
              });
    }
    List<Demand> demands = new ArrayList<>();
    levels.forEach(
        (key, level) ->
            demands.add(
                new Demand(system.cell(key), Math.min(level, Math.abs(system.value(key))), level)));
    demands.sort(Comparator.comparingInt(Demand::cell));
    return demands;
  }

  /** The rule by which a cell with enough units is sensitive all the same. */
  Optional<String> reason(MagnitudeCell cell, Evidence.Sign sign) {
    if (cell.units() == 0) {
      return Optional.empty();
    }
    if (cell.absoluteSum() == 0) {
      return sign == Evidence.Sign.NON_NEGATIVE ? Optional.of(ALL_ZERO) : Optional.empty();
    }
    if (exceeds(RuleSet.DOMINANCE_1, cell.largest(), cell.absoluteSum())) {
      return Optional.of(RuleSet.DOMINANCE_1);
    }
    if (exceeds(RuleSet.DOMINANCE_2, cell.largest() + cell.second(), cell.absoluteSum())) {
      return Optional.of(RuleSet.DOMINANCE_2);
    }
    return pPercent(cell) > 0 ? Optional.of(RuleSet.P_PERCENT) : Optional.empty();
  }

  private boolean exceeds(String rule, long part, long whole) {
    return rules
        .find(rule)
        .filter(
            limit ->
                BigDecimal.valueOf(part)
                        .compareTo(limit.value().multiply(BigDecimal.valueOf(whole)))
                    > 0)
        .isPresent();
  }

  /**
   * Upper protection level of a cell with sum X and contributions x1 &gt;= x2: the largest of
   * {@code x1/k - X} (one contributor), {@code (x1+x2)/k - X} (two) and {@code p x1 - (X-x1-x2)},
   * and never below the share of the sum that must stay open.
   */
  @Reference(
      authors = "A. Hundepool, J. Domingo-Ferrer, L. Franconi, S. Giessing, et al. (2012)",
      title = "Statistical Disclosure Control",
      source = "Wiley; Handbook on SDC, section 4.2.2, upper protection levels")
  private long level(MagnitudeCell cell) {
    long whole = cell.absoluteSum();
    long level = Math.max(1, share(RuleSet.SUM_PROTECTION, whole));
    level = Math.max(level, quotient(RuleSet.DOMINANCE_1, cell.largest()) - whole);
    level = Math.max(level, quotient(RuleSet.DOMINANCE_2, cell.largest() + cell.second()) - whole);
    return Math.max(level, pPercent(cell));
  }

  private long pPercent(MagnitudeCell cell) {
    long rest = cell.absoluteSum() - cell.largest() - cell.second();
    return rules
        .find(RuleSet.P_PERCENT)
        .map(limit -> share(limit, cell.largest()) - rest)
        .orElse(0L);
  }

  private long share(String rule, long amount) {
    return share(rules.limit(rule), amount);
  }

  private static long share(Limit limit, long amount) {
    return up(limit.value().multiply(BigDecimal.valueOf(amount)));
  }

  private long quotient(String rule, long amount) {
    return rules
        .find(rule)
        .filter(limit -> limit.value().signum() > 0)
        .map(limit -> up(BigDecimal.valueOf(amount).divide(limit.value(), 6, RoundingMode.CEILING)))
        .orElse(0L);
  }

  private static long up(BigDecimal amount) {
    return amount.setScale(0, RoundingMode.CEILING).longValueExact();
  }
}
