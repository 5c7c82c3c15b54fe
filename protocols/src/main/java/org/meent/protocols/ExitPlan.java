// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.meent.protocols.yaml.Words;

/**
 * How people leave a state such as benefit: in which month, in which of several ways, and whether
 * they come back. Months count from the day on which arms are settled (the index date, or the end
 * of the grace of trials); who is not in the state on that day is not at risk of leaving it.
 *
 * <p>An exit is the first day on which no spell of the state holds. Its kind is the first one of
 * which a spell holds on one of the {@code within} days from that day on.
 *
 * @param name what the names of the cohort's columns begin with
 * @param from the state that is left
 * @param gap interruptions of at most so many days are no exit
 * @param follow months in which exits count
 * @param within days from the exit on in which the kinds are looked for
 * @param kinds where people go, by name, the first that holds counts
 * @param otherwise what it means when no kind holds
 * @param returnsOf return is asked of exits in the first so many months
 * @param knownUntil last day of which the sources know everything
 */
public record ExitPlan(
    String name,
    State from,
    int gap,
    int follow,
    int within,
    SequencedMap<String, State> kinds,
    Otherwise otherwise,
    int returnsOf,
    LocalDate knownUntil) {
  /** Months in which somebody who comes back counts as having returned. */
  public static final int RETURN_MONTHS = 12;

  /** Stands for a kind where nobody was seen to leave. */
  public static final String NOT_LEFT = "not-left";

  private static final String MONTH = "month";
  private static final String KIND = "kind";
  private static final String RETURNED = "returned";
  private static final int SHORTEST_MONTH = 28;

  /** Words that no kind may bear. */
  static final List<String> TAKEN = List.of(MONTH, KIND, RETURNED, NOT_LEFT);

  /** Copies the kinds. */
  public ExitPlan {
    kinds = Ordered.copy(kinds);
  }

  /** What it means when no kind holds. */
  public enum Otherwise {
    /** The kinds hold every income: who has none of them left without any. */
    WITHOUT_INCOME,
    /** It tells nothing of income; a kind of that name may hold who has none. */
    OTHER
  }

  /**
   * Rows of a source.
   *
   * @param from a source with days or spells
   * @param where variables and the values that rows may have
   */
  public record State(String from, SequencedMap<String, List<String>> where) {
    /** Copies the conditions. */
    public State {
      where = Ordered.copy(where);
    }

    /** The same as conditions with one value each, of which one must hold. */
    public List<SequencedMap<String, String>> alternatives() {
      List<SequencedMap<String, String>> all = List.of(new LinkedHashMap<>());
      for (var condition : where.sequencedEntrySet()) {
        List<SequencedMap<String, String>> more = new ArrayList<>();
        for (SequencedMap<String, String> one : all) {
          for (String value : condition.getValue()) {
            SequencedMap<String, String> longer = new LinkedHashMap<>(one);
            longer.put(condition.getKey(), value);
            more.add(longer);
          }
        }
        all = more;
      }
      return List.copyOf(all);
    }
  }

  /** The sources that it looks at, the one of the state first. */
  List<String> sources() {
    List<String> sources = new ArrayList<>(List.of(from.from()));
    kinds.values().forEach(kind -> sources.add(kind.from()));
    return sources;
  }

  /** All kinds of exit: those declared, then the one that nothing else holds for. */
  public List<String> kindNames() {
    List<String> names = new ArrayList<>(kinds.keySet());
    names.add(Words.of(otherwise));
    return List.copyOf(names);
  }

  /** The column that holds the month of the exit, or the last month in which people were seen. */
  public String month() {
    return name + "-" + MONTH;
  }

  /** The column that holds the kind of the exit, or {@link #NOT_LEFT}. */
  public String kind() {
    return name + "-" + KIND;
  }

  /** The outcome that is one if somebody left in that way. */
  public String left(String kind) {
    return name + "-" + kind;
  }

  /** The outcome that is one if somebody left and came back. */
  public String returned() {
    return name + "-" + RETURNED;
  }

  /** Months from the index date until months of exits count. */
  public static int start(StudyDesign design) {
    return design.clones() ? 0 : design.grace();
  }

  /** The first day that the sources do not know everything of. */
  public LocalDate unknownFrom() {
    return knownUntil.plusDays(1);
  }

  /** Days after an exit that must be known for the exit to be one. */
  public int look() {
    return Math.max(within, gap);
  }

  /** Whether there is somebody of whom not one month is known. */
  boolean isUnseen(StudyDesign design) {
    return begin(design).plusMonths(1).plusDays(look()).isAfter(unknownFrom());
  }

  /** The outcomes that are known of everybody, whatever the index date. */
  public List<String> outcomes(StudyDesign design) {
    List<String> names = new ArrayList<>();
    LocalDate begin = begin(design);
    if (!begin.plusMonths(follow).plusDays(look()).isAfter(unknownFrom())) {
      kindNames().forEach(kind -> names.add(left(kind)));
    }
    if (!begin.plusMonths((long) returnsOf + RETURN_MONTHS).isAfter(unknownFrom())) {
      names.add(returned());
    }
    return List.copyOf(names);
  }

  /** What a column is called for people. */
  String label(String column) {
    if (column.equals(returned())) {
      return "%s: left within %d months and back within %d"
          .formatted(name, returnsOf, RETURN_MONTHS);
    }
    if (column.equals(month())) {
      return name + ": month of leaving, or the last month seen";
    }
    if (column.equals(kind())) {
      return name + ": way of leaving within " + follow + " months";
    }
    return "%s: left within %d months, %s"
        .formatted(name, follow, column.substring(name.length() + 1));
  }

  /** Whether it is a column of these exits. */
  boolean has(String column) {
    return column.equals(month())
        || column.equals(kind())
        || column.equals(returned())
        || kindNames().stream().anyMatch(kind -> column.equals(left(kind)));
  }

  /** The windows, relative to the index date, in which rows of a source matter. */
  List<Window> windows(String source, StudyDesign design) {
    List<Window> windows = new ArrayList<>();
    int start = start(design);
    int around = 1 + Math.ceilDiv(look(), SHORTEST_MONTH);
    if (from.from().equals(source)) {
      int last = Math.max(follow + around, returnsOf + RETURN_MONTHS + 1);
      windows.add(months(start - around, start + last));
    }
    if (kinds.values().stream().anyMatch(kind -> kind.from().equals(source))) {
      windows.add(months(start, start + follow + around));
    }
    return windows;
  }

  private static Window months(int from, int to) {
    return new Window(java.util.OptionalInt.of(from), to, Window.Unit.MONTHS);
  }

  private static LocalDate begin(StudyDesign design) {
    return design.index().latest().plusMonths(start(design));
  }
}
