// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.meent.disclosure.gate.Finding;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.rule.RuleSet;
import tools.jackson.databind.JsonNode;

/**
 * One output of an ACRO session. A cross table of counts is read as a frequency table; of
 * everything else only what ACRO measured itself is judged, and a person has to look at it.
 */
final class AcroTable {
  private static final Set<String> TABLES = Set.of("crosstab", "pivot_table", "table");
  private static final String WHOLE = "[0-9]{1,15}(\\.0+)?";

  private final String id;
  private final String type;
  private final JsonNode output;
  private final JsonNode summary;
  private final List<Path> files;

  /**
   * An output.
   *
   * @param output its entry in the results
   * @param summary numbers of cells that ACRO marked, by its checks
   * @param files all files of the output
   */
  AcroTable(String id, String type, JsonNode output, JsonNode summary, List<Path> files) {
    this.id = id;
    this.type = type;
    this.output = output;
    this.summary = summary;
    this.files = List.copyOf(files);
  }

  Reading read(Path file, Knowledge knowledge) {
    String method = output.path("properties").path("method").asString(type);
    if (type.equals("table") && TABLES.contains(method)) {
      Optional<Sheet> tidy = counts(Sheet.read(file));
      if (tidy.isPresent()) {
        return new FrequencyForm().read(tidy.get(), knowledge);
      }
    }
    Optional<Sheet> other = other(file, method);
    if (other.isPresent()) {
      return TidyForm.of(other.get()).read(other.get(), knowledge);
    }
    boolean picture = !String.valueOf(file.getFileName()).endsWith(".csv");
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Elsewhere.finding(
            Verdict.REVIEW,
            Elsewhere.EVIDENCE,
            id,
            picture ? "elsewhere.picture" : "elsewhere.untyped",
            method));
    freedom().ifPresent(findings::add);
    marked().ifPresent(findings::add);
    return new Reading.Partial(id, method, findings);
  }

  /** A regression, a survival table or the counts of a pie chart as a tidy sheet. */
  private Optional<Sheet> other(Path file, String method) {
    return switch (type) {
      case "regression" -> AcroModel.of(id, method, file, files);
      case "pie chart" -> AcroPie.of(id, output.path("summary").asString(""));
      case "table", "survival" ->
          method.equals("surv_func")
              ? Optional.of(Sheet.read(file).heading("time").saying("output", id))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** A wide table of one variable by one other as a tidy one, if it holds counts only. */
  private Optional<Sheet> counts(Sheet wide) {
    String row = wide.columns().getFirst().isBlank() ? "row" : wide.columns().getFirst();
    List<List<String>> rows = new ArrayList<>();
    for (List<String> line : wide.rows()) {
      for (int j = 1; j < line.size(); j++) {
        if (!line.get(j).isBlank() && !line.get(j).matches(WHOLE)) {
          return Optional.empty();
        }
        rows.add(List.of(line.getFirst(), wide.columns().get(j), line.get(j), id));
      }
    }
    boolean nested = wide.columns().stream().skip(1).anyMatch(name -> name.matches(".*\\.[0-9]+"));
    return nested || rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Sheet(wide.name(), List.of(row, "column", "count", "output"), rows));
  }

  /** Residual degrees of freedom, which ACRO tells of models. */
  private Optional<Finding> freedom() {
    JsonNode freedom = output.path("properties").path("dof");
    return freedom.isNumber()
        ? Optional.of(
            Elsewhere.finding(
                Verdict.NOT_RUN,
                RuleSet.DEGREES_OF_FREEDOM,
                id,
                "elsewhere.stated",
                RuleSet.DEGREES_OF_FREEDOM,
                freedom.asString()))
        : Optional.empty();
  }

  /** Cells that ACRO found wanting and that it did not leave out. */
  private Optional<Finding> marked() {
    long cells = 0;
    for (var entry : summary.properties()) {
      cells += entry.getValue().isNumber() ? entry.getValue().asLong() : 0;
    }
    boolean shown = cells > 0 && !summary.path("suppressed").asBoolean(false);
    return shown
        ? Optional.of(
            Elsewhere.finding(
                Verdict.FAIL, RuleSet.MINIMUM_UNITS, id, "elsewhere.marked-shown", cells))
        : Optional.empty();
  }
}
