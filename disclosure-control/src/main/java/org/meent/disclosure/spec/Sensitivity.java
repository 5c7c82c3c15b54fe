// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.spec;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.meent.disclosure.protect.PrimaryRule;

/**
 * When a cell is sensitive.
 *
 * @param rules what makes a single cell sensitive; all of them hold
 * @param groupShare percent of a total above which one of its parts is sensitive
 * @param classDisclosure whether the empty parts of a total that lies in one part are sensitive
 * @param zerosDisclosive whether a cell of zero is sensitive
 * @param structuralZeros cells that cannot be anything but zero: never sensitive
 * @param safeCodes codes for unknown; a cell with such a code is never sensitive
 */
public record Sensitivity(
    List<PrimaryRule> rules,
    Optional<BigDecimal> groupShare,
    boolean classDisclosure,
    boolean zerosDisclosive,
    List<CellPattern> structuralZeros,
    Set<String> safeCodes) {

  /** Copies. */
  public Sensitivity {
    rules = List.copyOf(rules);
    structuralZeros = List.copyOf(structuralZeros);
    safeCodes = java.util.Collections.unmodifiableSet(new TreeSet<>(safeCodes));
  }

  /** Whether a zero can be sensitive, so that what is left out may be zero. */
  public boolean hidesZeros() {
    return zerosDisclosive || classDisclosure || groupShare.isPresent();
  }

  /** How many of the largest contributors the rules look at. */
  public int depth() {
    return rules.stream().mapToInt(PrimaryRule::depth).max().orElse(0);
  }

  /** One rule alone, with the same exceptions. */
  public Sensitivity withOnly(PrimaryRule rule) {
    return new Sensitivity(
        List.of(rule), Optional.empty(), false, false, structuralZeros, safeCodes);
  }
}
