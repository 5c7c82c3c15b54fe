// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.canonical;

import java.time.LocalDate;
import java.util.List;
import org.meent.protocols.CohortPlan;
import org.meent.protocols.Eligibility;
import org.meent.protocols.IndexDates;
import org.meent.protocols.StudyDesign;
import org.meent.protocols.Window;
import org.meent.protocols.yaml.Words;

/** The cohort of a protocol as JSON, with every component of every record. */
final class CohortJson {
  private CohortJson() {}

  static Json of(CohortPlan cohort) {
    var json =
        Json.object()
            .put("population-from", cohort.populationFrom())
            .put("definition", cohort.definition())
            .put("eligible", conditions(cohort.eligible()))
            .put("design", design(cohort.design()))
            .put("assignment", Words.of(cohort.assignment()))
            .put("treatment", treatment(cohort.treatment()));
    // One outcome stands as it did before there could be several: digests that were signed stay.
    if (cohort.outcomes().size() == 1) {
      json.put("outcome", derived(cohort.outcome()));
    } else {
      // A list, because its order says which one is the main outcome.
      json.put(
          "outcomes",
          new Json.Items(
              cohort.outcomes().sequencedValues().stream().map(CohortJson::derived).toList()));
    }
    cohort.exits().ifPresent(exits -> json.put("exits", ExitJson.of(exits)));
    return json.put("covariates", ProtocolJson.each(cohort.covariates(), CohortJson::derived))
        .build();
  }

  private static Json design(StudyDesign design) {
    var json = Json.object().put("kind", design.label());
    if (design.grace() > (design.clones() ? 0 : 1)) {
      json.put("grace", design.grace());
    }
    return switch (design.index()) {
      case IndexDates.OneDay(LocalDate day) -> json.put("index-date", day.toString()).build();
      case IndexDates.FirstStart(String of, LocalDate from, LocalDate to, int afterMonths) ->
          json.put("first-start-of", of)
              .put("from", from.toString())
              .put("to", to.toString())
              .put("after-months", afterMonths)
              .build();
      case IndexDates.Monthly(LocalDate from, LocalDate to) ->
          json.put("from", from.toString()).put("to", to.toString()).build();
    };
  }

  private static Json treatment(CohortPlan.Treatment treatment) {
    var json =
        Json.object()
            .put("from", treatment.from())
            .put("variable", treatment.variable())
            .put("start", treatment.start())
            .put("window", treatment.window().map(Window::toString).orElse(""))
            .put("arms", ProtocolJson.each(treatment.arms(), Json.Text::new))
            .put("reference", treatment.reference())
            .put("eligible", ProtocolJson.each(treatment.eligible(), CohortJson::conditions))
            .put("counts-as", Words.of(treatment.countsAs()));
    if (!treatment.openWhile().isEmpty()) {
      json.put("open-while", treatment.openWhile());
    }
    if (!treatment.weightsBy().isEmpty()) {
      json.put("weights-by", treatment.weightsBy());
    }
    return json.build();
  }

  private static Json conditions(List<Eligibility> conditions) {
    return new Json.Items(
        conditions.stream()
            .<Json>map(
                one ->
                    Json.object()
                        .put("covariate", one.covariate())
                        .put("is", one.condition())
                        .build())
            .toList());
  }

  private static Json derived(CohortPlan.Derived derived) {
    return Json.object()
        .put("name", derived.name())
        .put("from", derived.from())
        .put("select", Words.of(derived.select()))
        .put("variable", derived.variable())
        .put("where", ProtocolJson.each(derived.where(), Json.Text::new))
        .put("window", derived.window().map(Window::toString).orElse(""))
        .put("absent", Words.of(derived.absent()))
        .put("label", derived.label())
        .build();
  }
}
