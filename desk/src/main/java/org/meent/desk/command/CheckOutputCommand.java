// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meent.desk.render.HtmlRenderer;
import org.meent.desk.report.ElsewhereReport;
import org.meent.disclosure.elsewhere.Checked;
import org.meent.disclosure.elsewhere.ElsewhereCheck;
import org.meent.disclosure.elsewhere.Records;
import org.meent.disclosure.elsewhere.VerdictsJson;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.disclosure.rule.RuleSet;
import org.meent.protocols.refusal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code meent check-output}: verdicts on outputs made elsewhere. */
@Command(
    name = "check-output",
    description = {
      "Check outputs made elsewhere, together: tidy CSV from Stata or R, or the results.json of"
          + " ACRO. Inside only.",
      "Without the records the best verdict is review. Exit code 3 if an output failed, 5 if a"
          + " file does not agree with the records.",
      "Writes verdicts.json and report.html if a folder is given."
    },
    footer = {
      "",
      "Example:  meent check-output table1.csv table2.csv --data cohort.csv --out checked",
      "          meent check-output outputs/results.json"
    })
final class CheckOutputCommand extends Verb {
  private static final int NAMED = 3;

  @Parameters(arity = "1..*", paramLabel = "FILES", description = "Outputs, one per CSV file.")
  private List<Path> files = List.of();

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description = "The records behind the outputs, as CSV: evidence is measured again.")
  private @Nullable Path data;

  @Option(
      names = "--evidence",
      paramLabel = "FILE",
      description = "CSV with evidence for each cell, such as the largest contributors.")
  private @Nullable Path evidence;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "Kind of files whose columns do not say it, such as positions or survival.")
  private @Nullable String kind;

  @Option(
      names = "--rules",
      paramLabel = "SET",
      description = "Rule set (default: ${DEFAULT-VALUE}).")
  private String rules = "cbs-ra";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for verdicts.json and report.html; made if it does not exist.")
  private @Nullable Path out;

  CheckOutputCommand(Console console) {
    super(console);
  }

  @Override
  ExitCode execute() throws IOException {
    RuleSet ruleSet = RuleSet.named(rules);
    ElsewhereCheck check = ElsewhereCheck.under(ruleSet);
    check = data == null ? check : check.with(Records.read(data));
    check = evidence == null ? check : check.withEvidence(evidence);
    check = kind == null ? check : check.asKind(kind);
    List<Checked> outputs = check.of(files);
    if (out != null) {
      OutFolder folder = new OutFolder(out);
      folder.write("verdicts.json", VerdictsJson.of(ruleSet, outputs));
      folder.write(
          "report.html", HtmlRenderer.render(ElsewhereReport.of(ruleSet, outputs, locale())));
    }
    outputs.forEach(this::tell);
    boolean failed = outputs.stream().anyMatch(output -> output.verdict() == Verdict.FAIL);
    return failed ? ExitCode.REFUSED : ExitCode.DONE;
  }

  /** One line per output, with the findings that made the verdict and the advice below it. */
  private void tell(Checked output) {
    say(
        text(
            "elsewhere.verdict." + output.verdict().name().toLowerCase(Locale.ROOT),
            output.output(),
            output.kind(),
            output.file()));
    output.findings().stream()
        .filter(finding -> finding.verdict() == output.verdict())
        .filter(finding -> finding.verdict() != Verdict.PASS)
        .limit(NAMED)
        .forEach(finding -> say("    " + finding.sentence(locale())));
    output.repairs().stream()
        .flatMap(repair -> repair.findings().stream())
        .forEach(finding -> say("    " + finding.sentence(locale())));
  }
}
