// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.check;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.models.effect.Interval;
import org.meent.protocols.literature.Reference;

/**
 * Municipalities that record far less of the treatment than is usual. If they gave as much as the
 * middle municipality, some of the rows that stand as untreated were treated, and the effect is
 * drawn towards zero by the share of these.
 *
 * @param municipalities those that record less than the ratio allows, in order of their names
 * @param lowest the smallest ratio of a municipality's share of treated to the middle one
 * @param missed share of the recorded untreated that would then be treated
 */
public record UnderRegistration(List<String> municipalities, double lowest, double missed) {

  /** Copies the list. */
  public UnderRegistration {
    municipalities = List.copyOf(municipalities);
  }

  /**
   * Compares municipalities.
   *
   * @param arm 1 for rows recorded as treated, 0 for the others
   * @param municipality of each row
   * @param ratio share of the usual below which a municipality is taken to under-register
   */
  public static UnderRegistration of(int[] arm, List<String> municipality, double ratio) {
    SortedMap<String, long[]> counts = new TreeMap<>();
    long untreated = 0;
    for (int i = 0; i < arm.length; i++) {
      counts.computeIfAbsent(municipality.get(i), name -> new long[2])[arm[i]]++;
      untreated += arm[i] == 0 ? 1 : 0;
    }
    double[] shares =
        counts.values().stream().mapToDouble(UnderRegistration::share).sorted().toArray();
    double usual = (shares[(shares.length - 1) / 2] + shares[shares.length / 2]) / 2;
    List<String> flagged = new ArrayList<>();
    double unseen = 0;
    for (var entry : counts.entrySet()) {
      double own = share(entry.getValue());
      if (own < ratio * usual) {
        flagged.add(entry.getKey());
        unseen += (usual - own) * (entry.getValue()[0] + entry.getValue()[1]);
      }
    }
    return new UnderRegistration(
        flagged, usual > 0 ? shares[0] / usual : 1, Math.min(1, unseen / untreated));
  }

  private static double share(long[] count) {
    return (double) count[1] / (count[0] + count[1]);
  }

  /**
   * Where the effect may lie: from the interval as it stands to the interval divided by the share
   * of the untreated who truly were, whichever is wider.
   */
  @Reference(
      authors = "A. Lewbel (2007)",
      title = "Estimation of average treatment effects with misclassification",
      source = "Econometrica 75, 537-551",
      url = "https://doi.org/10.1111/j.1468-0262.2006.00756.x")
  public Interval bounds(double lower, double upper) {
    double pure = 1 - missed;
    return new Interval(Math.min(lower, lower / pure), Math.max(upper, upper / pure));
  }

  /** The gate. */
  public GateResult gate(Criteria criteria) {
    return GateResult.atLeast(
        "registration",
        Criterion.REGISTERED_RATIO.id(),
        lowest,
        criteria.of(Criterion.REGISTERED_RATIO));
  }
}
