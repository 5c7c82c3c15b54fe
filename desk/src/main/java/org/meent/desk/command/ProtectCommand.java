// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meent.desk.render.HtmlRenderer;
import org.meent.desk.report.ProtectionReport;
import org.meent.disclosure.audit.AuditReport;
import org.meent.disclosure.audit.PatternAudit;
import org.meent.disclosure.audit.Verification;
import org.meent.disclosure.protect.Finding;
import org.meent.disclosure.recount.RecordCheck;
import org.meent.disclosure.rule.Limit;
import org.meent.disclosure.table.ProtectedTable;
import org.meent.disclosure.table.ProtectionJob;
import org.meent.disclosure.table.RuleSetVerdict;
import org.meent.disclosure.table.RuleSetVerdicts;
import org.meent.disclosure.verify.Verifier;
import org.meent.protocols.refusal.ExitCode;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code meent protect}: a protected table with its proof. */
@Command(
    name = "protect",
    description = {
      "Make a hierarchical table from records, suppress what is sensitive and what would give it"
          + " away, and prove it. Inside only.",
      "Writes cells.csv and certificate.json (inside only), released.csv and report.html."
    },
    footer = {
      "",
      "Example:  meent protect turnover.yaml --out protected",
      "          meent protect verify protected"
    })
final class ProtectCommand extends Verb {
  private static final int MOST_FAULTS = 20;

  @Parameters(
      arity = "0..1",
      paramLabel = "SPEC.yaml",
      description = "Input, dimensions, measure, rules and standard of the table.")
  private @Nullable Path spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the results; made if it does not exist.")
  private @Nullable Path out;

  @Option(
      names = "--every-rule-set",
      description =
          "Also say which cells are sensitive under each rule set that is shipped; writes"
              + " rule-sets.csv (inside only).")
  private boolean everyRuleSet;

  ProtectCommand(Console console) {
    super(console);
  }

  @Override
  ExitCode execute() throws IOException {
    if (spec == null || out == null) {
      throw Refusal.usage("desk.protect.usage", Where.NOWHERE).asException();
    }
    ProtectionJob job = ProtectionJob.read(spec);
    if (everyRuleSet) {
      ruleSets(RuleSetVerdicts.of(job), out);
    }
    ProtectedTable table = job.run(out);
    new OutFolder(out)
        .write("report.html", HtmlRenderer.render(ProtectionReport.of(table, locale())));
    say(
        text(
            "protect.done",
            table.table().size(),
            table.pattern().primaries().length,
            table.pattern().secondaries().length,
            out));
    return ExitCode.DONE;
  }

  private void ruleSets(RuleSetVerdicts verdicts, Path folder) throws IOException {
    verdicts.write(folder);
    for (RuleSetVerdict verdict : verdicts.verdicts()) {
      String id = verdict.set().id();
      say(text("protect.rule-set", id, verdict.reasons().size(), verdicts.table().size()));
      for (Limit limit : verdict.limits()) {
        String verified = text("protect.limit." + limit.verification());
        say(text("protect.limit", limit.id(), limit.value(), verdict.count(limit), verified));
      }
      verdict.notRun().forEach(limit -> say(text("protect.limit.not-run", limit.id())));
    }
  }

  /** The verb with its verbs. */
  static CommandLine line(Console console) {
    return new CommandLine(new ProtectCommand(console))
        .addSubcommand(new Verify(console))
        .addSubcommand(new Audit(console))
        .addSubcommand(new AlternativesCommand(console))
        .addSubcommand(new RiskCommand(console));
  }

  /** {@code meent protect verify}: the separate verifier's verdict on a certificate. */
  @Command(
      name = "verify",
      description =
          "Check a certificate with exact arithmetic, and that it is of the records, by two pieces"
              + " of code that share nothing with the protector; exit code 5 if it does not hold.",
      footer = {"", "Example:  meent protect verify protected"})
  static final class Verify extends Verb {
    @Parameters(paramLabel = "DIR", description = "Folder that protect wrote.")
    private Path folder = Path.of("");

    Verify(Console console) {
      super(console);
    }

    @Override
    ExitCode execute() {
      Verification verdict = Verification.of(folder);
      verdict.faults().stream().limit(MOST_FAULTS).forEach(console().err()::println);
      if (!verdict.holds()) {
        throw Refusal.unverified(
                "desk.protect.broken",
                Where.file(folder.toString()),
                Verification.VERSION,
                verdict.faults().size())
            .asException();
      }
      RecordCheck.Verdict records = verdict.records();
      say(
          text(
              "protect.verified",
              Verifier.VERSION,
              verdict.proof().witnesses(),
              records.primaries(),
              records.standard(),
              RecordCheck.VERSION,
              records.cells(),
              records.secondaries()));
      return ExitCode.DONE;
    }
  }

  /** {@code meent protect audit}: what an attacker can do to a pattern made by another tool. */
  @Command(
      name = "audit",
      description =
          "Audit a pattern made by another tool: cells in the form of cells.csv, against a"
              + " specification; exit code 5 if a sensitive cell is not protected.",
      footer = {"", "Example:  meent protect audit cells.csv turnover.yaml"})
  static final class Audit extends Verb {
    @Parameters(
        index = "0",
        paramLabel = "CELLS",
        description = "Cells with value and status, as in cells.csv.")
    private Path cells = Path.of("");

    @Parameters(index = "1", paramLabel = "SPEC.yaml", description = "The specification.")
    private Path spec = Path.of("");

    Audit(Console console) {
      super(console);
    }

    @Override
    ExitCode execute() {
      AuditReport report = PatternAudit.audit(cells, spec);
      say(text("protect.audited", report.suppressed(), report.cells(), report.findings().size()));
      for (Finding.State state : Finding.State.values()) {
        say("  " + state.name().toLowerCase(Locale.ROOT) + ": " + report.count(state));
      }
      if (!report.holds()) {
        throw Refusal.unverified(
                "desk.protect.unprotected",
                Where.file(cells.toString()),
                report.findings().size() - report.count(Finding.State.PROTECTED))
            .asException();
      }
      return ExitCode.DONE;
    }
  }
}
