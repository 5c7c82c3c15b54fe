// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.meent.protocols.AnalysisPlan.Effect;
import org.meent.protocols.AnalysisPlan.Method;
import org.meent.protocols.EffectFamilyPlan.Kind;
import org.meent.protocols.yaml.Fields;

/** What of the planned effects is read together. */
final class FamilyPart {
  private static final long LAST = 1200;

  private FamilyPart() {}

  /** One word for everything that is planned, or its kind with the effects and methods meant. */
  static Optional<EffectFamilyPlan> family(Fields at, SequencedMap<String, Effect> effects) {
    if (!at.has("family")) {
      return Optional.empty();
    }
    List<String> all = List.copyOf(effects.keySet());
    return Optional.of(
        at.hasMapping("family")
            ? at.fields("family", family -> some(family, all, effects))
            : new EffectFamilyPlan(at.choice("family", Kind.class), all, planned(all, effects)));
  }

  private static EffectFamilyPlan some(
      Fields at, List<String> all, SequencedMap<String, Effect> effects) {
    Kind kind = at.choice("kind", Kind.class);
    List<String> chosen =
        at.has("effects") ? at.someOf("effects", all, 1, "protocols.study.effect") : all;
    List<Method> methods =
        at.has("methods") ? at.choices("methods", Method.class) : planned(chosen, effects);
    if (!planned(chosen, effects).containsAll(methods)) {
      at.problems().badInput("protocols.study.family-method", at.at("methods"));
    }
    return new EffectFamilyPlan(kind, chosen, methods);
  }

  private static List<Method> planned(List<String> names, SequencedMap<String, Effect> effects) {
    return effects.entrySet().stream()
        .filter(entry -> names.contains(entry.getKey()))
        .flatMap(entry -> entry.getValue().methods().stream())
        .distinct()
        .sorted()
        .toList();
  }

  static SequencedMap<String, HorizonPlan> horizons(
      Fields at, SequencedMap<String, Effect> effects) {
    return at.has("horizons")
        ? at.named(
            "horizons",
            1,
            (name, horizon) ->
                new HorizonPlan(
                    horizon.text("unit"),
                    horizon.fields("effects", moments -> moments(moments, effects))))
        : Ordered.copy(new LinkedHashMap<>());
  }

  private static SequencedMap<String, Integer> moments(
      Fields at, SequencedMap<String, Effect> effects) {
    Map<String, Integer> moments = new LinkedHashMap<>();
    for (String effect : effects.keySet()) {
      if (at.has(effect)) {
        moments.put(effect, (int) at.integer(effect, 0, LAST));
      }
    }
    if (moments.values().stream().distinct().count() < Math.max(2, moments.size())) {
      at.problems().badInput("protocols.study.horizons", at.spot());
    }
    SequencedMap<String, Integer> ascending = new LinkedHashMap<>();
    moments.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(entry -> ascending.put(entry.getKey(), entry.getValue()));
    return ascending;
  }
}
