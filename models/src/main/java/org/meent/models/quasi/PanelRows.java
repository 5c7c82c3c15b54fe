// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.quasi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.meent.models.frame.Frame;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Rows of units and periods as a table of units by periods.
 *
 * @param outcome by unit and period
 * @param start the period, from 0, in which each unit starts, or {@link GroupTimeEffects#NEVER}
 * @param cluster cluster of each unit; the unit itself if none were named
 * @param clusters number of clusters
 * @param already units that were treated from the first period on and take no part
 */
record PanelRows(double[][] outcome, int[] start, int[] cluster, int clusters, long already) {

  /**
   * Puts rows in their places.
   *
   * @throws org.meent.protocols.refusal.RefusalException if a unit lacks a period or has one twice,
   *     leaves treatment again, or lies in two clusters
   */
  static PanelRows of(Frame rows, List<String> unit, double[] period) {
    double[] periods = Arrays.stream(period).distinct().sorted().toArray();
    List<String> units = unit.stream().distinct().sorted().toList();
    Map<String, Integer> place = new HashMap<>();
    units.forEach(name -> place.put(name, place.size()));
    int[][] at = new int[units.size()][periods.length];
    for (int[] line : at) {
      Arrays.fill(line, -1);
    }
    for (int i = 0; i < period.length; i++) {
      int u = place.getOrDefault(unit.get(i), 0);
      int t = Arrays.binarySearch(periods, period[i]);
      if (at[u][t] >= 0) {
        throw refusal("models.quasi.period-twice");
      }
      at[u][t] = i;
    }
    List<Integer> kept = new ArrayList<>();
    int[] starts = new int[units.size()];
    for (int u = 0; u < at.length; u++) {
      starts[u] = start(at[u], rows.treatment());
      if (starts[u] != 0) {
        kept.add(u);
      }
    }
    return table(rows, at, starts, kept);
  }

  private static int start(int[] places, int[] treatment) {
    int start = GroupTimeEffects.NEVER;
    for (int t = 0; t < places.length; t++) {
      if (places[t] < 0) {
        throw refusal("models.quasi.period-missing");
      }
      boolean treated = treatment[places[t]] == 1;
      if (!treated && start < t) {
        throw refusal("models.quasi.treatment-ends");
      }
      start = treated ? Math.min(start, t) : start;
    }
    return start;
  }

  private static PanelRows table(Frame rows, int[][] at, int[] starts, List<Integer> kept) {
    double[] y = rows.outcome();
    int[] clusters = rows.clusters();
    double[][] outcome = new double[kept.size()][];
    int[] start = new int[kept.size()];
    int[] cluster = new int[kept.size()];
    for (int k = 0; k < start.length; k++) {
      int[] places = at[kept.get(k)];
      outcome[k] = Arrays.stream(places).mapToDouble(i -> y[i]).toArray();
      start[k] = starts[kept.get(k)];
      cluster[k] = rows.clustered() ? clusters[places[0]] : k;
      for (int i : places) {
        if (rows.clustered() && clusters[i] != cluster[k]) {
          throw refusal("models.quasi.two-clusters");
        }
      }
    }
    int count = rows.clustered() ? rows.clusterCount() : start.length;
    return new PanelRows(outcome, start, cluster, count, at.length - (long) start.length);
  }

  private static RuntimeException refusal(String code) {
    return Refusal.badInput(code, Where.field("period")).asException();
  }
}
