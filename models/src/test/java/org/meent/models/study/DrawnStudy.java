// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.function.IntToDoubleFunction;
import org.meent.linkage.cohort.Cohort;
import org.meent.linkage.cohort.Units;
import org.meent.protocols.AnalysisPlan;
import org.meent.protocols.AnalysisPlan.Method;
import org.meent.protocols.CohortPlan;
import org.meent.protocols.EffectFamilyPlan;
import org.meent.protocols.FurtherPlan;
import org.meent.protocols.GatePlan;
import org.meent.protocols.IndexDates;
import org.meent.protocols.PossibleHarm;
import org.meent.protocols.Protocol;
import org.meent.protocols.StudyDesign;
import org.meent.protocols.Window;
import org.meent.protocols.run.RandomStream;

/**
 * A drawn cohort with a protocol: two numbers {@code x1} (drives treatment and outcome) and {@code
 * x2} (drives the effect), a code {@code sex}, a code {@code town}, {@code before} (measured before
 * the start), the outcomes {@code y} and {@code z}, and {@code soon}, above zero for a job within a
 * month.
 */
final class DrawnStudy {
  static final LocalDate START = LocalDate.of(2016, 1, 1);
  private static final int SCALE = 6;

  private final Dials dials;
  private final SequencedMap<String, AnalysisPlan.Effect> effects = new LinkedHashMap<>();
  private Optional<EffectFamilyPlan> family = Optional.empty();
  private LocalDate start = START;

  /** What differs between studies; {@code rows} persons in {@code towns} towns. */
  record Dials(
      int rows,
      double effect,
      double slope,
      double confounding,
      double leak,
      double soon,
      double giant,
      int towns,
      boolean firstTownUntreated) {

    static Dials good() {
      return new Dials(600, 0.6, 1.2, 0.8, 0, 0, 0, 6, false);
    }

    Dials withRows(int count) {
      return new Dials(
          count, effect, slope, confounding, leak, soon, giant, towns, firstTownUntreated);
    }

    Dials withEffect(double value, double steepness) {
      return new Dials(
          rows, value, steepness, confounding, leak, soon, giant, towns, firstTownUntreated);
    }

    Dials withConfounding(double strength) {
      return new Dials(rows, effect, slope, strength, leak, soon, giant, towns, firstTownUntreated);
    }

    Dials withLeak(double size) {
      return new Dials(
          rows, effect, slope, confounding, size, soon, giant, towns, firstTownUntreated);
    }

    Dials withSoon(double share) {
      return new Dials(
          rows, effect, slope, confounding, leak, share, giant, towns, firstTownUntreated);
    }

    Dials withGiant(double size) {
      return new Dials(
          rows, effect, slope, confounding, leak, soon, size, towns, firstTownUntreated);
    }

    Dials withFirstTownUntreated(int count) {
      return new Dials(rows, effect, slope, confounding, leak, soon, giant, count, true);
    }
  }

  private DrawnStudy(Dials dials) {
    this.dials = dials;
  }

  static DrawnStudy of(Dials dials) {
    return new DrawnStudy(dials);
  }

  DrawnStudy with(String name, String outcome, GatePlan gates, Method... methods) {
    effects.put(
        name,
        new AnalysisPlan.Effect(
            outcome,
            List.of(),
            "coach",
            "none",
            List.of("ate"),
            List.of(methods),
            gates.within().isEmpty() ? List.of("x1", "x2") : List.of("x1", "x2", "town"),
            List.of("sex"),
            gates));
    return this;
  }

  DrawnStudy with(String name, String outcome, Method... methods) {
    return with(name, outcome, GatePlan.NONE, methods);
  }

  /** A plain comparison that names no covariates. */
  DrawnStudy withoutCovariates(String name) {
    effects.put(
        name,
        new AnalysisPlan.Effect(
            "y",
            List.of(),
            "coach",
            "none",
            List.of("ate"),
            List.of(Method.DIFFERENCE_IN_MEANS),
            List.of(),
            List.of()));
    return this;
  }

  DrawnStudy withFamily(EffectFamilyPlan plan) {
    family = Optional.of(plan);
    return this;
  }

  DrawnStudy startingOn(LocalDate day) {
    start = day;
    return this;
  }

  double x1(int i) {
    return rounded(RandomStream.of(5, "x1", i).nextGaussian());
  }

  double x2(int i) {
    return rounded(RandomStream.of(5, "x2", i).nextGaussian());
  }

  int town(int i) {
    return i % dials.towns;
  }

  boolean treated(int i) {
    double p = 1 / (1 + StrictMath.exp(-dials.confounding * x1(i)));
    boolean open = !dials.firstTownUntreated || town(i) > 0;
    return open && RandomStream.of(5, "arm", i).nextDouble() < p;
  }

  double y(int i) {
    double noise = 0.5 * RandomStream.of(5, "y", i).nextGaussian();
    double effect = treated(i) ? dials.effect + dials.slope * x2(i) : 0;
    return rounded(x1(i) + effect + noise + (i == 0 ? dials.giant : 0));
  }

  private double z(int i) {
    return rounded(y(i) + RandomStream.of(5, "z", i).nextGaussian());
  }

  private double before(int i) {
    double own = RandomStream.of(5, "before", i).nextGaussian();
    return rounded(x1(i) + (treated(i) ? dials.leak : 0) + own);
  }

  private double soon(int i) {
    return RandomStream.of(5, "soon", i).nextDouble() < dials.soon ? 1 : 0;
  }

  Cohort cohort() {
    return cohort(Units.ofPersons(dials.rows, start));
  }

  /** The same rows, but so many trials of each person. */
  Cohort cohortOfTrials(int each) {
    int[] person = java.util.stream.IntStream.range(0, dials.rows).map(i -> i / each).toArray();
    int[] day = new int[dials.rows];
    java.util.Arrays.fill(day, Math.toIntExact(start.toEpochDay()));
    return cohort(new Units(person, day));
  }

  private Cohort cohort(Units units) {
    SequencedMap<String, Cohort.Column> columns = new LinkedHashMap<>();
    columns.put("x1", numbers(this::x1));
    columns.put("x2", numbers(this::x2));
    columns.put("sex", codes(i -> String.valueOf(1 + i % 2)));
    columns.put("town", codes(i -> "t" + town(i)));
    columns.put("before", numbers(this::before));
    columns.put("y", numbers(this::y));
    columns.put("z", numbers(this::z));
    columns.put("soon", numbers(this::soon));
    List<String> arms = new ArrayList<>();
    for (int i = 0; i < dials.rows; i++) {
      arms.add(treated(i) ? "coach" : "none");
    }
    return new Cohort(units, arms, columns, List.of());
  }

  private Cohort.Codes codes(java.util.function.IntFunction<String> code) {
    return new Cohort.Codes(
        java.util.stream.IntStream.range(0, dials.rows).mapToObj(code).toList());
  }

  private Cohort.Numbers numbers(IntToDoubleFunction value) {
    long[] unscaled = new long[dials.rows];
    for (int i = 0; i < unscaled.length; i++) {
      unscaled[i] = Math.round(value.applyAsDouble(i) * 1e6);
    }
    return new Cohort.Numbers(unscaled, new boolean[unscaled.length], SCALE);
  }

  private static double rounded(double value) {
    return Math.round(value * 1e6) / 1e6;
  }

  Protocol protocol() {
    SequencedMap<String, CohortPlan.Derived> outcomes = new LinkedHashMap<>();
    outcomes.put("y", outcome("y", 12));
    outcomes.put("z", outcome("z", 12));
    outcomes.put("soon", outcome("soon", 1));
    CohortPlan plan =
        new CohortPlan(
            "persons",
            "drawn persons",
            List.of(),
            StudyDesign.landmark(new IndexDates.OneDay(start)),
            CohortPlan.Assignment.OBSERVATIONAL,
            DrawnProtocol.treatment("notes", "instrument", new LinkedHashMap<>()),
            outcomes,
            new LinkedHashMap<>());
    return DrawnProtocol.of(
        plan,
        new AnalysisPlan(
            7,
            effects,
            100,
            family,
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            PossibleHarm.NONE,
            FurtherPlan.NONE));
  }

  private static CohortPlan.Derived outcome(String name, int months) {
    return new CohortPlan.Derived(
        name,
        "work",
        CohortPlan.Select.SUM,
        name,
        new LinkedHashMap<>(),
        Optional.of(new Window(OptionalInt.of(0), months, Window.Unit.MONTHS)),
        CohortPlan.Absent.ZERO,
        name);
  }
}
