// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.pairing;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meent.linkage.match.LinkageResult;
import org.meent.linkage.match.LinkageResult.Link;

/**
 * Which record is of which person, in the best linkage and in each that was drawn, and why a record
 * is of nobody. Every linkage is one to one.
 */
public final class PairedRecords {
  /** The linkage with the largest probabilities, besides those that were drawn. */
  public static final int BEST = 0;

  static final String NO_CANDIDATE = "no candidate";
  static final String BELOW = "below the threshold";
  static final String LOST = "lost to a better pair";
  static final String NOT_DRAWN = "not linked in this draw";

  private final LinkageResult result;
  private final SortedMap<String, Double> strongest;
  private final PairingAccount account;

  PairedRecords(LinkageResult result, PairingAccount account) {
    this.result = result;
    this.strongest = result.draws().strongest();
    this.account = account;
  }

  /** What can be told of the linkage without naming anybody. */
  public PairingAccount account() {
    return account;
  }

  /** How many linkages were drawn. */
  public int draws() {
    return result.draws().count();
  }

  /**
   * The pseudonym of each linked record.
   *
   * @param linkage {@link #BEST}, or the number of a draw from 1
   */
  public SortedMap<String, Long> pseudonyms(int linkage) {
    List<Link> links = linkage == BEST ? result.links() : result.draws().draw(linkage);
    SortedMap<String, Long> pseudonyms = new TreeMap<>();
    links.forEach(link -> pseudonyms.put(link.rightId(), Long.valueOf(link.leftId())));
    return pseudonyms;
  }

  /**
   * Why a record that has no pseudonym in a linkage has none.
   *
   * @param linkage {@link #BEST}, or the number of a draw from 1
   */
  public String reason(String record, int linkage) {
    Optional<Double> best = Optional.ofNullable(strongest.get(record));
    if (best.isEmpty()) {
      return NO_CANDIDATE;
    }
    if (linkage != BEST) {
      return NOT_DRAWN;
    }
    return best.get() < result.job().method().threshold() ? BELOW : LOST;
  }
}
