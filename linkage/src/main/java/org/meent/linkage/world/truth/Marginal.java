// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.truth;

import java.util.ArrayList;
import java.util.List;

/**
 * A published figure beside the world's.
 *
 * @param name what it is
 * @param published the published figure, as a share or ratio
 * @param world the world's
 * @param tolerance the greatest difference that counts as hit
 * @param source where it was published, or how it was derived
 */
public record Marginal(
    String name, double published, double world, double tolerance, String source) {
  private static final double STOCK = 403_000;
  private static final double ENDED = 72_610;
  private static final double OUTFLOW = 16_780;
  private static final double PROVISIONS = 238_000;

  /** Whether the difference is within the tolerance. */
  public boolean hit() {
    return Math.abs(published - world) <= tolerance;
  }

  /** All published figures that the world is fitted to, beside those of a census. */
  public static List<Marginal> of(Census census) {
    List<Marginal> all = new ArrayList<>();
    stock(census, all);
    ended(census, all);
    flows(census, all);
    support(census, all);
    return List.copyOf(all);
  }

  private static void stock(Census census, List<Marginal> all) {
    String source = "CBS 2024/22; StatLine 85585NED";
    double stock = census.count("stock");
    all.add(
        new Marginal(
            "stock March 2024: under 27",
            39_000 / STOCK,
            census.count("stockTo27") / stock,
            0.015,
            source));
    all.add(
        new Marginal(
            "stock March 2024: 27 to 44",
            136_000 / STOCK,
            census.count("stockTo45") / stock,
            0.03,
            source));
    all.add(
        new Marginal(
            "stock March 2024: 45 and over",
            229_000 / STOCK,
            census.count("stockFrom45") / stock,
            0.03,
            source));
    all.add(
        new Marginal(
            "stock March 2024: women", 0.57, census.count("stockWomen") / stock, 0.015, source));
    all.add(
        new Marginal(
            "stock March 2024: spell under 6 months",
            37_660 / STOCK,
            census.count("stockShort") / stock,
            0.015,
            "StatLine 85585NED"));
    all.add(
        new Marginal(
            "of those: born abroad",
            20_730 / 37_660.0,
            census.count("stockShortAbroad") / (double) census.count("stockShort"),
            0.03,
            "StatLine 85585NED"));
    all.add(
        new Marginal(
            "stock of March 2019 over that of 2024",
            432_000 / STOCK,
            census.count("stock2019") / stock,
            0.11,
            "StatLine 85585NED"));
  }

  private static void ended(Census census, List<Marginal> all) {
    String source = "StatLine 85617NED";
    double ended = census.count("ended");
    all.add(
        new Marginal(
            "ended in 2023 over stock",
            ENDED / STOCK,
            ended / census.count("stock"),
            0.015,
            source));
    String[] classes = {"0", "6", "12", "24", "36", "48", "60"};
    double[] published = {16_130, 10_990, 12_360, 8_020, 5_290, 3_640, 16_170};
    for (int c = 0; c < classes.length; c++) {
      all.add(
          new Marginal(
              "ended in 2023: from " + classes[c] + " months",
              published[c] / ENDED,
              census.count("ended" + classes[c]) / ended,
              c == classes.length - 1 ? 0.075 : 0.035,
              source));
    }
    all.add(
        new Marginal(
            "ended in 2023: for work",
            0.40,
            census.count("endedWork") / ended,
            0.04,
            "not published; assumption"));
  }

  private static void flows(Census census, List<Marginal> all) {
    String source = "StatLine 82662NED";
    double stock = census.count("stock");
    double outflow = census.count("outflow");
    all.add(
        new Marginal(
            "inflow last quarter 2023 over stock",
            21_720 / STOCK,
            census.count("inflow") / stock,
            0.008,
            source));
    all.add(
        new Marginal(
            "of that inflow: again within a year",
            4_870 / 21_720.0,
            census.count("inflowAgain") / (double) census.count("inflow"),
            0.03,
            source));
    all.add(
        new Marginal(
            "outflow last quarter 2023 over stock",
            OUTFLOW / STOCK,
            outflow / stock,
            0.008,
            source));
    String[] ages = {"outTo25", "outTo35", "outTo45", "outFrom45"};
    double[] published = {2_480, 4_700, 3_910, 5_690};
    for (int a = 0; a < ages.length; a++) {
      all.add(
          new Marginal(
              "outflow last quarter 2023: age class " + (a + 1) + " of 4 (25, 35, 45)",
              published[a] / OUTFLOW,
              census.count(ages[a]) / outflow,
              0.05,
              source));
    }
  }

  private static void support(Census census, List<Marginal> all) {
    double benefitMonths = census.count("benefitMonths");
    all.add(
        new Marginal(
            "work beside benefit, per month",
            0.08,
            census.count("partTimeMonths") / benefitMonths,
            0.01,
            "Divosa factsheet"));
    all.add(
        new Marginal(
            "support started, per month in benefit",
            0.023,
            census.count("provisions") / benefitMonths,
            0.004,
            "derived from starters of 2019"));
    double persons = census.count("supported");
    all.add(
        new Marginal(
            "persons with registered support, March 2023, over stock",
            171_760 / 400_000.0,
            persons / census.count("stock"),
            0.06,
            "StatLine 85588NED"));
    all.add(
        new Marginal(
            "registered provisions per supported person",
            1.39,
            census.count("supports") / persons,
            0.1,
            "StatLine 85588NED, 85589NED"));
    all.add(
        new Marginal(
            "wage-cost subsidy among provisions, March 2023",
            34_260 / PROVISIONS,
            census.count("subsidies") / (double) census.count("supports"),
            0.04,
            "StatLine 85588NED"));
  }
}
