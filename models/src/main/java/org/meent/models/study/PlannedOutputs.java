// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SequencedMap;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.EstimateTable;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.FlowOutput;
import org.meent.disclosure.output.FlowTrack;
import org.meent.disclosure.output.FrequencyTable;
import org.meent.disclosure.output.MagnitudeTable;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.linkage.cohort.Cohort;
import org.meent.linkage.cohort.GroupFlow;
import org.meent.linkage.flow.Flow;
import org.meent.linkage.source.LinkageAccount;
import org.meent.protocols.AnalysisPlan;
import org.meent.protocols.CohortPlan;
import org.meent.protocols.OutputPlan;
import org.meent.protocols.PolicyPlan;
import org.meent.protocols.Protocol;
import org.meent.protocols.ScriptPlan;

/** The outputs that a protocol declares, made from its cohort and its effects; nothing else is. */
public final class PlannedOutputs {
  /** The name under which tables speak of the arms. */
  private static final String ARM = EstimateTable.ARM;

  private final LinkageOutputs linkage;
  private final Protocol protocol;
  private final Cohort cohort;
  private final SequencedMap<String, EffectResult> effects;
  private final SequencedMap<String, ExitResult> exits;
  private final FurtherFindings further;
  private final Population population;
  private final int[] shown;

  private PlannedOutputs(
      Protocol protocol,
      Cohort cohort,
      SequencedMap<String, EffectResult> effects,
      SequencedMap<String, ExitResult> exits,
      FurtherFindings further,
      LinkageAccount account) {
    this.exits = exits;
    this.further = further;
    this.linkage =
        new LinkageOutputs(account, everybody(protocol, cohort), protocol.cohort().treatment());
    this.protocol = protocol;
    this.cohort = cohort;
    this.effects = effects;
    Population among =
        new Population(protocol.identity().id(), protocol.cohort().definition(), cohort.persons());
    Population around = everybody(protocol, cohort);
    this.population = around.units() > 0 ? among.within(around.id()) : among;
    this.shown = shown(cohort, protocol.cohort().treatment().reference());
  }

  /**
   * The row of each person that tables count: of several trials the first in which the person did
   * not take the reference, otherwise the first.
   */
  private static int[] shown(Cohort cohort, String reference) {
    int[] shown = new int[cohort.persons()];
    Arrays.fill(shown, -1);
    for (int row = 0; row < cohort.rows(); row++) {
      int person = cohort.units().person(row);
      boolean better =
          shown[person] < 0
              || (cohort.arms().get(shown[person]).equals(reference)
                  && !cohort.arms().get(row).equals(reference));
      shown[person] = better ? row : shown[person];
    }
    return shown;
  }

  /**
   * The declared outputs, in the order of the protocol; estimates with those of possible harm. A
   * model card is not among them: it is made of what these become.
   *
   * @param further what was found beyond averages
   * @param account what is known of every join
   */
  public static List<StatisticalOutput> of(
      Protocol protocol,
      Cohort cohort,
      SequencedMap<String, EffectResult> effects,
      SequencedMap<String, ExitResult> exits,
      FurtherFindings further,
      LinkageAccount account) {
    PlannedOutputs planned = new PlannedOutputs(protocol, cohort, effects, exits, further, account);
    List<StatisticalOutput> outputs = new ArrayList<>();
    protocol
        .requested()
        .forEach(
            (id, plan) -> {
              if (!(plan instanceof OutputPlan.ModelCard)) {
                outputs.add(planned.make(id, plan));
              }
            });
    return List.copyOf(outputs);
  }

  private StatisticalOutput make(String id, OutputPlan plan) {
    return switch (plan) {
      case OutputPlan.Flow flow -> flow(id);
      case OutputPlan.FlowByGroup group -> flowByGroup(id, group.subgroup());
      case OutputPlan.Switching switching -> CohortOutputs.switching(id, cohort, population.id());
      case OutputPlan.KeptAndLost differences ->
          CohortOutputs.keptAndLost(id, cohort, protocol.cohort(), population.id());
      case OutputPlan.FrequencyTable table -> frequencies(id, table);
      case OutputPlan.MagnitudeTable table -> magnitudes(id, table);
      case OutputPlan.Estimates estimates -> estimates(id, estimates);
      case OutputPlan.ExitCurves curves ->
          ExitOutputs.curves(id, protocol, Objects.requireNonNull(exits.get(curves.exits())), this);
      case OutputPlan.LinkageByGroup group -> linkage.byGroup(id, group.source(), group.subgroup());
      case OutputPlan.LinkageError error -> linkage.error(id, error.source());
      case OutputPlan.PolicyTree tree -> policy(tree.policy()).tree(id);
      case OutputPlan.PolicyValue value ->
          policy(value.policy()).value(id, label(planned(value.policy()).outcome()));
      case OutputPlan.Mechanism why ->
          MechanismOutputs.parts(
              id,
              protocol,
              Objects.requireNonNull(further.mechanisms().get(why.mechanism())),
              this);
      case OutputPlan.ModelCard card ->
          throw new IllegalArgumentException("a model card is made of what passed the gate");
    };
  }

  private PolicyOutputs policy(String name) {
    PolicyFinding finding = Objects.requireNonNull(further.policies().get(name));
    return new PolicyOutputs(name, planned(name), finding, cohort, population);
  }

  private PolicyPlan planned(String policy) {
    return Objects.requireNonNull(protocol.analysis().further().policies().get(policy));
  }

  private FlowOutput flow(String id) {
    List<FlowTrack> tracks = new ArrayList<>();
    int last = cohort.flows().size() - 1;
    for (int i = 0; i <= last; i++) {
      tracks.add(track(cohort.flows().get(i), i == last));
    }
    return FlowOutput.of(
        id, "The way of the records from each source to the cohort", population, "records", tracks);
  }

  /** The population that the cohort was taken from; it has units if the study tells them apart. */
  private static Population everybody(Protocol protocol, Cohort cohort) {
    long units = cohort.groupFlows().stream().mapToLong(GroupFlow::total).findFirst().orElse(0);
    return new Population(
        protocol.identity().id() + "/" + protocol.linkage().base(),
        "everybody in the source " + protocol.linkage().base(),
        units);
  }

  /** Where everybody ended: a table, so that totals and groups are protected together. */
  private FrequencyTable flowByGroup(String id, String subgroup) {
    GroupFlow flow =
        cohort.groupFlows().stream()
            .filter(group -> group.variable().equals(subgroup))
            .findFirst()
            .orElseThrow();
    return new FrequencyTable(
        id,
        "Where the persons of the population ended, by " + subgroup,
        everybody(protocol, cohort),
        "persons",
        new Dimension(subgroup, subgroup, flow.codes()),
        new Dimension("end", "where they ended", flow.ends()),
        new Evidence.Counts(flow.persons(), Evidence.Zeros.SAFE));
  }

  /**
   * The last flow is that of the cohort: it starts from the base source and ends in the population.
   */
  private FlowTrack track(Flow flow, boolean cohortFlow) {
    List<FlowTrack.Step> steps =
        flow.steps().stream()
            .map(
                step ->
                    new FlowTrack.Step(
                        step.name(), step.in(), step.losses(), step.duplications(), step.out()))
            .toList();
    return cohortFlow
        ? new FlowTrack(flow.of(), baseFlow(flow), population.id(), steps)
        : FlowTrack.alone(flow.of(), steps);
  }

  private String baseFlow(Flow cohortFlow) {
    return cohort.flows().stream()
        .filter(flow -> flow.of().endsWith(" " + protocol.linkage().base()))
        .filter(flow -> flow.out() == cohortFlow.steps().getFirst().in())
        .map(Flow::of)
        .findFirst()
        .orElse("");
  }

  private FrequencyTable frequencies(String id, OutputPlan.FrequencyTable plan) {
    List<String> rows = codes(plan.rows());
    List<String> columns = codes(plan.columns());
    return FrequencyTable.tabulate(
        id,
        capitalised(plan.unit()) + " by " + label(plan.rows()) + " and " + label(plan.columns()),
        population,
        plan.unit(),
        dimension(plan.rows(), rows),
        dimension(plan.columns(), columns),
        rows,
        columns,
        Evidence.Zeros.SAFE);
  }

  private MagnitudeTable magnitudes(String id, OutputPlan.MagnitudeTable plan) {
    Cohort.Numbers measure = (Cohort.Numbers) cohort.column(plan.measure());
    long[] amounts = new long[shown.length];
    boolean negative = false;
    for (int i = 0; i < amounts.length; i++) {
      amounts[i] = measure.unscaled(shown[i]);
      negative |= amounts[i] < 0;
    }
    List<String> rows = codes(plan.rows());
    List<String> columns = codes(plan.columns());
    return MagnitudeTable.tabulate(
        id,
        capitalised(label(plan.measure()))
            + ": mean by "
            + label(plan.rows())
            + " and "
            + label(plan.columns()),
        population,
        plan.measure(),
        label(plan.measure()),
        measure.scale(),
        dimension(plan.rows(), rows),
        dimension(plan.columns(), columns),
        rows,
        columns,
        amounts,
        negative ? Evidence.Sign.ANY : Evidence.Sign.NON_NEGATIVE);
  }

  private EstimateTable estimates(String id, OutputPlan.Estimates plan) {
    EffectResult effect = Objects.requireNonNull(effects.get(plan.effect()));
    AnalysisPlan.Effect planned =
        Objects.requireNonNull(protocol.analysis().estimated().get(plan.effect()));
    String of = AnalysisPlan.planned(plan.effect());
    Population among = among(of, planned, effect.persons());
    String outcome = label(planned.outcome());
    String title =
        "Effect of %s against %s on %s%s%s%s"
            .formatted(
                planned.arm(),
                planned.reference(),
                outcome,
                untraced(planned.covariates()),
                HarmWords.of(protocol.analysis(), plan.effect()),
                further.fragile(plan.effect()) ? PolicyOutputs.FRAGILE : "");
    return new EstimateTable(id, title, among, outcome, ARM, effect.rows());
  }

  /** The persons that a planned effect compares. */
  Population among(String name, AnalysisPlan.Effect plan, long persons) {
    return among(
        name, plan.arm(), plan.reference(), plan.knownOnly(), plan.gates().within(), persons);
  }

  /** The persons of two arms: everybody, or a part of the population under a name of its own. */
  Population among(
      String name,
      String arm,
      String reference,
      List<String> knownOnly,
      List<String> within,
      long persons) {
    if (persons == cohort.persons()) {
      return population;
    }
    String whom =
        knownOnly.isEmpty()
            ? arm + " or " + reference + ", both open"
            : "known: " + String.join(", ", knownOnly);
    String restriction =
        within.isEmpty() ? whom : whom + "; both arms occur within " + String.join(" and ", within);
    return new Population(
            population.id() + "/" + name,
            population.definition() + " (" + restriction + ")",
            persons)
        .within(population.id());
  }

  private Dimension dimension(String variable, List<String> codes) {
    return Dimension.observed(variable, label(variable), codes);
  }

  private List<String> codes(String variable) {
    List<String> all =
        variable.equals(ARM) ? cohort.arms() : ((Cohort.Codes) cohort.column(variable)).values();
    return Arrays.stream(shown).mapToObj(all::get).toList();
  }

  String label(String variable) {
    if (variable.equals(ARM)) {
      return ARM;
    }
    String label = protocol.cohort().label(variable);
    return isTraced(variable) ? label : label + " (" + ScriptPlan.UNTRACED + ")";
  }

  /** Whether a covariate comes from a source, and not from the study's own SQL. */
  private boolean isTraced(String covariate) {
    CohortPlan.Derived derived = protocol.cohort().covariates().get(covariate);
    return derived == null || !protocol.linkage().scripts().containsKey(derived.from());
  }

  /** Which covariates of an effect nobody can trace, in words; empty if all can be traced. */
  String untraced(List<String> covariates) {
    List<String> names = covariates.stream().filter(name -> !isTraced(name)).toList();
    return names.isEmpty()
        ? ""
        : " (adjusted for " + String.join(", ", names) + ": " + ScriptPlan.UNTRACED + ")";
  }

  private static String capitalised(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
