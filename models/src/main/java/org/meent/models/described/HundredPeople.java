// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.described;

import java.util.List;
import org.meent.protocols.Protocol;

/**
 * Of 100 people like a described person: which support they had, what came after, and what the
 * support did, each for the finest released group that fits.
 *
 * <p>A figure by one field is never combined with a figure by another one: about people who are in
 * two groups nothing was released, and nothing is said. What was left out, refused, or does not
 * tell more from less is not known, and stays so here.
 *
 * @param fields what the study did with each field of the description
 * @param shares who had which support, for each of the finest groups
 * @param afterwards what came after, as found
 * @param leaving how people left, where curves of it were released; of everybody in a comparison
 * @param supports what each planned effect says, in the order of the protocol
 */
public record HundredPeople(
    List<FieldUse> fields,
    List<Shares> shares,
    List<Afterwards> afterwards,
    List<Leaving> leaving,
    List<SupportAnswer> supports) {
  /** The fewest people behind a mean, or in an arm behind an effect, that are spoken of. */
  public static final int FEWEST = 30;

  /** Copies the lists. */
  public HundredPeople {
    fields = List.copyOf(fields);
    shares = List.copyOf(shares);
    afterwards = List.copyOf(afterwards);
    leaving = List.copyOf(leaving);
    supports = List.copyOf(supports);
  }

  /**
   * Reads the answer from released tables.
   *
   * @param protocol the protocol under which they were made
   * @param sheets the tables
   * @param description the person
   * @throws org.meent.protocols.refusal.RefusalException if a field names the key of a person, or a
   *     sheet is not what the protocol declares
   */
  public static HundredPeople of(
      Protocol protocol, List<ReleasedSheet> sheets, Description description) {
    return new ReleasedReading(protocol, sheets, description).answer();
  }
}
