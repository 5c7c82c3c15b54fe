// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.meent.protocols.CohortPlan.Assignment;
import org.meent.protocols.CohortPlan.Derived;
import org.meent.protocols.CohortPlan.Treatment;
import org.meent.protocols.yaml.Fields;

/** The part {@code cohort}. */
final class CohortPart {
  private final DeclaredNames names;

  CohortPart(SequencedMap<String, SourcePlan> sources, LinkagePlan linkage) {
    this.names = new DeclaredNames(sources, linkage);
  }

  CohortPlan read(Fields at) {
    StudyDesign design = new DesignPart(names).read(at);
    DerivedPart derived = new DerivedPart(names, design);
    SequencedMap<String, Derived> outcomes = derived.outcomes(at);
    SequencedMap<String, Derived> covariates =
        at.named("covariates", 0, (name, c) -> derived.covariate(name, c, outcomes.keySet()));
    EligibilityPart conditions = new EligibilityPart(covariates, names.sources());
    record Population(String from, String definition, List<Eligibility> eligible) {}
    Population population =
        at.fields(
            "population",
            p ->
                new Population(
                    names.source(p, "from"),
                    p.text("definition"),
                    p.has("eligible") ? conditions.read(p, "eligible") : List.of()));
    Assignment assignment = at.choice("assignment", Assignment.class);
    Treatment treatment =
        at.fields("treatment", new TreatmentPart(names, design, covariates)::read);
    Set<String> taken = new HashSet<>(covariates.keySet());
    taken.addAll(outcomes.keySet());
    Optional<ExitPlan> exits = new ExitPart(names, design, taken).read(at);
    return new CohortPlan(
        population.from(),
        population.definition(),
        population.eligible(),
        design,
        assignment,
        treatment,
        outcomes,
        covariates,
        exits);
  }
}
