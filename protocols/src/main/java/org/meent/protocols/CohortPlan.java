// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * Whom the study is about.
 *
 * @param populationFrom source that says who belongs to the population
 * @param definition the population in words
 * @param eligible what must be so on the index date for a person to take part
 * @param design how treatment and time relate
 * @param assignment how people came to be treated
 * @param treatment the arms
 * @param outcomes the outcomes by name, in the order written; the first is the main one
 * @param covariates what is known before the index date, by name, in the order written
 * @param exits how people leave a state; empty if the study does not look at it
 */
public record CohortPlan(
    String populationFrom,
    String definition,
    List<Eligibility> eligible,
    StudyDesign design,
    Assignment assignment,
    Treatment treatment,
    SequencedMap<String, Derived> outcomes,
    SequencedMap<String, Derived> covariates,
    Optional<ExitPlan> exits) {

  /**
   * Copies conditions, outcomes and covariates.
   *
   * @throws IllegalArgumentException if there is no outcome
   */
  public CohortPlan {
    eligible = List.copyOf(eligible);
    outcomes = Ordered.copy(outcomes);
    if (outcomes.isEmpty()) {
      throw new IllegalArgumentException("a cohort has an outcome");
    }
    covariates = Ordered.copy(covariates);
  }

  /** A cohort of which nobody asks how people leave. */
  public CohortPlan(
      String populationFrom,
      String definition,
      List<Eligibility> eligible,
      StudyDesign design,
      Assignment assignment,
      Treatment treatment,
      SequencedMap<String, Derived> outcomes,
      SequencedMap<String, Derived> covariates) {
    this(
        populationFrom,
        definition,
        eligible,
        design,
        assignment,
        treatment,
        outcomes,
        covariates,
        Optional.empty());
  }

  /** The outcomes about leaving that are known of everybody; none if no exits are declared. */
  public List<String> exitOutcomes() {
    return exits.map(plan -> plan.outcomes(design)).orElse(List.of());
  }

  /** What a column of the cohort is called for people. */
  public String label(String column) {
    return exits
        .filter(plan -> plan.has(column))
        .map(plan -> plan.label(column))
        .orElseGet(() -> derived(column).label());
  }

  /** Whether an outcome is something that a person has or has not. */
  public boolean isYesOrNo(String outcome) {
    return exits.filter(plan -> plan.has(outcome)).isPresent()
        || derived(outcome).select() == Select.STATE_AT;
  }

  /** The month from the index date in which an outcome is known; empty if it has no time. */
  public OptionalInt knownAfter(String outcome) {
    if (exits.filter(plan -> plan.has(outcome)).isPresent()) {
      return OptionalInt.of(ExitPlan.start(design) + exits.get().follow());
    }
    return derived(outcome).window().stream().mapToInt(Window::endMonth).findFirst();
  }

  /** The main outcome. */
  public Derived outcome() {
    return outcomes.firstEntry().getValue();
  }

  /**
   * A covariate or outcome by name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Derived derived(String name) {
    Derived derived = covariates.getOrDefault(name, outcomes.get(name));
    if (derived == null) {
      throw new IllegalArgumentException("the cohort declares no " + name);
    }
    return derived;
  }

  /** The months from the index date that all outcomes are measured in; 0 if none has a window. */
  public int followUp() {
    int exiting = exits.map(plan -> ExitPlan.start(design) + plan.follow()).orElse(0);
    return outcomes.sequencedValues().stream()
        .flatMap(outcome -> outcome.window().stream())
        .mapToInt(Window::endMonth)
        .reduce(exiting, Math::max);
  }

  /**
   * Whether rows are given up in which people do not keep to their arm, and the others weigh more.
   */
  public boolean censors() {
    return design.clones() || treatment.countsAs() == CountsAs.PER_PROTOCOL;
  }

  /**
   * The months from the index date in which it matters what is started: until follow-up ends, to
   * tell who does something else than the arm says; none where arms are settled and nobody is given
   * up.
   */
  public int monthsOfStarts() {
    return design.grace() == 0 && !censors() ? 0 : Math.max(design.grace() + 1, followUp());
  }

  /**
   * The windows in which the study asks for rows of a source; an empty one asks for all its rows.
   */
  public List<Optional<Window>> windows(String source) {
    List<Optional<Window>> windows = new ArrayList<>();
    Stream.concat(covariates.sequencedValues().stream(), outcomes.sequencedValues().stream())
        .filter(derived -> derived.from().equals(source))
        .forEach(derived -> windows.add(derived.window()));
    Optional<Window> later =
        monthsOfStarts() == 0
            ? Optional.empty()
            : Optional.of(new Window(OptionalInt.of(0), monthsOfStarts(), Window.Unit.MONTHS));
    exits.ifPresent(
        plan -> plan.windows(source, design).forEach(window -> windows.add(Optional.of(window))));
    if (treatment.from().equals(source)) {
      windows.add(treatment.window());
      later.ifPresent(window -> windows.add(later));
    }
    Derived state = covariates.get(treatment.openWhile());
    if (state != null && state.from().equals(source)) {
      later.ifPresent(window -> windows.add(later));
    }
    return windows;
  }

  /** How people came to be treated. */
  public enum Assignment {
    /** By lot. */
    RANDOMISED,
    /** Not by lot: comparison rests on what is measured. */
    OBSERVATIONAL
  }

  /** What counts as treatment. */
  public enum CountsAs {
    /** Having started, whatever came after (intention to treat). */
    INITIATION,
    /**
     * Keeping to the arm: a row ends when the person starts something else, and is weighted for.
     */
    PER_PROTOCOL
  }

  /**
   * The arms.
   *
   * @param from source of the treatment
   * @param variable variable that holds the instrument
   * @param start variable that holds the day on which the instrument started; empty if the study
   *     does not use it
   * @param window when an instrument must have started to count; empty if that is not asked
   * @param arms arm name to instrument code; {@link #ABSENT} for persons without a row
   * @param reference the arm that the others are compared with
   * @param eligible by arm, what must be so on the index date for the arm to be open to a person;
   *     an arm without conditions is open to everybody
   * @param countsAs what counts as treatment
   * @param openWhile covariate that says a state on the index date; as long as it lasts an arm can
   *     be started. {@link #ALWAYS} where nobody leaves, empty where arms are settled on the index
   *     date
   * @param weightsBy covariates that tell who keeps to an arm; empty where nobody is given up
   */
  public record Treatment(
      String from,
      String variable,
      String start,
      Optional<Window> window,
      SequencedMap<String, String> arms,
      String reference,
      SequencedMap<String, List<Eligibility>> eligible,
      CountsAs countsAs,
      String openWhile,
      List<String> weightsBy) {

    /** Stands for a state that never ends. */
    public static final String ALWAYS = "always";

    /** Stands for "no row in the treatment source". */
    public static final String ABSENT = "absent";

    /** Copies arms and conditions. */
    public Treatment {
      arms = Ordered.copy(arms);
      eligible = Ordered.copy(eligible);
      weightsBy = List.copyOf(weightsBy);
    }

    /** Whether arms can be started only as long as a state lasts. */
    public boolean closes() {
      return !openWhile.isEmpty() && !openWhile.equals(ALWAYS);
    }
  }

  /**
   * A variable of the cohort, computed from the rows of one source.
   *
   * @param name name in the cohort
   * @param from source
   * @param select what is taken of the person's rows
   * @param variable variable that is taken; empty where {@link Select#ofRows()}
   * @param where variables and the value that rows must have
   * @param window when rows must hold, relative to the index date; empty for sources without time
   * @param absent what a person without such rows gets
   * @param label name for people; the name itself if none was given
   */
  public record Derived(
      String name,
      String from,
      Select select,
      String variable,
      SequencedMap<String, String> where,
      Optional<Window> window,
      Absent absent,
      String label) {

    /** Copies the conditions. */
    public Derived {
      where = Ordered.copy(where);
    }
  }

  /** What is taken of a person's rows. */
  public enum Select {
    /** The one value; two different rows are an error. */
    VALUE,
    /** The sum. */
    SUM,
    /** The smallest. */
    MIN,
    /** The largest. */
    MAX,
    /** The number of rows. */
    COUNT,
    /** The value of the last row in the window; unknown if that day has different values. */
    LATEST,
    /** Number of months of the window of which at least one day lies in a spell. */
    MONTHS_IN_STATE,
    /** One if a spell holds at the moment of the window; without a spell there is no row. */
    STATE_AT;

    /** Whether it looks at rows as such and takes no variable. */
    public boolean ofRows() {
      return switch (this) {
        case COUNT, MONTHS_IN_STATE, STATE_AT -> true;
        case VALUE, SUM, MIN, MAX, LATEST -> false;
      };
    }

    /** Whether it only makes sense with a window. */
    public boolean needsWindow() {
      return switch (this) {
        case LATEST, MONTHS_IN_STATE, STATE_AT -> true;
        case VALUE, SUM, MIN, MAX, COUNT -> false;
      };
    }

    /** Whether it only makes sense of spells. */
    public boolean needsSpells() {
      return this == MONTHS_IN_STATE || this == STATE_AT;
    }
  }

  /** What a person without rows gets. Nothing is imputed silently. */
  public enum Absent {
    /** The person is lost, as a counted loss in the flow. */
    REFUSE,
    /** The value is unknown. */
    MISSING,
    /** The value is zero, because no row means none. */
    ZERO
  }
}
