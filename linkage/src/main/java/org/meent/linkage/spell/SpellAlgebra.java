// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.spell;

import org.meent.protocols.literature.Reference;

/**
 * Operations on one person's spells. Inputs are sorted and stay as they are; the output is emptied,
 * filled and sorted, and must be another track. <i>Covered</i> is a day on which at least one spell
 * holds. Holds buffers: one object per thread.
 *
 * <p>With {@code n} spells in all, every operation takes time in proportion to {@code n} and to the
 * length of its result, and {@code n log n} where results have to be sorted again.
 */
@Reference(
    authors = "J. F. Allen (1983)",
    title = "Maintaining knowledge about temporal intervals",
    source = "Communications of the ACM 26(11), 832-843",
    url = "https://doi.org/10.1145/182.358434")
public final class SpellAlgebra {
  private final Track covered = new Track();
  private final Track closing = new Track();
  private final StateMap runs = new StateMap();

  /** Operations with buffers of their own. */
  public SpellAlgebra() {}

  /** The covered days, as few spells as possible, all in the given state. */
  public void union(Track in, int state, Track out) {
    check(in, out);
    out.clear();
    int i = 0;
    while (i < in.size()) {
      int from = in.start(i);
      int to = in.end(i);
      for (i++; i < in.size() && in.start(i) <= to; i++) {
        to = Math.max(to, in.end(i));
      }
      out.add(from, to, state);
    }
  }

  /**
   * Joins spells of the same state with at most {@code days} uncovered days between them; 0 joins
   * those that touch or overlap. Days in between become days of that state. Spells of other states
   * in between do not matter and stay.
   *
   * @param days the greatest gap that is closed, not negative
   */
  public void merge(Track in, int days, Track out) {
    check(in, out);
    if (days < 0 || days > Spell.FARTHEST) {
      throw new IllegalArgumentException("a gap has no negative number of days");
    }
    out.clear();
    runs.clear();
    for (int i = 0; i < in.size(); i++) {
      int run = runs.get(in.state(i), -1);
      if (run >= 0 && in.start(i) <= out.end(run) + days) {
        out.lengthen(run, in.end(i));
      } else {
        runs.put(in.state(i), out.size());
        out.add(in.start(i), in.end(i), in.state(i));
      }
    }
    out.sort();
  }

  /**
   * The gaps: longest stretches of uncovered days between the first covered day and the last, all
   * in the given state.
   */
  public void gaps(Track in, int state, Track out) {
    check(in, out);
    out.clear();
    int until = in.isEmpty() ? 0 : in.end(0);
    for (int i = 1; i < in.size(); i++) {
      if (in.start(i) > until) {
        out.add(until, in.start(i), state);
      }
      until = Math.max(until, in.end(i));
    }
  }

  /** The days of a window that are not covered, as few spells as possible, in the given state. */
  public void complement(Track in, Window window, int state, Track out) {
    check(in, out);
    out.clear();
    int until = window.from();
    for (int i = 0; i < in.size() && until < window.to(); i++) {
      int from = Math.min(in.start(i), window.to());
      if (from > until) {
        out.add(until, from, state);
      }
      until = Math.max(until, in.end(i));
    }
    if (until < window.to()) {
      out.add(until, window.to(), state);
    }
  }

  /**
   * The days on which at least two spells hold, whatever their states, as few spells as possible,
   * in the given state.
   */
  public void overlaps(Track in, int state, Track out) {
    check(in, out);
    closing.clear();
    int until = Spell.UNKNOWN;
    for (int i = 0; i < in.size(); i++) {
      int to = Math.min(until, in.end(i));
      if (in.start(i) < to) {
        closing.add(in.start(i), to, state);
      }
      until = Math.max(until, in.end(i));
    }
    closing.sort();
    union(closing, state, out);
  }

  /** The parts of each spell that lie within a window; spells without such a part are left out. */
  public void clip(Track in, Window window, Track out) {
    check(in, out);
    out.clear();
    for (int i = 0; i < in.size(); i++) {
      int from = Math.max(in.start(i), window.from());
      int to = Math.min(in.end(i), window.to());
      if (from < to) {
        out.add(from, to, in.state(i));
      }
    }
    out.sort();
  }

  /** The parts of each spell on days that {@code other} does not cover; states stay. */
  public void subtract(Track in, Track other, Track out) {
    check(in, out);
    union(other, 0, covered);
    out.clear();
    int first = 0;
    for (int i = 0; i < in.size(); i++) {
      first = firstEndingAfter(in.start(i), first);
      int from = in.start(i);
      int to = in.end(i);
      for (int j = first; j < covered.size() && covered.start(j) < to; j++) {
        if (covered.start(j) > from) {
          out.add(from, covered.start(j), in.state(i));
        }
        from = covered.end(j);
      }
      if (from < to) {
        out.add(from, to, in.state(i));
      }
    }
    out.sort();
  }

  /** The parts of each spell on days that {@code other} covers; states stay. */
  public void intersect(Track in, Track other, Track out) {
    check(in, out);
    union(other, 0, covered);
    out.clear();
    int first = 0;
    for (int i = 0; i < in.size(); i++) {
      first = firstEndingAfter(in.start(i), first);
      int to = in.end(i);
      for (int j = first; j < covered.size() && covered.start(j) < to; j++) {
        out.add(Math.max(in.start(i), covered.start(j)), Math.min(to, covered.end(j)), in.state(i));
      }
    }
    out.sort();
  }

  private int firstEndingAfter(int day, int from) {
    int j = from;
    while (j < covered.size() && covered.end(j) <= day) {
      j++;
    }
    return j;
  }

  private static void check(Track in, Track out) {
    if (in == out) {
      throw new IllegalArgumentException("the output must be another track");
    }
    if (!in.isSorted()) {
      throw new IllegalArgumentException("the spells must be sorted");
    }
  }
}
