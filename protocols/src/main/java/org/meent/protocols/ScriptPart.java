// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meent.protocols.SourcePlan.LockedPath;
import org.meent.protocols.yaml.Fields;

/** One variable of the part {@code derived} of the linkage. */
final class ScriptPart {
  private final SequencedMap<String, SourcePlan> sources;
  private final Set<String> joined;
  private final StudyPath paths;

  ScriptPart(SequencedMap<String, SourcePlan> sources, Set<String> joined, StudyPath paths) {
    this.sources = sources;
    this.joined = joined;
    this.paths = paths;
  }

  ScriptPlan read(String name, Fields at) {
    if (sources.containsKey(name) || ProtocolFile.RESERVED.contains(name)) {
      at.problems().badInput("protocols.study.name-taken", at.spot(), name);
    }
    String path = at.text("sql");
    paths.check(path, at.at("sql"), at.problems());
    LockedPath sql = new LockedPath(path, SourcesPart.lock(at));
    List<String> from = at.someOf("from", sources.keySet(), 1, "protocols.study.source");
    from.stream()
        .filter(source -> sources.containsKey(source) && !joined.contains(source))
        .forEach(
            source ->
                at.problems().badInput("protocols.study.source-not-joined", at.at("from"), source));
    return new ScriptPlan(sql, from, SourcesPart.variable(name, at, List.of()));
  }

  /**
   * Tells of derived variables where nobody could see whether time was respected: an outcome or a
   * treatment, or rows with a time where persons have different index dates.
   */
  static void checkUse(
      Fields at, LinkagePlan linkage, CohortPlan cohort, SequencedMap<String, SourcePlan> sources) {
    SequencedMap<String, ScriptPlan> scripts = linkage.scripts();
    List<String> after = new ArrayList<>(List.of(cohort.treatment().from()));
    cohort.outcomes().values().forEach(outcome -> after.add(outcome.from()));
    cohort.exits().ifPresent(exits -> exits.sources().forEach(after::add));
    for (String from : after) {
      if (scripts.containsKey(from)) {
        at.problems().refused("protocols.linkage.untraced", at.at("cohort"), from);
      }
    }
    if (cohort.design().index() instanceof IndexDates.OneDay) {
      return;
    }
    scripts.forEach(
        (name, script) ->
            script.from().stream()
                .filter(source -> isDated(sources.get(source)))
                .forEach(
                    source ->
                        at.problems()
                            .refused(
                                "protocols.linkage.script-dated", at.at("linkage"), name, source)));
  }

  private static boolean isDated(@Nullable SourcePlan source) {
    return source != null && source.timing().isDated();
  }
}
