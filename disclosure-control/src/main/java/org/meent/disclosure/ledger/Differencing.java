// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.meent.disclosure.protect.LinearForm;
import org.meent.disclosure.protect.PrimeField;

/**
 * Compares a request with everything that was released before: which figures of few units could be
 * computed from both together that could not be computed before. A count is the sum of one over
 * units and an amount the sum of its measure, so what follows is decided by linear algebra over the
 * known relations; the number of units behind a figure that follows is the same combination of the
 * numbers behind its terms.
 *
 * <p>Populations are related only where the ledger or the request says which lies within which;
 * figures of populations that are not related are not compared. A figure of which the number of
 * units is not known is reported as such.
 */
public final class Differencing {
  private static final int TERMS = 12;

  private final FigureSystem system = new FigureSystem();
  private final List<Difference> found = new ArrayList<>();
  private final long minimum;

  private Differencing(long minimum) {
    this.minimum = minimum;
  }

  /**
   * What the request would give away.
   *
   * @param request outputs that are asked out, with the figures that would leave
   * @param minimum a figure of 1 to below this many units tells of few
   */
  public static List<Difference> of(
      ReleaseLedger ledger, List<ReleaseLedger.Entry> request, long minimum) {
    return new Differencing(minimum).run(ledger, request);
  }

  private List<Difference> run(ReleaseLedger ledger, List<ReleaseLedger.Entry> request) {
    ledger
        .entries()
        .forEach(entry -> system.publish(entry, entry.release() + "/" + entry.output()));
    for (ReleaseLedger.Entry entry : request) {
      for (FigureSystem.Revised revised : system.publish(entry, "/" + entry.output())) {
        revised(entry, revised);
      }
    }
    system.relate();
    Elimination elimination = new Elimination(system);
    for (int figure = 0; figure < system.figures.size(); figure++) {
      if (elimination.follows(figure)) {
        long units = units(figure, elimination);
        if (units == FigureSystem.UNKNOWN || (units > 0 && units < minimum)) {
          report(figure, terms(figure, elimination), units != FigureSystem.UNKNOWN);
        }
      }
    }
    return List.copyOf(found);
  }

  /** The number of units behind a figure that follows, perhaps by a count that is known too. */
  private long units(int figure, Elimination elimination) {
    long units = elimination.units(figure);
    if (units == FigureSystem.UNKNOWN) {
      OptionalLong count = system.placeOfUnits(figure);
      return count.isPresent() ? elimination.units((int) count.getAsLong()) : FigureSystem.UNKNOWN;
    }
    return units;
  }

  /** The same figure as before of nearly the same units tells of those who came or went. */
  private void revised(ReleaseLedger.Entry entry, FigureSystem.Revised revised) {
    long before = system.units(revised.place());
    boolean counted = before != FigureSystem.UNKNOWN && revised.units() != FigureSystem.UNKNOWN;
    if (counted && Math.abs(revised.units() - before) < minimum) {
      String words = system.figures.get(revised.place()).words();
      String equation =
          "+ request/%s: %s - %s: %s"
              .formatted(entry.output(), words, system.sourceOf(revised.place()), words);
      found.add(new Difference(entry.output(), words, equation, true));
    }
  }

  /** The published figures that add up to one that follows from them. */
  private Map<Integer, Long> terms(int figure, Elimination elimination) {
    TreeMap<Integer, Long> terms = new TreeMap<>(Map.of(figure, 1L));
    TreeMap<Integer, Long> published = new TreeMap<>();
    while (!terms.isEmpty()) {
      int last = terms.lastKey();
      long coefficient = terms.getOrDefault(last, 0L);
      terms.remove(last);
      if (!elimination.follows(last)) {
        published.merge(last, coefficient, PrimeField::add);
      } else {
        LinearForm form = elimination.form(last);
        for (int k = 0; k < form.unknowns().length; k++) {
          long part = PrimeField.multiply(coefficient, form.coefficients()[k]);
          terms.merge(form.unknowns()[k], part, PrimeField::add);
        }
      }
    }
    published.values().removeIf(coefficient -> coefficient == 0);
    return published;
  }

  private void report(int figure, Map<Integer, Long> terms, boolean counted) {
    String output = "";
    StringBuilder equation = new StringBuilder();
    int shown = 0;
    for (Map.Entry<Integer, Long> term : terms.entrySet()) {
      String source = system.sourceOf(term.getKey());
      output = source.startsWith("/") ? source.substring(1) : output;
      if (shown++ < TERMS) {
        long coefficient = term.getValue();
        boolean minus = coefficient > PrimeField.PRIME / 2;
        long size = minus ? PrimeField.PRIME - coefficient : coefficient;
        equation.append(equation.isEmpty() ? "" : " ").append(minus ? "- " : "+ ");
        equation.append(size == 1 ? "" : size + " ");
        equation.append(source.startsWith("/") ? "request" + source : source);
        equation.append(": ").append(system.figures.get(term.getKey()).words());
      }
    }
    if (shown > TERMS) {
      equation.append(" … (").append(shown).append(')');
    }
    if (!output.isEmpty()) {
      String about = system.figures.get(figure).words();
      found.add(new Difference(output, about, equation.toString(), counted));
    }
  }
}
