// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.meent.desk.run.RequestWaivers;
import org.meent.desk.run.StudyRun;
import org.meent.ethics.WaiverReason;
import org.meent.ethics.WaiverStatement;
import org.meent.protocols.refusal.ExitCode;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code meent waive}: an output checker sets the soft findings of a rule aside. */
@Command(
    name = "waive",
    description = {
      "Set the soft findings of one rule on one output aside, as an output checker. It counts when"
          + " two checkers signed the same, for the same reason, over the same table; the next"
          + " 'run' then asks the output out, and the waiver travels with it.",
      "Reasons: structural (follows from a definition or a design), public (the same is public"
          + " already), records-seen (both looked at the records), rule-does-not-fit (the rule was"
          + " made for other figures)."
    },
    footer = {
      "",
      "Example:  meent waive my-study --output work --rule group-disclosure-share --reason"
          + " structural --key output-checker-1.p12"
    })
final class WaiveCommand extends StudyVerb {
  @Option(names = "--output", required = true, paramLabel = "ID", description = "The output.")
  private String output = "";

  @Option(
      names = "--rule",
      required = true,
      paramLabel = "R",
      description = "The rule, as findings.json names it.")
  private String rule = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "CODE",
      description = "structural, public, records-seen or rule-does-not-fit.")
  private String reason = "";

  @Option(
      names = "--explanation",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "The reason in words, for all to read.")
  private String explanation = "";

  @Mixin private SigningOptions signing = new SigningOptions();

  WaiveCommand(Console console) {
    super(console);
  }

  @Override
  ExitCode execute() throws IOException {
    RequestWaivers.Asked asked = new RequestWaivers.Asked(output, rule, reason(), explanation);
    StudyRun.Settings settings = new StudyRun.Settings(study(), home(), "", 1, console().clock());
    WaiverStatement signed =
        signing.sign(text("approve.pass-phrase"), key -> RequestWaivers.sign(settings, asked, key));
    say(text("waive.done", signed.person(), rule, output));
    return ExitCode.DONE;
  }

  private WaiverReason reason() {
    return Arrays.stream(WaiverReason.values())
        .filter(one -> one.label().equals(reason))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.usage(
                        "desk.waive.unknown-reason",
                        Where.NOWHERE,
                        Arrays.stream(WaiverReason.values())
                            .map(WaiverReason::label)
                            .collect(Collectors.joining(", ")),
                        reason)
                    .asException());
  }
}
