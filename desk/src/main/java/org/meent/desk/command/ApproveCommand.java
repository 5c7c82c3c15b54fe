// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meent.ethics.Approval;
import org.meent.ethics.Approvals;
import org.meent.ethics.Role;
import org.meent.ethics.log.LogEntry;
import org.meent.ethics.log.TransparencyLog;
import org.meent.protocols.Protocol;
import org.meent.protocols.ProtocolFile;
import org.meent.protocols.refusal.ExitCode;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code meent approve}: a signed decision on exactly this version of a protocol. */
@Command(
    name = "approve",
    description =
        "Sign a decision on exactly this version of a protocol. What is signed is the digest that"
            + " 'validate' prints.",
    footer = {
      "",
      "Example:  meent approve examples/nsw --role ethics-committee --key"
          + " examples/keys/ethics-committee.p12",
      "The pass-phrase is asked for, or read from --pass-phrase-file; that of the demonstration"
          + " keys is public: meent-demonstration."
    })
final class ApproveCommand extends StudyVerb {
  @Option(
      names = "--role",
      required = true,
      paramLabel = "R",
      description = "As what: ethics-committee, privacy-officer or client-council.")
  private String role = "";

  @Mixin private SigningOptions signing = new SigningOptions();

  @Option(
      names = "--decision",
      paramLabel = "D",
      defaultValue = "approve",
      description = "approve, approve-with-conditions, return or reject (default: approve).")
  private String decision = "approve";

  @Option(
      names = "--condition",
      paramLabel = "TEXT",
      description = "A condition; may be given more than once.")
  private List<String> conditions = List.of();

  @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why.")
  private String reason = "";

  @Option(
      names = "--valid-until",
      paramLabel = "DATE",
      description = "Last day on which the decision holds (default: the end of retention).")
  private @Nullable LocalDate validUntil;

  ApproveCommand(Console console) {
    super(console);
  }

  @Override
  ExitCode execute() throws IOException {
    Protocol protocol = ProtocolFile.read(study());
    LocalDate today = LocalDate.ofInstant(console().clock().instant(), ZoneOffset.UTC);
    Approvals.Draft draft =
        new Approvals.Draft(
            named(Role.values(), role, Role::label, "desk.approve.unknown-role"),
            named(
                Approval.Decision.values(),
                decision,
                Approval.Decision::label,
                "desk.approve.unknown-decision"),
            conditions,
            reason,
            today,
            validUntil == null ? protocol.retention().derivedDataUntil() : validUntil);
    Approval approval =
        signing.sign(
            text("approve.pass-phrase"), key -> Approvals.sign(study(), protocol, draft, key));
    TransparencyLog.of(home())
        .append(
            console().clock().instant(),
            new LogEntry.Event(
                approval.person(),
                "approval.signed",
                approval.protocol(),
                approval.version(),
                approval.digest(),
                "",
                approval.role().label() + ": " + approval.decision().label()));
    say(
        text(
            "approve.done",
            approval.person(),
            approval.role().label(),
            approval.decision().label(),
            approval.version(),
            approval.digest().substring(0, 16)));
    return ExitCode.DONE;
  }

  private static <T> T named(
      T[] values, String name, java.util.function.Function<T, String> label, String code) {
    return Arrays.stream(values)
        .filter(value -> label.apply(value).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.usage(
                        code,
                        Where.NOWHERE,
                        Arrays.stream(values).map(label).collect(Collectors.joining(", ")),
                        name)
                    .asException());
  }
}
