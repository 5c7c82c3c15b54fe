// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import java.util.SequencedMap;
import org.meent.models.sensitivity.DetectableEffect;

/** Hears how a run goes on: for progress on the terminal, and for tests that stop a run midway. */
public interface RunListener {
  /** A listener that hears nothing. */
  RunListener SILENT = (moment, stage) -> {};

  /** Something happened to a stage. */
  void heard(Moment moment, String stage);

  /** The smallest effects that a run could show are known, and nothing has been estimated yet. */
  default void power(SequencedMap<String, DetectableEffect> effects) {}

  /** What happened. */
  enum Moment {
    /** The stage begins. */
    STARTED,
    /** Its files are written, but not yet in place. */
    WRITTEN,
    /** It is whole and in place. */
    FINISHED,
    /** It was whole already, from an earlier start of the same run. */
    FOUND_WHOLE
  }
}
