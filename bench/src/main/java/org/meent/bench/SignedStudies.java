// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.meent.ethics.Approval.Decision;
import org.meent.ethics.ApprovalRegister;
import org.meent.ethics.Approvals;
import org.meent.ethics.Mandate;
import org.meent.ethics.Role;
import org.meent.ethics.signature.SigningKey;
import org.meent.ethics.signature.TrustedAuthorities;
import org.meent.linkage.cohort.Cohort;
import org.meent.linkage.cohort.CohortAssembly;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.EngineSettings;
import org.meent.linkage.engine.Engines;
import org.meent.linkage.source.Sources;
import org.meent.models.study.PooledLogistic;
import org.meent.protocols.Protocol;
import org.meent.protocols.ProtocolFile;

/** Studies that are measured: signed with the demonstration keys, and assembled. */
final class SignedStudies {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private final List<SigningKey> keys = new ArrayList<>();

  /** With the keys of a folder. */
  SignedStudies(Path keyFolder) {
    for (Role role : ApprovalRegister.DECIDING) {
      keys.add(
          SigningKey.open(
              keyFolder.resolve(role.label() + ".p12"),
              SigningKey.DEMONSTRATION_PASS_PHRASE.toCharArray()));
    }
  }

  /** A protocol and its cohort. */
  record Assembled(Protocol protocol, Cohort cohort) {}

  /** Signs the protocol of a folder and assembles its cohort. */
  Assembled assemble(Path folder) throws IOException {
    Protocol protocol = ProtocolFile.read(folder);
    for (int i = 0; i < keys.size(); i++) {
      Approvals.Draft draft =
          new Approvals.Draft(
              ApprovalRegister.DECIDING.get(i),
              Decision.APPROVE,
              List.of(),
              "a measurement",
              TODAY.minusDays(1),
              TODAY.plusYears(1));
      Approvals.sign(folder, protocol, draft, keys.get(i));
    }
    Mandate mandate =
        ApprovalRegister.of(folder, TrustedAuthorities.of(folder)).mandateFor(protocol, TODAY);
    try (Engine engine = Engines.open("java", EngineSettings.withDefaults())) {
      Sources sources = Sources.open(mandate, folder, engine);
      return new Assembled(
          protocol, CohortAssembly.assemble(mandate, sources, engine, new PooledLogistic()));
    }
  }
}
