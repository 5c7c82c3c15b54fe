// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.policy;

import java.util.Arrays;
import org.meent.models.learner.Parallel;
import org.meent.protocols.literature.Reference;

/**
 * The best tree when arms cost something and some have room for a share of the people only. Each
 * full arm gets the lowest price found at which it is not asked beyond its room (Lagrange's
 * method); since trees change in steps, room may be left, and the result says how much better any
 * tree within the room could be at most.
 *
 * @param search the tree search
 * @param cost of each arm, in units of the outcome
 * @param room the largest share of the weight of rows that each arm may get; 1 where it has no
 *     limit
 */
@Reference(
    authors = "D. G. Luenberger (1969)",
    title = "Optimization by Vector Space Methods",
    source = "Wiley, chapter 8: Lagrange duality")
public record CapacitySearch(PolicySearch search, double[] cost, double[] room) {
  private static final int HALVINGS = 24;
  private static final int ROUNDS = 20;

  /** Copies the arrays; every arm has a cost and a room above zero, the first unlimited. */
  public CapacitySearch {
    cost = cost.clone();
    room = room.clone();
    if (cost.length != room.length
        || cost.length < 2
        || room[0] < 1
        || Arrays.stream(room).anyMatch(r -> !(r > 0 && r <= 1))
        || Arrays.stream(cost).anyMatch(c -> !Double.isFinite(c))) {
      throw new IllegalArgumentException("a cost and a room in (0, 1] per arm, the first full");
    }
  }

  /** A search where no arm costs anything or is full. */
  public static CapacitySearch unlimited(PolicySearch search, int arms) {
    double[] room = new double[arms];
    Arrays.fill(room, 1);
    return new CapacitySearch(search, new double[arms], room);
  }

  /** The same with another tree search. */
  public CapacitySearch withSearch(PolicySearch other) {
    return new CapacitySearch(other, cost, room);
  }

  /**
   * A tree within the room.
   *
   * @param tree the tree
   * @param total sum of scores less costs under it
   * @param atMost no tree within the room reaches more
   * @param price of each arm at which the tree was found, in units of the outcome
   */
  public record Found(PolicyTree tree, double total, double atMost, double[] price) {}

  /** Searches among rows that count alike, with every arm open; scores are without costs. */
  public Found search(double[][] columns, double[][] scores, Parallel parallel) {
    return search(PolicyRows.plain(columns, scores), parallel);
  }

  /** Searches. */
  public Found search(PolicyRows rows, Parallel parallel) {
    return new Run(rows, parallel).found();
  }

  private final class Run {
    private final PolicyRows rows;
    private final double[][] net;
    private final Parallel parallel;
    private final double[] price = new double[cost.length];
    private final double dearest;
    private double atMost = Double.POSITIVE_INFINITY;

    Run(PolicyRows rows, Parallel parallel) {
      this.rows = rows;
      this.net = rows.net(cost);
      this.parallel = parallel;
      double largest = 0;
      for (double[] arm : net) {
        largest = Math.max(largest, Arrays.stream(arm).map(Math::abs).max().orElse(0));
      }
      this.dearest = 2 * largest + 1;
    }

    Found found() {
      PolicyTree tree = tree();
      for (int round = 0; round < ROUNDS && !fits(tree); round++) {
        for (int a = 1; a < price.length; a++) {
          if (share(tree, a) > room[a]) {
            tree = lowestPrice(a);
          }
        }
      }
      if (!fits(tree)) {
        // Prices of several full arms kept pushing people to one another: everybody gets the first.
        tree = new PolicyTree.Leaf(0, rows.size());
      }
      double total = Assignment.of(tree, rows.columns()).total(weighed(net));
      return new Found(tree, total, Math.max(total, atMost), price.clone());
    }

    private double[][] weighed(double[][] perRow) {
      double[][] weighed = new double[perRow.length][];
      for (int a = 0; a < weighed.length; a++) {
        double[] values = perRow[a].clone();
        for (int i = 0; i < values.length; i++) {
          values[i] *= rows.weights()[i];
        }
        weighed[a] = values;
      }
      return weighed;
    }

    /** The best tree at the prices of now; its Lagrangian bounds every tree within the room. */
    private PolicyTree tree() {
      double all = Arrays.stream(rows.weights()).sum();
      double[][] priced = new double[net.length][];
      double paid = 0;
      for (int a = 0; a < priced.length; a++) {
        priced[a] = net[a].clone();
        for (int i = 0; i < priced[a].length; i++) {
          priced[a][i] -= price[rows.given(a, i)];
        }
        paid += price[a] * room[a] * all;
      }
      PolicyResult result = search.search(rows.columns(), weighed(priced), parallel);
      atMost = Math.min(atMost, result.total() + paid);
      return result.tree();
    }

    /** Raises one price just so far that its arm fits; the tree at that price. */
    private PolicyTree lowestPrice(int arm) {
      double low = price[arm];
      double high = dearest;
      price[arm] = high;
      PolicyTree fitting = tree();
      for (int h = 0; h < HALVINGS; h++) {
        double middle = (low + high) / 2;
        price[arm] = middle;
        PolicyTree tried = tree();
        if (share(tried, arm) > room[arm]) {
          low = middle;
        } else {
          high = middle;
          fitting = tried;
        }
      }
      price[arm] = high;
      return fitting;
    }

    private boolean fits(PolicyTree tree) {
      double[] shares = rows.shares(tree);
      for (int a = 0; a < shares.length; a++) {
        if (shares[a] > room[a]) {
          return false;
        }
      }
      return true;
    }

    private double share(PolicyTree tree, int arm) {
      return rows.shares(tree)[arm];
    }
  }
}
