// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.meent.protocols.literature.Reference;

/**
 * An axis between two round numbers, with ticks at round numbers. Ticks are decimal numbers, so
 * that 0.3 is never 0.30000000000000004.
 *
 * @param ticks at least two, ascending, in equal steps
 */
record Scale(List<BigDecimal> ticks) {
  private static final List<BigDecimal> ROUND =
      List.of(BigDecimal.ONE, BigDecimal.TWO, new BigDecimal(5), BigDecimal.TEN);

  /** Copies the ticks. */
  Scale {
    ticks = List.copyOf(ticks);
  }

  /**
   * The loose labelling: steps of 1, 2 or 5 times a power of ten, the ends at ticks outside of the
   * numbers; as many ticks as fit without their labels touching.
   *
   * @param numbers what must lie on the axis; those that are not finite are left out
   * @param length length of the axis in units of the drawing
   * @param size font size of the labels
   */
  @Reference(
      authors = "Heckbert 1990",
      title = "Nice numbers for graph labels",
      source = "Graphics Gems, Academic Press, 61–63")
  static Scale fitting(DoubleStream numbers, double length, double size) {
    double[] finite = numbers.filter(FigureNumbers::drawable).toArray();
    double least = DoubleStream.of(finite).min().orElse(0);
    double most = DoubleStream.of(finite).max().orElse(1);
    if (least == most) {
      double pad = least == 0 ? 1 : StrictMath.abs(least) / 2;
      least -= pad;
      most += pad;
    }
    for (int wanted = 8; wanted > 2; wanted--) {
      Scale scale = loose(BigDecimal.valueOf(least), BigDecimal.valueOf(most), wanted);
      double room = length / (scale.ticks().size() - 1);
      if (TextWidth.widest(scale.labels(), size) + 12 <= room) {
        return scale;
      }
    }
    return loose(BigDecimal.valueOf(least), BigDecimal.valueOf(most), 2);
  }

  private static Scale loose(BigDecimal least, BigDecimal most, int wanted) {
    double rough = most.subtract(least).doubleValue() / (wanted - 1);
    int exponent = (int) StrictMath.floor(StrictMath.log10(rough));
    BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(exponent);
    BigDecimal step =
        ROUND.stream()
            .map(unit::multiply)
            .filter(s -> s.doubleValue() >= rough * (1 - 1e-9))
            .findFirst()
            .orElse(unit.multiply(BigDecimal.TEN));
    BigDecimal from = least.divide(step, 0, RoundingMode.FLOOR);
    BigDecimal to = most.divide(step, 0, RoundingMode.CEILING);
    List<BigDecimal> ticks = new ArrayList<>();
    for (BigDecimal k = from; k.compareTo(to) <= 0; k = k.add(BigDecimal.ONE)) {
      BigDecimal tick = k.multiply(step);
      ticks.add(tick.setScale(StrictMath.max(step.stripTrailingZeros().scale(), 0)));
    }
    return new Scale(ticks);
  }

  /** Tick labels: all plain, or all in exponent form where that would be unreadable. */
  List<String> labels() {
    double largest = StrictMath.max(StrictMath.abs(first()), StrictMath.abs(last()));
    boolean plain = largest <= 1e7 && ticks.getFirst().scale() <= 6;
    return ticks.stream()
        .map(
            t ->
                plain ? FigureNumbers.plain(t) : FigureNumbers.exponentForm(t.stripTrailingZeros()))
        .toList();
  }

  double first() {
    return ticks.getFirst().doubleValue();
  }

  double last() {
    return ticks.getLast().doubleValue();
  }

  /** Share of the axis to the left of a number, held between 0 and 1. */
  double share(double value) {
    return StrictMath.min(1, StrictMath.max(0, (value - first()) / (last() - first())));
  }
}
