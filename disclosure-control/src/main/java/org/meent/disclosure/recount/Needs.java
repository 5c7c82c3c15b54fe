// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.recount;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What each cell needs by the rules of the specification, as the verifier computes it from the
 * counts of {@link Recount}. Shares no code with the protector.
 */
final class Needs {
  private static final BigInteger NOT = BigInteger.ONE.negate();
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Recount table;
  private final Map<?, ?> rules;
  private final Set<String> safe = new TreeSet<>();
  private final long[] least;

  Needs(Recount table) {
    this.table = table;
    least = new long[table.cells.size()];
    rules = Plain.map(table.spec.get("rules"));
    Map<?, ?> missing = Plain.map(table.spec.get("missing"));
    if ("safe".equals(missing.get("treat"))) {
      Plain.list(missing.get("codes")).forEach(code -> safe.add(String.valueOf(code)));
    }
  }

  /**
   * How far down and up a cell must be able to go.
   *
   * @param lower below its value
   * @param upper above its value; negative if the cell is not sensitive
   */
  record Need(BigInteger lower, BigInteger upper) {
    boolean sensitive() {
      return upper.signum() >= 0;
    }

    private Need and(Need other) {
      return new Need(lower.max(other.lower), upper.max(other.upper));
    }
  }

  /** What a cell needs; down as far as anybody can think it possible. */
  Need of(int cell) {
    Need need = exempt(cell) ? new Need(NOT, NOT) : needed(cell);
    if (need.lower().signum() <= 0 || !table.counts || hidesZeros()) {
      return need;
    }
    BigInteger room = table.values.get(cell).subtract(BigInteger.valueOf(least(cell)));
    return new Need(need.lower().min(room), need.upper());
  }

  /** The least that anybody can be sure of where every zero is shown: 1 in each other part. */
  private long least(int cell) {
    if (least[cell] == 0 && table.values.get(cell).signum() > 0) {
      least[cell] = 1;
      for (int d = 0; d < table.codes.size(); d++) {
        List<String> codes = table.cells.get(cell);
        for (Codes.Sum way : table.codes.get(d).ways.getOrDefault(codes.get(d), List.of())) {
          long sum = 0;
          for (String part : way.parts()) {
            int at = table.at(Cross.with(codes, d, part));
            sum += at < 0 ? 0 : least(at);
          }
          least[cell] = Math.max(least[cell], sum);
        }
      }
    }
    return least[cell];
  }

  private Need needed(int cell) {
    Need need = new Need(NOT, NOT);
    BigInteger value = table.values.get(cell);
    if (table.units.get(cell).signum() > 0) {
      BigInteger level = level(cell);
      need = need.and(new Need(table.signed ? level : level.min(value), level));
    }
    if ("disclosive".equals(table.spec.get("zeros")) && table.absolute(cell).signum() == 0) {
      need = need.and(new Need(BigInteger.ZERO, BigInteger.ZERO));
    }
    for (int d = 0; d < table.codes.size(); d++) {
      need = need.and(beside(cell, d));
    }
    return need;
  }

  /** Whether a zero can be sensitive. */
  boolean hidesZeros() {
    boolean groups = rules.containsKey("group-disclosure") || classDisclosure();
    return groups || "disclosive".equals(table.spec.get("zeros"));
  }

  private boolean classDisclosure() {
    return "true".equals(String.valueOf(rules.get("class-disclosure")));
  }

  private boolean exempt(int cell) {
    List<String> codes = table.cells.get(cell);
    boolean out = codes.stream().anyMatch(safe::contains);
    for (Object pattern : Plain.list(table.spec.get("structural-zeros"))) {
      boolean fits = true;
      for (int d = 0; d < codes.size(); d++) {
        Object named = Plain.map(pattern).get(table.names.get(d));
        fits &= named == null || table.codes.get(d).within(codes.get(d), String.valueOf(named));
      }
      table.require(!fits || table.units.get(cell).signum() == 0, "structural zero " + cell);
      out |= fits;
    }
    return out;
  }

  /** Group and class disclosure among the parts of each total above a cell. */
  private Need beside(int cell, int dimension) {
    Need need = new Need(NOT, NOT);
    boolean share = rules.containsKey("group-disclosure");
    if (!share && !classDisclosure()) {
      return need;
    }
    List<String> codes = table.cells.get(cell);
    BigInteger value = table.values.get(cell);
    String code = codes.get(dimension);
    for (Codes.Sum sum : table.codes.get(dimension).partOf.getOrDefault(code, List.of())) {
      int whole = table.at(Cross.with(codes, dimension, sum.whole()));
      if (whole < 0 || sum.parts().size() < 2) {
        continue;
      }
      BigInteger total = table.values.get(whole);
      if (share && total.signum() > 0) {
        BigDecimal percent = Plain.number(rules.get("group-disclosure"));
        BigInteger allowed =
            percent.multiply(new BigDecimal(total)).movePointLeft(2).toBigInteger();
        if (value.compareTo(allowed) > 0) {
          need = need.and(new Need(value.subtract(allowed), BigInteger.ZERO));
        }
      }
      boolean full =
          sum.parts().stream()
              .filter(part -> !part.equals(code))
              .anyMatch(part -> total.equals(table.value(Cross.with(codes, dimension, part))));
      if (total.signum() > 0 && full) {
        need = need.and(new Need(BigInteger.ZERO, BigInteger.ZERO));
      }
    }
    return need;
  }

  /** The protection level by the rules for single cells, rounded up; negative if it is safe. */
  private BigInteger level(int cell) {
    BigInteger level = NOT;
    for (Map.Entry<?, ?> rule : rules.entrySet()) {
      for (Object item : Plain.list(rule.getValue())) {
        Map<?, ?> of = Plain.map(item);
        BigInteger found =
            switch (String.valueOf(rule.getKey())) {
              case "threshold" -> threshold(cell, item);
              case "p-percent" -> open(cell, item, 100, 1, 2);
              case "prior-posterior" -> open(cell, of.get("p"), of.get("q"), 1, 2);
              case "dominance" ->
                  open(cell, 100, of.get("k"), Plain.number(of.get("n")).intValueExact(), 0);
              case "request" -> request(cell, of);
              case "group-disclosure", "class-disclosure" -> NOT;
              default -> throw new IllegalArgumentException("a rule that is not known");
            };
        level = level.max(found);
      }
    }
    return level;
  }

  private BigInteger threshold(int cell, Object item) {
    Map<?, ?> of = Plain.map(item);
    BigDecimal minimum = Plain.number(of.isEmpty() ? item : of.get("minimum"));
    BigDecimal range = of.isEmpty() ? BigDecimal.ZERO : Plain.number(of.get("range"));
    BigDecimal level = range.multiply(new BigDecimal(table.absolute(cell))).movePointLeft(2);
    boolean few = new BigDecimal(table.units.get(cell)).compareTo(minimum) < 0;
    return few ? level.setScale(0, RoundingMode.CEILING).toBigIntegerExact() : NOT;
  }

  /** Ceiling of a/b (x1+..+xn) - (X - x1 - .. - xm) if above zero. */
  private BigInteger open(int cell, @Nullable Object a, @Nullable Object b, int n, int m) {
    BigDecimal rest = new BigDecimal(table.absolute(cell)).subtract(top(cell, m));
    return Plain.ceiling(Plain.number(a), top(cell, n), Plain.number(b), rest);
  }

  /** The sum of the n largest contributions, weights taken as numbers of contributors. */
  private BigDecimal top(int cell, int n) {
    Parts parts = table.parts.get(cell);
    PriorityQueue<BigDecimal[]> largest = new PriorityQueue<>(Comparator.comparing(one -> one[0]));
    for (int i = 0; i < parts.size(); i++) {
      BigDecimal single = table.single(parts.who(i), parts.amount(i));
      largest.add(new BigDecimal[] {single, table.copies(parts.who(i))});
      if (largest.size() > n) {
        largest.remove();
      }
    }
    List<BigDecimal[]> sorted = new ArrayList<>(largest);
    sorted.sort(Comparator.comparing(one -> one[0].negate()));
    BigDecimal left = BigDecimal.valueOf(n);
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal[] one : sorted) {
      BigDecimal times = one[1].min(left);
      sum = sum.add(one[0].multiply(times));
      left = left.subtract(times);
    }
    return sum;
  }

  /** The rules for contributors who asked: s the largest of them, r the largest other. */
  private BigInteger request(int cell, Map<?, ?> of) {
    Parts parts = table.parts.get(cell);
    long asked = 0;
    for (int i = 0; i < parts.size(); i++) {
      asked =
          table.asked.get(parts.who(i)) ? Math.max(asked, Math.absExact(parts.amount(i))) : asked;
    }
    BigDecimal s = BigDecimal.valueOf(asked);
    BigDecimal all = new BigDecimal(table.absolute(cell));
    BigDecimal first = top(cell, 1);
    BigDecimal r = s.compareTo(first) == 0 ? top(cell, 2).subtract(first) : first;
    BigInteger level = NOT;
    if (of.containsKey("share") && asked > 0 && s.compareTo(first) == 0) {
      level = Plain.ceiling(HUNDRED, s, Plain.number(of.get("share")), all);
    }
    if (of.containsKey("p-percent") && asked > 0) {
      BigDecimal rest = all.subtract(s).subtract(r);
      level = level.max(Plain.ceiling(Plain.number(of.get("p-percent")), s, HUNDRED, rest));
    }
    return level;
  }
}
