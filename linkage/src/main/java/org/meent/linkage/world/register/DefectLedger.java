// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.util.ArrayList;
import java.util.List;
import org.meent.linkage.world.people.Person;

/** The planted errors of one life. */
public final class DefectLedger {
  private final List<Entry> entries = new ArrayList<>();

  /**
   * One planted error.
   *
   * @param file the file that has it, without ending
   * @param person whom it concerns
   * @param defect its kind
   * @param detail what tells the row apart, such as its month; empty if nothing does
   */
  public record Entry(String file, Person person, Defect defect, String detail) {}

  /** Writes one down. */
  void add(RegisterFile file, Person person, Defect defect, String detail) {
    entries.add(new Entry(file.name(), person, defect, detail));
  }

  /** All of them, in the order in which they were planted. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }
}
