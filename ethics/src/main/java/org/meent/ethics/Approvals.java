// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.meent.ethics.Approval.Decision;
import org.meent.ethics.signature.CertificateHolder;
import org.meent.ethics.signature.SigningKey;
import org.meent.protocols.Protocol;
import org.meent.protocols.canonical.ProtocolDigest;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/** Signs decisions and stores them in {@code approvals/v<version>/} of a study. */
public final class Approvals {
  private Approvals() {}

  /**
   * A decision to be signed.
   *
   * @param role as what
   * @param decision what
   * @param conditions conditions; empty unless the decision has them
   * @param reason why
   * @param signedOn today
   * @param validUntil last day on which it counts
   */
  public record Draft(
      Role role,
      Decision decision,
      List<String> conditions,
      String reason,
      LocalDate signedOn,
      LocalDate validUntil) {
    /** Copies the conditions. */
    public Draft {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * Signs a decision on exactly this protocol and stores document and signature. An earlier
   * decision of the role on this version is replaced; the log keeps that it was.
   *
   * @return the decision as signed
   * @throws RefusalException if the key's holder may not decide in this role
   */
  public static Approval sign(Path studyFolder, Protocol protocol, Draft draft, SigningKey key) {
    CertificateHolder holder = key.holder();
    List<Refusal> problems = new ArrayList<>(problems(protocol, draft, holder));
    if (!problems.isEmpty()) {
      throw new RefusalException(problems);
    }
    Approval approval =
        new Approval(
            protocol.identity().id(),
            protocol.identity().version(),
            ProtocolDigest.of(protocol),
            draft.role(),
            holder.person(),
            draft.decision(),
            draft.conditions(),
            draft.reason(),
            draft.signedOn(),
            draft.validUntil());
    SignedFile.write(
        folder(studyFolder, protocol), draft.role().label() + ".json", approval.bytes(), key);
    return approval;
  }

  static Path folder(Path studyFolder, Protocol protocol) {
    return studyFolder.resolve("approvals").resolve("v" + protocol.identity().version());
  }

  private static List<Refusal> problems(Protocol protocol, Draft draft, CertificateHolder holder) {
    Where where = Where.field(draft.role().label());
    List<Refusal> problems = new ArrayList<>();
    if (!ApprovalRegister.DECIDING.contains(draft.role())) {
      problems.add(Refusal.usage("ethics.approval.role-decides-not", where, draft.role().label()));
      return problems;
    }
    if (draft.conditions().isEmpty() == (draft.decision() == Decision.APPROVE_WITH_CONDITIONS)) {
      problems.add(Refusal.usage("ethics.approval.conditions", where, draft.conditions().size()));
    }
    if (draft.validUntil().isBefore(draft.signedOn())) {
      problems.add(Refusal.usage("ethics.approval.valid-until", where, draft.validUntil()));
    }
    problems.addAll(Persons.mayDecide(protocol, draft.role(), holder, where));
    return problems;
  }
}
