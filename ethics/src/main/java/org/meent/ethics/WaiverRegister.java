// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.meent.ethics.signature.CertificateHolder;
import org.meent.ethics.signature.SigningKey;
import org.meent.ethics.signature.TrustedAuthorities;
import org.meent.ethics.signature.Verdict;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * The statements of output checkers that lie in {@code waivers/<run>/} of a study, and the only
 * place that gives a {@link Waiver}: when two different checkers, with two different keys, said the
 * same of the same bytes. One statement alone counts for nothing; one whose signature does not hold
 * stops the run.
 */
public final class WaiverRegister {
  private static final String DOCUMENT = ".json";
  private static final String SIGNATURE = ".json.p7s";
  private static final int NEEDED = 2;
  private static final int KEY_DIGITS = 8;

  private final Path folder;
  private final Mandate mandate;
  private final String run;

  private WaiverRegister(Path folder, Mandate mandate, String run) {
    this.folder = folder;
    this.mandate = mandate;
    this.run = run;
  }

  /** The statements on one run of a study. */
  public static WaiverRegister of(Path studyFolder, Mandate mandate, String run) {
    return new WaiverRegister(studyFolder.resolve("waivers").resolve(run), mandate, run);
  }

  /**
   * Signs a statement and stores it; an earlier one of the same checker on the same rule and output
   * is replaced.
   *
   * @throws RefusalException if the key's holder is no output checker of this study
   */
  public WaiverStatement sign(WaiverStatement draft, SigningKey key) {
    CertificateHolder holder = key.holder();
    List<Refusal> problems = mayWaive(holder, Where.field(Role.OUTPUT_CHECKER.label()));
    if (!problems.isEmpty()) {
      throw new RefusalException(problems);
    }
    WaiverStatement statement =
        new WaiverStatement(
            mandate.digest(),
            run,
            draft.output(),
            draft.content(),
            draft.rule(),
            draft.reason(),
            draft.explanation(),
            holder.person(),
            draft.signedOn());
    String name =
        String.join(
            "--", draft.output(), draft.rule(), holder.publicKey().substring(0, KEY_DIGITS));
    SignedFile.write(folder, name + DOCUMENT, statement.bytes(), key);
    return statement;
  }

  /** What both checkers agree on, in the order of outputs and rules. */
  public List<Waiver> waivers(TrustedAuthorities trusted, LocalDate today) {
    Map<List<String>, SortedMap<String, Waiver.Signed>> alike = new LinkedHashMap<>();
    for (Path document : documents()) {
      Where where = Where.file("waivers/" + run + "/" + document.getFileName());
      byte[] bytes = read(document, where);
      WaiverStatement said =
          WaiverStatement.of(bytes)
              .filter(statement -> statement.run().equals(run))
              .filter(statement -> statement.digest().equals(mandate.digest()))
              .orElseThrow(() -> unverified("ethics.waiver.form", where));
      byte[] signature = read(signature(document), where);
      CertificateHolder signer = signer(bytes, signature, said, trusted, today, where);
      alike
          .computeIfAbsent(
              List.of(said.output(), said.rule(), said.content(), said.reason().label()),
              key -> new TreeMap<>())
          .put(signer.publicKey(), new Waiver.Signed(said, signature));
    }
    return alike.values().stream()
        .map(byKey -> List.copyOf(byKey.values()))
        .filter(said -> said.stream().map(WaiverRegister::person).distinct().count() >= NEEDED)
        .map(WaiverRegister::inOrder)
        .toList();
  }

  /** The files of all statements and their signatures. */
  public List<Path> files() {
    return documents().stream()
        .flatMap(document -> Stream.of(document, signature(document)))
        .toList();
  }

  private CertificateHolder signer(
      byte[] bytes,
      byte[] signature,
      WaiverStatement said,
      TrustedAuthorities trusted,
      LocalDate today,
      Where where) {
    if (!(trusted.verify(bytes, signature, said.signedOn(), today)
        instanceof Verdict.Holds(CertificateHolder signer, boolean demonstration))) {
      throw unverified("ethics.waiver.signature", where);
    }
    List<Refusal> problems = new ArrayList<>(mayWaive(signer, where));
    if (!said.person().equals(signer.person())) {
      problems.add(Refusal.unverified("ethics.approval.other-person", where));
    }
    if (demonstration && !mandate.demonstration()) {
      problems.add(Refusal.refused("ethics.waiver.demonstration", where));
    }
    if (!problems.isEmpty()) {
      throw new RefusalException(problems);
    }
    return signer;
  }

  private List<Refusal> mayWaive(CertificateHolder holder, Where where) {
    return Persons.mayDecide(mandate.protocol(), Role.OUTPUT_CHECKER, holder, where);
  }

  private static Waiver inOrder(List<Waiver.Signed> said) {
    return new Waiver(said.stream().sorted(Comparator.comparing(WaiverRegister::person)).toList());
  }

  private static String person(Waiver.Signed said) {
    return said.statement().person();
  }

  private List<Path> documents() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(DOCUMENT)).sorted().toList();
    } catch (IOException e) {
      throw Refusal.environment("ethics.approval.unreadable", Where.file("waivers")).asException();
    }
  }

  private static Path signature(Path document) {
    String name = String.valueOf(document.getFileName());
    return document.resolveSibling(name.replace(DOCUMENT, SIGNATURE));
  }

  private static byte[] read(Path file, Where where) {
    Optional<byte[]> bytes = SignedFile.read(file);
    return bytes.orElseThrow(() -> unverified("ethics.waiver.signature", where));
  }

  private static RefusalException unverified(String code, Where where) {
    return Refusal.unverified(code, where).asException();
  }
}
