// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.Arrays;
import java.util.List;
import org.meent.protocols.run.RandomStream;

/**
 * The share of matches that no blocking rule proposes, by the fitted model: pairs of records of one
 * person are drawn, level by level, and held against the rules.
 */
final class BlockingLoss {
  private static final int DRAWS = 20_000;
  private static final int GROUP_DRAWS = 4_000;

  private BlockingLoss() {}

  static double of(MatchModel model, List<BlockingKey> keys, List<BlockingIndex> rules) {
    LinkageFields fields = model.fields();
    double[] present = new double[fields.count()];
    Arrays.setAll(present, f -> present(fields, f));
    return of(model, present, keys, rules, DRAWS);
  }

  /**
   * The same in a subgroup.
   *
   * @param presentLeft per field the share of the subgroup's left records that have a value
   */
  static double ofGroup(
      MatchModel model, double[] presentLeft, List<BlockingKey> keys, List<BlockingIndex> rules) {
    LinkageFields fields = model.fields();
    double[] present = new double[fields.count()];
    Arrays.setAll(
        present,
        f -> presentLeft[f] * (fields.oneFile() ? presentLeft[f] : presentRight(fields, f)));
    return of(model, present, keys, rules, GROUP_DRAWS);
  }

  private static double of(
      MatchModel model,
      double[] present,
      List<BlockingKey> keys,
      List<BlockingIndex> rules,
      int draws) {
    int lost = 0;
    LinkageFields fields = model.fields();
    boolean[] agrees = new boolean[keys.size()];
    for (int d = 0; d < draws; d++) {
      RandomStream random = RandomStream.of(0, "blocking-loss", d);
      boolean moved = model.hasAddresses() && random.nextDouble() < model.movedShare();
      int k = 0;
      for (int f = 0; f < present.length; f++) {
        boolean there = random.nextDouble() < present[f] && !(moved && fields.isAddress(f));
        int level = draw(model, f, random.nextDouble());
        double part = random.nextDouble();
        for (; k < keys.size() && keys.get(k).field() == f; k++) {
          agrees[k] = there && agrees(fields, keys.get(k), level, part);
        }
      }
      boolean found = false;
      for (BlockingIndex rule : rules) {
        found |=
            all(rule.rule(), agrees) && (rule.reach() == 1 || random.nextDouble() < rule.reach());
      }
      lost += found ? 0 : 1;
    }
    return (double) lost / draws;
  }

  private static boolean all(BlockingRule rule, boolean[] agrees) {
    for (int key : rule.keys()) {
      if (!agrees[key]) {
        return false;
      }
    }
    return true;
  }

  private static int draw(MatchModel model, int field, double u) {
    int level = 1;
    double sum = model.m(field, 1);
    while (level < model.fields().exact(field) && u >= sum) {
      sum += model.m(field, ++level);
    }
    return level;
  }

  /** Which parts of a value survive a level; {@code u} decides which of them. */
  private static boolean agrees(LinkageFields fields, BlockingKey key, int level, double u) {
    int exact = fields.exact(key.field());
    if (level == exact) {
      return true;
    }
    boolean near = level >= exact - 2 && level > FieldComparison.DIFFERENT;
    return switch (key.part()) {
      case WHOLE -> false;
      case SOUND -> near && u < 0.5;
      case YEAR_MONTH -> near && u < 0.6;
      case MONTH_DAY -> near && u >= 0.6 && u < 0.8;
      case YEAR_DAY -> near && u >= 0.8;
      case HEAD -> near && u < 0.5;
      case TAIL -> near && u >= 0.5;
    };
  }

  private static double present(LinkageFields fields, int field) {
    FieldColumn column = fields.column(field);
    double left = column.presentLeft() / Math.max(1.0, fields.rowsLeft());
    return left * (fields.oneFile() ? left : presentRight(fields, field));
  }

  private static double presentRight(LinkageFields fields, int field) {
    return fields.column(field).presentRight() / Math.max(1.0, fields.rowsRight());
  }
}
