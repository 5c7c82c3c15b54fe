// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.meent.ethics.Approval.Decision;
import org.meent.ethics.signature.KeyMaker;
import org.meent.ethics.signature.SigningKey;
import org.meent.protocols.Protocol;
import org.meent.protocols.ProtocolFile;

/**
 * Made the demonstration authority and the keys in {@code examples/keys}, and signs the approvals
 * of the examples again when their protocols change. Run its main method with the root of the
 * project and {@code sign}, or {@code keys} to replace authority and keys as well.
 */
public final class DemonstrationKeys {
  private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
  private static final LocalDate SIGNED = LocalDate.of(2026, 4, 1);
  private static final LocalDate UNTIL = LocalDate.of(2036, 12, 31);

  /** Persons of the examples by key store, with their role. */
  private static final Map<String, Map.Entry<String, Role>> PERSONS =
      Map.of(
          "researcher", Map.entry("R. de Onderzoeker", Role.RESEARCHER),
          "privacy-officer", Map.entry("P. de Functionaris", Role.PRIVACY_OFFICER),
          "ethics-committee", Map.entry("E. de Commissie", Role.ETHICS_COMMITTEE),
          "client-council", Map.entry("C. de Cliëntenraad", Role.CLIENT_COUNCIL),
          "output-checker-1", Map.entry("O. de Controleur", Role.OUTPUT_CHECKER),
          "output-checker-2", Map.entry("T. de Toetser", Role.OUTPUT_CHECKER));

  private DemonstrationKeys() {}

  /** Makes keys, approvals or both. */
  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]);
    Path keys = root.resolve("examples/keys");
    if (args[1].equals("keys")) {
      makeKeys(root, keys);
    }
    for (String example :
        List.of(
            "nsw",
            "nsw-psid",
            "world",
            "world-continuity",
            "world-clones",
            "world-exits",
            "linked",
            "jobcorps")) {
      sign(root.resolve("examples").resolve(example), keys);
    }
  }

  private static void makeKeys(Path root, Path keys) throws IOException {
    SigningKey authority = KeyMaker.authority("Meent DEMONSTRATION authority", true, FROM, UNTIL);
    Files.createDirectories(keys);
    Path anchor =
        root.resolve("ethics/src/main/resources/META-INF/meent/trust/demonstration-authority.pem");
    Files.writeString(anchor, KeyMaker.pem(authority));
    KeyMaker.store(authority, keys.resolve("authority.p12"), passPhrase());
    for (Map.Entry<String, Map.Entry<String, Role>> person : PERSONS.entrySet()) {
      SigningKey key =
          KeyMaker.of(authority)
              .issue(person.getValue().getKey(), person.getValue().getValue().label(), FROM, UNTIL);
      KeyMaker.store(key, keys.resolve(person.getKey() + ".p12"), passPhrase());
    }
  }

  private static void sign(Path study, Path keys) {
    Protocol protocol = ProtocolFile.read(study);
    for (Role role : ApprovalRegister.DECIDING) {
      SigningKey key = SigningKey.open(keys.resolve(role.label() + ".p12"), passPhrase());
      Approvals.Draft draft =
          new Approvals.Draft(
              role, Decision.APPROVE, List.of(), "an example, for everybody to try", SIGNED, UNTIL);
      Approvals.sign(study, protocol, draft, key);
    }
  }

  private static char[] passPhrase() {
    return SigningKey.DEMONSTRATION_PASS_PHRASE.toCharArray();
  }
}
