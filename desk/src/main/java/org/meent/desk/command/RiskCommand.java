// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meent.desk.render.HtmlRenderer;
import org.meent.desk.report.RiskReport;
import org.meent.disclosure.microdata.KeyColumns;
import org.meent.disclosure.microdata.MicrodataRisk;
import org.meent.linkage.format.file.DataFile;
import org.meent.linkage.format.file.Values;
import org.meent.protocols.refusal.ExitCode;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code meent protect risk}: how easily persons are found in records that stay inside. */
@Command(
    name = "risk",
    description = {
      "Say how easily persons are found in a file of records by what others may know of them:"
          + " k-anonymity, individual and household risk, minimal sample uniques. Inside only.",
      "Writes risk.html: numbers over all records, nothing of one record."
    },
    footer = {"", "Example:  meent protect risk sample.sav --keys age,sex,town --out risk"})
final class RiskCommand extends Verb {
  private static final int MOST_KEYS = 20;

  @Parameters(paramLabel = "FILE", description = "Records in any format that `show` reads.")
  private Path file = Path.of("");

  @Option(
      names = "--keys",
      required = true,
      split = ",",
      paramLabel = "COLUMN",
      description = "What somebody outside may know of a person.")
  private List<String> keys = List.of();

  @Option(
      names = "--weight",
      paramLabel = "COLUMN",
      description = "Sampling weight from 1, if the file is a sample.")
  private @Nullable String weight;

  @Option(names = "--household", paramLabel = "COLUMN", description = "Household of each record.")
  private @Nullable String household;

  @Option(
      names = "--most",
      paramLabel = "COLUMNS",
      description = "Largest set of columns searched for uniques (default: 3).")
  private int most = 3;

  @Mixin private OutFolder out = new OutFolder();

  RiskCommand(Console console) {
    super(console);
  }

  @Override
  ExitCode execute() throws IOException {
    if (keys.stream().distinct().count() != keys.size() || keys.size() > MOST_KEYS || most < 1) {
      throw Refusal.usage("desk.risk.usage", Where.NOWHERE, MOST_KEYS).asException();
    }
    List<String> columns = new ArrayList<>(keys);
    int weightAt = add(columns, weight);
    int householdAt = add(columns, household);
    List<String[]> values = Values.of(DataFile.open(file), columns);
    if (values.getFirst().length == 0) {
      throw Refusal.badInput("desk.risk.empty", Where.file(file.toString())).asException();
    }
    MicrodataRisk risk =
        MicrodataRisk.of(
            KeyColumns.of(keys, values.subList(0, keys.size())),
            weightAt < 0 ? new double[0] : weights(values.get(weightAt)),
            householdAt < 0 ? new int[0] : numbered(values.get(householdAt)),
            most);
    out.write("risk.html", HtmlRenderer.render(RiskReport.of(risk, keys, locale())));
    say(text("risk.done", risk.records(), risk.below()[0], out.folder()));
    return ExitCode.DONE;
  }

  private static int add(List<String> columns, @Nullable String column) {
    if (column == null) {
      return -1;
    }
    columns.add(column);
    return columns.size() - 1;
  }

  private double[] weights(String[] values) {
    double[] weights = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      try {
        weights[i] = Double.parseDouble(values[i]);
      } catch (NumberFormatException e) {
        weights[i] = Double.NaN;
      }
      if (!(weights[i] >= 1 && weights[i] < Double.POSITIVE_INFINITY)) {
        throw Refusal.badInput(
                "desk.risk.weight", Where.file(file.toString()).in(String.valueOf(weight)), i + 1)
            .asException();
      }
    }
    return weights;
  }

  /** Households by number; a record without one is a household of its own. */
  private static int[] numbered(String[] values) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] next = {0};
    return Arrays.stream(values)
        .mapToInt(
            value -> value.isBlank() ? next[0]++ : numbers.computeIfAbsent(value, key -> next[0]++))
        .toArray();
  }
}
