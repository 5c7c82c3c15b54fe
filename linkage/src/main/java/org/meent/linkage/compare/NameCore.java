// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.compare;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is left of a name when order and particles do not count: <i>van den Berg</i>, <i>v.d.
 * Berg</i> and <i>Berg</i> have one core, and so have <i>Bakker-Visser</i> and
 * <i>Visser-Bakker</i>, because married names are written in either order.
 */
public final class NameCore {
  private static final Set<String> PARTICLES =
      Set.of(
          "van", "vander", "vanden", "v", "vd", "der", "den", "de", "d", "het", "t", "ter", "ten",
          "te", "op", "in", "aan", "bij", "uit", "la", "le", "du", "des", "da", "di", "do", "dos",
          "el", "al", "von", "zu", "zum", "zur", "y", "e");

  private NameCore() {}

  /**
   * The core of a folded text.
   *
   * @param folded text from {@link FoldedText#fold}
   * @return its words without particles, each once, in alphabetical order; all words if every one
   *     is a particle
   */
  public static String of(String folded) {
    if (folded.indexOf(' ') < 0) {
      return folded;
    }
    List<String> words = FoldedText.words(folded);
    TreeSet<String> core = new TreeSet<>(words);
    core.removeAll(PARTICLES);
    return String.join(" ", core.isEmpty() ? new TreeSet<>(words) : core);
  }
}
