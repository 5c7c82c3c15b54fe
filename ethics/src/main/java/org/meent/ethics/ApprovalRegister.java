// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.meent.ethics.Approval.Decision;
import org.meent.ethics.signature.CertificateHolder;
import org.meent.ethics.signature.TrustedAuthorities;
import org.meent.ethics.signature.Verdict;
import org.meent.protocols.ClientView.CouncilAdvice;
import org.meent.protocols.ClientView.Dialogue;
import org.meent.protocols.Protocol;
import org.meent.protocols.canonical.ProtocolDigest;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * The decisions that lie in a study folder, and the only place that gives a {@link Mandate}. A
 * protocol may run when ethics committee and privacy officer approve it, the client council gave
 * advice that was answered where it was not positive, no statement of a dialogue is left open, and
 * its retention has not passed. Every decision must be signed over exactly this version, by the
 * person whom the protocol names, under a certificate that is valid today.
 */
public final class ApprovalRegister {
  /** The roles whose decision is needed, in the order in which they are asked. */
  public static final List<Role> DECIDING =
      List.of(Role.ETHICS_COMMITTEE, Role.PRIVACY_OFFICER, Role.CLIENT_COUNCIL);

  private final Path studyFolder;
  private final TrustedAuthorities trusted;

  private ApprovalRegister(Path studyFolder, TrustedAuthorities trusted) {
    this.studyFolder = studyFolder;
    this.trusted = trusted;
  }

  /** The decisions of a study, judged by what an environment trusts. */
  public static ApprovalRegister of(Path studyFolder, TrustedAuthorities trusted) {
    return new ApprovalRegister(studyFolder, trusted);
  }

  /**
   * How one role stands.
   *
   * @param role the role
   * @param approval its decision, if one lies there that can be read and is signed
   * @param demonstration whether it was signed with a demonstration key
   * @param problems why it does not open the way; empty if it does
   */
  public record Standing(
      Role role, Optional<Approval> approval, boolean demonstration, List<Refusal> problems) {
    /** Copies the problems. */
    public Standing {
      problems = List.copyOf(problems);
    }
  }

  /**
   * The permission to run a protocol today.
   *
   * @throws RefusalException with everything that stands in the way
   */
  public Mandate mandateFor(Protocol protocol, LocalDate today) {
    List<Standing> standings = standings(protocol, today);
    List<Refusal> problems = new ArrayList<>(ofProtocol(protocol, today));
    standings.forEach(standing -> problems.addAll(standing.problems()));
    if (!problems.isEmpty()) {
      throw new RefusalException(problems);
    }
    return new Mandate(
        protocol,
        ProtocolDigest.of(protocol),
        standings.stream().anyMatch(Standing::demonstration));
  }

  /** How each deciding role stands today, in the order of {@link #DECIDING}. */
  public List<Standing> standings(Protocol protocol, LocalDate today) {
    Set<String> keys = new LinkedHashSet<>();
    return DECIDING.stream().map(role -> standing(protocol, role, today, keys)).toList();
  }

  private static List<Refusal> ofProtocol(Protocol protocol, LocalDate today) {
    Where where = Where.file("study.yaml");
    List<Refusal> problems = new ArrayList<>();
    LocalDate until = protocol.retention().derivedDataUntil();
    if (until.isBefore(today)) {
      problems.add(
          Refusal.refused("ethics.mandate.retention", where.in("retention"), today, until));
    }
    long open = protocol.clientView().dialogues().stream().filter(d -> isOpen(d)).count();
    if (open > 0) {
      problems.add(
          Refusal.refused("ethics.mandate.open-dialogue", where.in("client-view.dialogues"), open));
    }
    if (protocol.clientView().councilAdvice() != CouncilAdvice.POSITIVE
        && protocol.clientView().replyToCouncil().isBlank()) {
      problems.add(
          Refusal.refused("ethics.mandate.no-reply", where.in("client-view.reply-to-council")));
    }
    return problems;
  }

  private static boolean isOpen(Dialogue dialogue) {
    return dialogue.answer().isBlank();
  }

  private Standing standing(Protocol protocol, Role role, LocalDate today, Set<String> keys) {
    Path file = Approvals.folder(studyFolder, protocol).resolve(role.label() + ".json");
    Where where =
        Where.file("approvals/v" + protocol.identity().version() + "/" + role.label() + ".json");
    Path signature = file.resolveSibling(role.label() + ".json.p7s");
    Optional<byte[]> document = SignedFile.read(file);
    Optional<byte[]> signed = SignedFile.read(signature);
    if (document.isEmpty() || signed.isEmpty()) {
      return failed(
          role,
          Refusal.refused(
              "ethics.approval.missing", where, role.label(), protocol.identity().version()));
    }
    byte[] bytes = document.get();
    Optional<Approval> read = Approval.of(bytes);
    if (read.isEmpty()) {
      return failed(role, Refusal.unverified("ethics.approval.form", where));
    }
    Approval approval = read.orElseThrow();
    return switch (trusted.verify(bytes, signed.get(), approval.signedOn(), today)) {
      case Verdict.Fails(Verdict.Fault fault) -> failed(role, refusal(fault, where));
      case Verdict.Holds(CertificateHolder signer, boolean demonstration) -> {
        List<Refusal> problems = new ArrayList<>(fits(protocol, role, approval, where));
        if (!approval.person().equals(signer.person())) {
          problems.add(Refusal.unverified("ethics.approval.other-person", where));
        }
        problems.addAll(Persons.mayDecide(protocol, role, signer, where));
        if (!keys.add(signer.publicKey())) {
          problems.add(Refusal.refused("ethics.approval.same-key", where));
        }
        problems.addAll(inForce(approval, today, where));
        problems.addAll(decides(protocol, approval, where));
        yield new Standing(role, read, demonstration, problems);
      }
    };
  }

  private static Standing failed(Role role, Refusal refusal) {
    return new Standing(role, Optional.empty(), false, List.of(refusal));
  }

  private static Refusal refusal(Verdict.Fault fault, Where where) {
    return switch (fault) {
      case NOT_SIGNED -> Refusal.unverified("ethics.signature.not-signed", where);
      case UNKNOWN_AUTHORITY -> Refusal.unverified("ethics.signature.unknown-authority", where);
      case SELF_MADE -> Refusal.unverified("ethics.signature.self-made", where);
      case UNFIT_CERTIFICATE -> Refusal.unverified("ethics.signature.unfit", where);
      case NOT_YET_VALID -> Refusal.unverified("ethics.signature.not-yet-valid", where);
      case EXPIRED -> Refusal.unverified("ethics.signature.expired", where);
      case REVOKED -> Refusal.unverified("ethics.signature.revoked", where);
    };
  }

  /** Whether the decision is on this protocol, this version, these bytes, in this role. */
  private static List<Refusal> fits(Protocol protocol, Role role, Approval approval, Where where) {
    List<Refusal> problems = new ArrayList<>();
    Protocol.Identity identity = protocol.identity();
    if (!approval.protocol().equals(identity.id())) {
      problems.add(
          Refusal.refused(
              "ethics.approval.other-protocol", where, identity.id(), approval.protocol()));
    }
    if (approval.version() != identity.version()) {
      problems.add(
          Refusal.refused(
              "ethics.approval.other-version", where, identity.version(), approval.version()));
    } else if (!approval.digest().equals(ProtocolDigest.of(protocol))) {
      problems.add(Refusal.refused("ethics.approval.other-digest", where, identity.version()));
    }
    if (approval.role() != role) {
      problems.add(
          Refusal.refused(
              "ethics.approval.wrong-role", where, role.label(), approval.role().label()));
    }
    return problems;
  }

  private static List<Refusal> inForce(Approval approval, LocalDate today, Where where) {
    if (approval.signedOn().isAfter(today)) {
      return List.of(Refusal.refused("ethics.approval.not-yet", where, today, approval.signedOn()));
    }
    if (approval.validUntil().isBefore(today)) {
      return List.of(
          Refusal.refused("ethics.approval.expired", where, today, approval.validUntil()));
    }
    return List.of();
  }

  private static List<Refusal> decides(Protocol protocol, Approval approval, Where where) {
    if (approval.role() == Role.CLIENT_COUNCIL) {
      CouncilAdvice signed = advice(approval.decision());
      CouncilAdvice written = protocol.clientView().councilAdvice();
      return signed == written
          ? List.of()
          : List.of(
              Refusal.refused(
                  "ethics.approval.other-advice", where, label(written), label(signed)));
    }
    return approval.decision() == Decision.APPROVE
        ? List.of()
        : List.of(
            Refusal.refused(
                "ethics.approval.not-approved",
                where,
                approval.role().label(),
                approval.decision().label()));
  }

  private static CouncilAdvice advice(Decision decision) {
    return switch (decision) {
      case APPROVE -> CouncilAdvice.POSITIVE;
      case APPROVE_WITH_CONDITIONS -> CouncilAdvice.CONDITIONAL;
      case RETURN, REJECT -> CouncilAdvice.NEGATIVE;
    };
  }

  private static String label(CouncilAdvice advice) {
    return advice.name().toLowerCase(java.util.Locale.ROOT);
  }
}
