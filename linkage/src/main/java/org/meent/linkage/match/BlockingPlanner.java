// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.meent.protocols.literature.Reference;
import org.meent.protocols.run.RandomStream;

/**
 * Chooses blocking rules: sets of one to three keys of different fields. It draws how pairs of
 * records of one person might agree (with cautious error rates, the missing values of these files,
 * and persons who moved) and takes, one after the other, the rule that finds most of the pairs not
 * yet found per comparison that it costs.
 */
@Reference(
    authors = "M. Bilenko, B. Kamath, R. J. Mooney (2006)",
    title = "Adaptive blocking: learning to scale up record linkage",
    source = "ICDM 2006, 87-96",
    url = "https://doi.org/10.1109/ICDM.2006.13")
final class BlockingPlanner {
  private static final int DRAWS = 8192;
  private static final double MOVED = 0.2;
  private static final int MAX_RULES = 28;
  private static final double INDEX_COST = 3;
  private static final double ENOUGH = 0;

  private final LinkageFields fields;
  private final List<BlockingKey> keys;
  private final long[][] agrees;
  private final double budget;
  private final double indexCost;

  BlockingPlanner(LinkageFields fields, List<BlockingKey> keys, double budget) {
    this.fields = fields;
    this.keys = keys;
    this.budget = budget;
    this.indexCost = INDEX_COST * (fields.rowsLeft() + (double) fields.rowsRight());
    this.agrees = draw();
  }

  List<BlockingRule> plan() {
    List<BlockingRule> candidates = candidates();
    List<BlockingRule> chosen = new ArrayList<>();
    long[] open = new long[DRAWS / 64];
    Arrays.fill(open, -1L);
    double spent = 0;
    while (chosen.size() < MAX_RULES && count(open, open) > ENOUGH * DRAWS) {
      BlockingRule best = null;
      double bestScore = 0;
      for (BlockingRule rule : candidates) {
        double cost = cost(rule);
        if (spent + cost > budget) {
          continue;
        }
        double score = covered(rule, open) / (cost + indexCost);
        if (score > bestScore) {
          bestScore = score;
          best = rule;
        }
      }
      if (best == null) {
        break;
      }
      chosen.add(best);
      spent += cost(best);
      remove(best, open);
    }
    return withoutContained(chosen);
  }

  private double cost(BlockingRule rule) {
    double cost = fields.allPairs();
    for (int key : rule.keys()) {
      cost *= keys.get(key).collision();
    }
    return cost;
  }

  private List<BlockingRule> candidates() {
    List<BlockingRule> rules = new ArrayList<>();
    for (int a = 0; a < keys.size(); a++) {
      addIfAffordable(rules, a);
      for (int b = a + 1; b < keys.size(); b++) {
        if (keys.get(a).field() == keys.get(b).field()) {
          continue;
        }
        addIfAffordable(rules, a, b);
        for (int c = b + 1; c < keys.size(); c++) {
          if (keys.get(c).field() != keys.get(a).field()
              && keys.get(c).field() != keys.get(b).field()) {
            addIfAffordable(rules, a, b, c);
          }
        }
      }
    }
    return rules;
  }

  private void addIfAffordable(List<BlockingRule> rules, int... ruleKeys) {
    BlockingRule rule = new BlockingRule(ruleKeys);
    double cost = cost(rule);
    if (cost > 0 && cost <= budget / 2) {
      rules.add(rule);
    }
  }

  private int covered(BlockingRule rule, long[] open) {
    int covered = 0;
    for (int w = 0; w < open.length; w++) {
      covered += Long.bitCount(open[w] & agreement(rule, w));
    }
    return covered;
  }

  private long agreement(BlockingRule rule, int word) {
    long all = -1L;
    for (int key : rule.keys()) {
      all &= agrees[key][word];
    }
    return all;
  }

  private void remove(BlockingRule rule, long[] open) {
    for (int w = 0; w < open.length; w++) {
      open[w] &= ~agreement(rule, w);
    }
  }

  private static int count(long[] a, long[] b) {
    int count = 0;
    for (int w = 0; w < a.length; w++) {
      count += Long.bitCount(a[w] & b[w]);
    }
    return count;
  }

  /** A rule that asks for more than another chosen rule finds nothing of its own. */
  private static List<BlockingRule> withoutContained(List<BlockingRule> rules) {
    return rules.stream().filter(rule -> rules.stream().noneMatch(rule::contains)).toList();
  }

  private long[][] draw() {
    long[][] bits = new long[keys.size()][DRAWS / 64];
    double[] present = new double[fields.count()];
    for (int f = 0; f < present.length; f++) {
      present[f] = present(f);
    }
    for (int d = 0; d < DRAWS; d++) {
      RandomStream random = RandomStream.of(0, "blocking-plan", d);
      boolean moved = random.nextDouble() < MOVED;
      int k = 0;
      for (int f = 0; f < fields.count(); f++) {
        FieldKind kind = fields.column(f).kind();
        boolean there = random.nextDouble() < present[f];
        boolean changed = moved && kind.isAddress();
        boolean exact = random.nextDouble() < kind.usualAgreement() * kind.usualAgreement();
        double rescue = random.nextDouble();
        for (; k < keys.size() && keys.get(k).field() == f; k++) {
          BlockingKey.Part part = keys.get(k).part();
          boolean whole = part == BlockingKey.Part.WHOLE;
          boolean agree = exact || (!whole && rescue >= 0 && rescue < part.rescue);
          rescue -= whole || exact ? 0 : part.rescue;
          if (there && !changed && agree) {
            bits[k][d >>> 6] |= 1L << d;
          }
        }
      }
    }
    return bits;
  }

  private double present(int field) {
    FieldColumn column = fields.column(field);
    double left = column.presentLeft() / Math.max(1.0, fields.rowsLeft());
    return fields.oneFile()
        ? left * left
        : left * column.presentRight() / Math.max(1.0, fields.rowsRight());
  }
}
