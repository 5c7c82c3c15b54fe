// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.meent.disclosure.protect.LinearForm;
import org.meent.disclosure.protect.PrimeField;

/**
 * Compares a request with everything that was released before: which counts of few units could be
 * computed from both together that could not be computed before. A count is the sum of one over
 * units, so what follows is decided by linear algebra over the known relations.
 *
 * <p>Populations are related only where the ledger or the request says which lies within which;
 * counts of populations that are not related are not compared.
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
   * @param request outputs that are asked out, with the counts that would leave
   * @param minimum a count from 1 to below this tells of few
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
      for (Figure figure : system.publish(entry, "/" + entry.output())) {
        revised(entry, figure);
      }
    }
    system.relate();
    Elimination elimination = new Elimination(system);
    for (int figure : elimination.derived.keySet()) {
      long value = elimination.value(figure).orElse(0);
      if (value > 0 && value < minimum) {
        report(figure, terms(figure, elimination));
      }
    }
    return List.copyOf(found);
  }

  /** The same count as before with nearly the same value tells of those who came or went. */
  private void revised(ReleaseLedger.Entry entry, Figure figure) {
    long now =
        entry.counts().stream()
            .filter(count -> count.codes().equals(figure.codes()))
            .mapToLong(ReleasedCount::value)
            .findFirst()
            .orElse(entry.units());
    if (Math.abs(now - system.value(figure)) < minimum) {
      String words = figure.words();
      String equation =
          "+ request/%s: %s - %s: %s"
              .formatted(entry.output(), words, system.sourceOf(figure), words);
      found.add(new Difference(entry.output(), words, equation));
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
      LinearForm form = elimination.derived.get(last);
      if (form == null) {
        published.merge(last, coefficient, PrimeField::add);
      } else {
        for (int k = 0; k < form.unknowns().length; k++) {
          long part = PrimeField.multiply(coefficient, form.coefficients()[k]);
          terms.merge(form.unknowns()[k], part, PrimeField::add);
        }
      }
    }
    published.values().removeIf(coefficient -> coefficient == 0);
    return published;
  }

  private void report(int figure, Map<Integer, Long> terms) {
    String output = "";
    StringBuilder equation = new StringBuilder();
    int shown = 0;
    for (Map.Entry<Integer, Long> term : terms.entrySet()) {
      String source = system.source.getOrDefault(term.getKey(), "");
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
      found.add(new Difference(output, system.figures.get(figure).words(), equation.toString()));
    }
  }
}
