// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.OptionalInt;
import org.meent.protocols.yaml.Words;

/**
 * How treatment and time relate.
 *
 * @param kind what becomes of people who start later than the index date
 * @param index which days are index dates
 * @param grace months from the index date within which an arm must start to count; 0 under a
 *     landmark, whose arms are settled before it
 */
public record StudyDesign(Kind kind, IndexDates index, int grace) {

  /** What becomes of people who start later than the index date. */
  public enum Kind {
    /** Nothing: the arm is what was started before it. */
    LANDMARK,
    /** Follow-up begins when the grace is over; who left before then is in no arm. */
    SEQUENTIAL_TRIALS,
    /** A person enters every arm that was open, and leaves those that she does not keep to. */
    CLONE_CENSOR_WEIGHT
  }

  /** A landmark: everybody's arm is settled on the index date. */
  public static StudyDesign landmark(IndexDates index) {
    return new StudyDesign(Kind.LANDMARK, index, 0);
  }

  /** Whether a person may have more than one row: in several trials, or as clones. */
  public boolean repeats() {
    return clones() || index instanceof IndexDates.Monthly;
  }

  /** Whether a person enters as clones. */
  public boolean clones() {
    return kind == Kind.CLONE_CENSOR_WEIGHT;
  }

  /** The months in which arms start. */
  public Window period() {
    return new Window(OptionalInt.of(0), grace, Window.Unit.MONTHS);
  }

  /** The word for the design in a protocol. */
  public String label() {
    return Words.of(kind);
  }
}
