// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.gate.Decision;
import org.meent.disclosure.gate.Gate;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.Standing;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.rule.RuleSet;
import org.meent.linkage.cohort.Cohort;
import org.meent.linkage.cohort.Units;
import org.meent.linkage.source.LinkageAccount;
import org.meent.models.check.OverlapLimits;
import org.meent.protocols.AnalysisPlan;
import org.meent.protocols.AnalysisPlan.Method;
import org.meent.protocols.CohortPlan;
import org.meent.protocols.EffectFamilyPlan;
import org.meent.protocols.FurtherPlan;
import org.meent.protocols.MechanismPlan;
import org.meent.protocols.OutputPlan;
import org.meent.protocols.PossibleHarm;
import org.meent.protocols.Protocol;
import org.meent.protocols.Window;
import org.meent.protocols.run.RandomStream;

/**
 * Structural equations whose parts are known: {@code M = aW + 0.6X + ε}, {@code Y = 0.7W + bM +
 * 0.5X + ε}, all disturbances standard normal, so that {@code ab} goes through {@code M} and 0.7
 * beside it.
 */
class MechanismStudyTest {
  private static final OverlapLimits LIMITS = OverlapLimits.withDefaults();

  /** What support does to the mediator, what the mediator does, and how support hangs on X. */
  private record World(int rows, double a, double b, double confounding) {
    Cohort cohort(int seed, int trials) {
      long[] x = new long[rows];
      long[] m = new long[rows];
      long[] y = new long[rows];
      long[] none = new long[rows];
      int[] person = new int[rows];
      int[] day = new int[rows];
      List<String> arms = new ArrayList<>();
      for (int i = 0; i < rows; i++) {
        RandomStream random = RandomStream.of(seed, "mechanism-study", i);
        double covariate = random.nextGaussian();
        int w = random.nextDouble() < 1 / (1 + StrictMath.exp(-confounding * covariate)) ? 1 : 0;
        double between = a * w + 0.6 * covariate + random.nextGaussian();
        x[i] = Math.round(1000 * covariate);
        m[i] = Math.round(1000 * between);
        y[i] = Math.round(1000 * (0.7 * w + b * between + 0.5 * covariate + random.nextGaussian()));
        person[i] = i / trials;
        day[i] = Math.toIntExact(LocalDate.of(2020, 1, 1).toEpochDay());
        arms.add(w == 1 ? "coach" : "none");
      }
      SequencedMap<String, Cohort.Column> columns = new LinkedHashMap<>();
      columns.put("x", numbers(x));
      columns.put("m", numbers(m));
      columns.put("y", numbers(y));
      columns.put("none", numbers(none));
      return new Cohort(new Units(person, day), arms, columns, List.of());
    }

    private static Cohort.Numbers numbers(long[] values) {
      return new Cohort.Numbers(values, new boolean[values.length], 3);
    }
  }

  private static Protocol protocol(String mediator, boolean family) {
    Protocol drawn = DrawnStudy.of(DrawnStudy.Dials.good()).protocol();
    CohortPlan cohort = drawn.cohort();
    SequencedMap<String, CohortPlan.Derived> outcomes = new LinkedHashMap<>();
    outcomes.put("m", outcome("m", 0, 6));
    outcomes.put("none", outcome("none", 0, 6));
    outcomes.put("y", outcome("y", 6, 12));
    SequencedMap<String, AnalysisPlan.Effect> effects = new LinkedHashMap<>();
    effects.put(
        "work",
        new AnalysisPlan.Effect(
            "y",
            List.of(),
            "coach",
            "none",
            List.of("ate"),
            List.of(Method.DOUBLY_ROBUST),
            List.of("x"),
            List.of()));
    SequencedMap<String, MechanismPlan> mechanisms = new LinkedHashMap<>();
    mechanisms.put("why", new MechanismPlan("work", mediator, "drawn so"));
    SequencedMap<String, OutputPlan> outputs = new LinkedHashMap<>();
    outputs.put("effect", new OutputPlan.Estimates("work"));
    outputs.put("parts", new OutputPlan.Mechanism("why"));
    Optional<EffectFamilyPlan> read =
        family
            ? Optional.of(
                new EffectFamilyPlan(
                    EffectFamilyPlan.Kind.SIMULTANEOUS,
                    List.of("work"),
                    List.of(Method.DOUBLY_ROBUST)))
            : Optional.empty();
    return new Protocol(
        drawn.identity(),
        drawn.purpose(),
        drawn.relevance(),
        drawn.sources(),
        drawn.feasibility(),
        drawn.linkage(),
        new CohortPlan(
            cohort.populationFrom(),
            cohort.definition(),
            cohort.eligible(),
            cohort.design(),
            cohort.assignment(),
            cohort.treatment(),
            outcomes,
            cohort.covariates()),
        new AnalysisPlan(
            7,
            effects,
            AnalysisPlan.USUAL,
            read,
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            PossibleHarm.NONE,
            new FurtherPlan(
                List.of(),
                List.of(),
                "",
                "",
                new LinkedHashMap<>(),
                List.of(),
                new LinkedHashMap<>(),
                mechanisms)),
        outputs,
        drawn.rules(),
        drawn.clientView(),
        drawn.people(),
        drawn.retention());
  }

  private static CohortPlan.Derived outcome(String name, int from, int to) {
    return new CohortPlan.Derived(
        name,
        "work",
        CohortPlan.Select.SUM,
        name,
        new LinkedHashMap<>(),
        Optional.of(new Window(OptionalInt.of(from), to, Window.Unit.MONTHS)),
        CohortPlan.Absent.ZERO,
        name);
  }

  private static MechanismFinding find(Cohort cohort, String mediator, int threads) {
    return Objects.requireNonNull(
        MechanismStudy.of(protocol(mediator, false), cohort, LIMITS, threads).get("why"));
  }

  private static Estimate.Estimated figures(MechanismFinding finding, String estimand) {
    return (Estimate.Estimated)
        finding.values().rows().stream()
            .filter(row -> row.estimand().equals(estimand))
            .findFirst()
            .orElseThrow()
            .result();
  }

  @Test
  void findsThePartsThatAreThere() {
    MechanismFinding finding = find(new World(1500, 0.8, 1.5, 0.5).cohort(1, 1), "m", 2);
    Estimate.Estimated whole = figures(finding, "ate");
    Estimate.Estimated through = figures(finding, "ate-through-m");
    Estimate.Estimated beside = figures(finding, "ate-beside-m");
    assertThat(through.value()).isEqualTo(1.2, within(3 * through.standardError()));
    assertThat(beside.value()).isEqualTo(0.7, within(3 * beside.standardError()));
    assertThat(whole.value()).isEqualTo(1.9, within(3 * whole.standardError()));
    assertThat(through.lower()).isPositive();
    assertThat(whole.value()).isEqualTo(through.value() + beside.value(), within(1e-9));
    assertThat(finding.strength()).isPresent();
    assertThat(finding.values().criteria())
        .extracting(EffectResult.Criterion::limit)
        .contains("mechanism-outside-share", "mechanism-effective-rows");
  }

  @Test
  void intervalsHoldTheTruth() {
    int held = 0;
    for (int seed = 20; seed < 40; seed++) {
      Estimate.Estimated through =
          figures(find(new World(400, 0.8, 1.5, 0.5).cohort(seed, 1), "m", 2), "ate-through-m");
      held += through.lower() <= 1.2 && 1.2 <= through.upper() ? 1 : 0;
    }
    // at 95 % fewer would happen once in 60
    assertThat(held).isGreaterThanOrEqualTo(17);
  }

  /** A mediator that support does not move, and one that moves nothing. */
  @Test
  void aMediatorWithoutAPartIsNotClaimed() {
    for (World world : List.of(new World(800, 0, 1.5, 0.5), new World(800, 0.8, 0, 0.5))) {
      Estimate.Estimated through = figures(find(world.cohort(3, 1), "m", 2), "ate-through-m");
      assertThat(0.0).isBetween(through.lower(), through.upper());
    }
  }

  @Test
  void theWholeIsTheEffectOfTheStudy() {
    Cohort cohort = new World(1500, 0.8, 1.5, 0.5).cohort(1, 1);
    Protocol protocol = protocol("m", false);
    Estimate effect =
        Objects.requireNonNull(EffectAnalysis.of(protocol, cohort, LIMITS, 2).effects().get("work"))
            .rows()
            .getFirst();
    Estimate.Estimated whole = figures(find(cohort, "m", 2), "ate");
    Estimate.Estimated planned = (Estimate.Estimated) effect.result();
    assertThat(whole.value()).isEqualTo(planned.value(), within(1e-9));
    assertThat(whole.standardError()).isEqualTo(planned.standardError(), within(1e-9));
  }

  @Test
  void sameBytesForAnyNumberOfThreadsAndPersonsAreClusters() {
    Cohort alone = new World(400, 0.8, 1.5, 0.5).cohort(5, 1);
    Cohort trials = new World(400, 0.8, 1.5, 0.5).cohort(5, 2);
    MechanismFinding twice = find(trials, "m", 1);
    assertThat(find(trials, "m", 2)).isEqualTo(twice);
    assertThat(twice.values().persons()).isEqualTo(200);
    assertThat(twice.through().evidence().treated() + twice.through().evidence().controls())
        .isEqualTo(200);
    assertThat(find(alone, "m", 1).values().persons()).isEqualTo(400);
    assertThat(figures(twice, "ate-through-m"))
        .isNotEqualTo(figures(find(alone, "m", 1), "ate-through-m"));
  }

  @Test
  void whatTheDataCannotCarryIsRefusedByName() {
    Cohort cohort = new World(400, 0.8, 1.5, 0.5).cohort(5, 1);
    assertThat(find(cohort, "none", 2).through().result())
        .isEqualTo(new Estimate.Refused("mechanism-constant"));
    // the mediator tells who had support
    assertThat(find(new World(400, 30, 0.1, 0.5).cohort(5, 1), "m", 2).through().result())
        .isEqualTo(new Estimate.Refused("mechanism-outside-share"));
    // covariates tell who had support
    MechanismFinding apart = find(new World(400, 0.8, 1.5, 30).cohort(5, 1), "m", 2);
    assertThat(apart.through().result()).isEqualTo(new Estimate.Refused("overlap-outside-share"));
    assertThat(apart.strength()).isEmpty();
    assertThat(find(new World(12, 0.8, 1.5, 0).cohort(5, 1), "m", 2).values().rows()).hasSize(3);
  }

  @Test
  void drawnLinkagesArePooledAndTheirDoubtIsInTheInterval() {
    Protocol protocol = protocol("m", true);
    World world = new World(400, 0.8, 1.5, 0.5);
    FurtherFindings best = FurtherFindings.of(protocol, world.cohort(5, 1), LIMITS, 2);
    List<FurtherFindings> draws =
        List.of(
            FurtherFindings.ofLinkage(protocol, world.cohort(5, 1), LIMITS, 2),
            FurtherFindings.ofLinkage(protocol, world.cohort(6, 1), LIMITS, 2));
    MechanismFinding pooled = Objects.requireNonNull(best.pooled(draws).mechanisms().get("why"));
    double mean =
        draws.stream()
            .map(draw -> Objects.requireNonNull(draw.mechanisms().get("why")))
            .mapToDouble(draw -> figures(draw, "ate-through-m").value())
            .average()
            .orElseThrow();
    assertThat(pooled.through().standing()).isEqualTo(Standing.EXPLORATORY);
    assertThat(figures(pooled, "ate-through-m").value()).isEqualTo(mean, within(1e-12));
    assertThat(figures(pooled, "ate").value())
        .isEqualTo(
            figures(pooled, "ate-through-m").value() + figures(pooled, "ate-beside-m").value(),
            within(1e-9));
  }

  @Test
  void theRegisterHasItBeforeAndAfter() {
    Protocol protocol = protocol("m", false);
    PlannedAnalysis why = new PlannedAnalysis.Mechanism("why");
    assertThat(AnalysisRegister.planned(protocol).lines())
        .contains(new AnalysisRegister.Line(why, "", new PlannedOutcome.NotRun()));
    Cohort cohort = new World(400, 0.8, 1.5, 0.5).cohort(5, 1);
    FurtherFindings found = FurtherFindings.of(protocol, cohort, LIMITS, 2);
    assertThat(
            AnalysisRegister.of(protocol, new LinkedHashMap<>(), new LinkedHashMap<>(), found)
                .lines())
        .contains(new AnalysisRegister.Line(why, "", new PlannedOutcome.Estimated()));
  }

  /** It passes the gate beside its effect, and a figure of few people does not leave. */
  @Test
  void leavesByTheGate() {
    assertThat(released(new World(400, 0.8, 1.5, 0.5).cohort(5, 1)))
        .hasSize(3)
        .noneMatch(row -> row.contains("."));
    Protocol declared = protocol("m", true);
    Cohort cohort = new World(400, 0.8, 1.5, 0.5).cohort(5, 1);
    assertThat(
            Objects.requireNonNull(MechanismStudy.of(declared, cohort, LIMITS, 2).get("why"))
                .through()
                .standing())
        .isEqualTo(Standing.EXPLORATORY);
  }

  private static List<List<String>> released(Cohort cohort) {
    Protocol protocol = protocol("m", false);
    List<StatisticalOutput> outputs =
        PlannedOutputs.of(
            protocol,
            cohort,
            EffectAnalysis.of(protocol, cohort, LIMITS, 2).effects(),
            new LinkedHashMap<>(),
            FurtherFindings.of(protocol, cohort, LIMITS, 2),
            new LinkageAccount(cohort.persons(), List.of()));
    assertThat(outputs.getLast().title())
        .isEqualTo(
            "Effect of coach against none on y, split by m: a mechanism under assumptions, never a"
                + " reason proven");
    Decision decision = Gate.under(RuleSet.named("cbs-ra")).judge(outputs).decisions().getLast();
    assertThat(decision).isInstanceOf(Decision.Release.class);
    return ((Decision.Release) decision).releasable().rows();
  }
}
