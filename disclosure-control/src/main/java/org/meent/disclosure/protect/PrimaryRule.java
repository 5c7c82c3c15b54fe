// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.OptionalLong;
import org.meent.protocols.literature.Reference;

/**
 * When a cell is sensitive, and how wide an interval around it must stay open. With X the cell's
 * total and x1 &gt;= x2 &gt;= ... its contributors, a rule gives the upper protection level; the
 * lower one is the same, as far as the value allows. Levels are rounded up to whole units of the
 * table. Empty cells are not sensitive.
 */
@Reference(
    authors = "A. Hundepool, J. Domingo-Ferrer, L. Franconi, S. Giessing, et al. (2012)",
    title = "Statistical Disclosure Control",
    source = "Wiley, section 4.2; Handbook on SDC, section 4.2.2 (protection levels)")
public sealed interface PrimaryRule {

  /** The protection level if the cell is sensitive; 0 means: only not exactly computable. */
  OptionalLong level(CellContent cell);

  /** How many of the largest contributors the rule looks at. */
  int depth();

  /**
   * Fewer units than a minimum; units are never weighted. Level range X / 100, the safety range.
   *
   * @param minimum the smallest number of units that is safe
   * @param range percent of the value that must stay open; 0 for no more than "not exactly"
   */
  record Threshold(int minimum, BigDecimal range) implements PrimaryRule {
    /** Checks the numbers. */
    public Threshold {
      if (minimum < 1 || range.signum() < 0) {
        throw new IllegalArgumentException("a threshold is at least 1, a range at least 0");
      }
    }

    /** Without a safety range. */
    public Threshold(int minimum) {
      this(minimum, BigDecimal.ZERO);
    }

    @Override
    public OptionalLong level(CellContent cell) {
      if (cell.units() == 0 || cell.units() >= minimum) {
        return OptionalLong.empty();
      }
      OptionalLong level = ceiling(range, BigDecimal.valueOf(100), cell.absolute(), 0);
      return OptionalLong.of(level.orElse(0));
    }

    @Override
    public int depth() {
      return 0;
    }
  }

  /**
   * The second largest contributor can estimate the largest to within p percent: X - x1 - x2 &lt; p
   * x1 / 100. Level p x1 / 100 - (X - x1 - x2).
   *
   * @param p percent, above 0
   */
  record PPercent(BigDecimal p) implements PrimaryRule {
    /** Checks the number. */
    public PPercent {
      if (p.signum() <= 0) {
        throw new IllegalArgumentException("p must be above 0");
      }
    }

    @Override
    public OptionalLong level(CellContent cell) {
      long rest = cell.absolute() - cell.largest(0) - cell.largest(1);
      return ceiling(p, BigDecimal.valueOf(100), cell.largest(0), rest);
    }

    @Override
    public int depth() {
      return 2;
    }
  }

  /**
   * The n largest contributors have more than k percent: x1 + ... + xn &gt; k X / 100. Level 100
   * (x1 + ... + xn) / k - X.
   *
   * @param n number of contributors, at least 1
   * @param k percent, above 0 and below 100
   */
  record Dominance(int n, BigDecimal k) implements PrimaryRule {
    /** Checks the numbers. */
    public Dominance {
      if (n < 1 || k.signum() <= 0 || k.compareTo(BigDecimal.valueOf(100)) >= 0) {
        throw new IllegalArgumentException("dominance needs n from 1 and k between 0 and 100");
      }
    }

    @Override
    public OptionalLong level(CellContent cell) {
      long sum = 0;
      for (int i = 0; i < n; i++) {
        sum += cell.largest(i);
      }
      return ceiling(BigDecimal.valueOf(100), k, sum, cell.absolute());
    }

    @Override
    public int depth() {
      return n;
    }
  }

  /**
   * Prior-posterior ambiguity: who knows each contribution beforehand to within q percent may not
   * learn it to within p percent: X - x1 - x2 &lt; p x1 / q. Level p x1 / q - (X - x1 - x2).
   *
   * @param p percent after the release, above 0
   * @param q percent before the release, above p
   */
  record PriorPosterior(BigDecimal p, BigDecimal q) implements PrimaryRule {
    /** Checks the numbers. */
    public PriorPosterior {
      if (p.signum() <= 0 || p.compareTo(q) >= 0) {
        throw new IllegalArgumentException("prior-posterior needs 0 < p < q");
      }
    }

    @Override
    public OptionalLong level(CellContent cell) {
      long rest = cell.absolute() - cell.largest(0) - cell.largest(1);
      return ceiling(p, q, cell.largest(0), rest);
    }

    @Override
    public int depth() {
      return 2;
    }
  }

  /**
   * The request rule with a share, as in foreign trade: the largest contributor asked for
   * protection and has more than k percent of the cell. Level 100 x1 / k - X.
   *
   * @param k percent, above 0 and below 100
   */
  record RequestShare(BigDecimal k) implements PrimaryRule {
    /** Checks the number. */
    public RequestShare {
      if (k.signum() <= 0 || k.compareTo(BigDecimal.valueOf(100)) >= 0) {
        throw new IllegalArgumentException("a share is between 0 and 100");
      }
    }

    @Override
    public OptionalLong level(CellContent cell) {
      boolean asked = cell.asked() > 0 && cell.asked() == cell.largest(0);
      return asked
          ? ceiling(BigDecimal.valueOf(100), k, cell.largest(0), cell.absolute())
          : OptionalLong.empty();
    }

    @Override
    public int depth() {
      return 1;
    }
  }

  /**
   * The p % rule for contributors who asked for protection: with s the largest of them and r the
   * largest other contributor, X - xs - xr &lt; p xs / 100. Level p xs / 100 - (X - xs - xr).
   *
   * @param p percent, above 0
   */
  record RequestPPercent(BigDecimal p) implements PrimaryRule {
    /** Checks the number. */
    public RequestPPercent {
      if (p.signum() <= 0) {
        throw new IllegalArgumentException("p must be above 0");
      }
    }

    @Override
    public OptionalLong level(CellContent cell) {
      if (cell.asked() <= 0) {
        return OptionalLong.empty();
      }
      long other = cell.asked() == cell.largest(0) ? cell.largest(1) : cell.largest(0);
      long rest = cell.absolute() - cell.asked() - other;
      return ceiling(p, BigDecimal.valueOf(100), cell.asked(), rest);
    }

    @Override
    public int depth() {
      return 2;
    }
  }

  /** The ceiling of a / b * x - y if that is above zero, computed exactly. */
  private static OptionalLong ceiling(BigDecimal a, BigDecimal b, long x, long y) {
    int scale = Math.max(Math.max(a.scale(), b.scale()), 0);
    BigInteger top = a.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
    BigInteger bottom = b.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
    BigInteger excess =
        top.multiply(BigInteger.valueOf(x)).subtract(bottom.multiply(BigInteger.valueOf(y)));
    if (excess.signum() <= 0) {
      return OptionalLong.empty();
    }
    BigInteger[] parts = excess.divideAndRemainder(bottom);
    return OptionalLong.of(parts[0].longValueExact() + parts[1].signum());
  }
}
