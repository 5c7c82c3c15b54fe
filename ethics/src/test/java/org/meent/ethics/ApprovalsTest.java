// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meent.ethics.Approval.Decision;
import org.meent.ethics.signature.KeyMaker;
import org.meent.ethics.signature.SigningKey;
import org.meent.ethics.signature.TrustedAuthorities;
import org.meent.ethics.signature.Verdict;
import org.meent.protocols.Protocol;
import org.meent.protocols.ProtocolFile;
import org.meent.protocols.canonical.ProtocolDigest;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;

/** A mandate from right decisions, and none from decisions with one thing wrong. */
class ApprovalsTest {
  private static final LocalDate FROM = LocalDate.of(2020, 1, 1);
  private static final LocalDate UNTIL = LocalDate.of(2029, 12, 31);
  private static final LocalDate SIGNED = LocalDate.of(2021, 3, 4);
  private static final LocalDate TODAY = LocalDate.of(2022, 5, 6);

  private static final SigningKey AUTHORITY = KeyMaker.authority("City", false, FROM, UNTIL);
  private static final SigningKey IMPOSTOR = KeyMaker.authority("City", false, FROM, UNTIL);
  private static final SigningKey STRANGER = KeyMaker.authority("Elsewhere", false, FROM, UNTIL);
  private static final SigningKey ETHICS = issue("E. Ethiek", Role.ETHICS_COMMITTEE);
  private static final SigningKey PRIVACY = issue("P. Privacy", Role.PRIVACY_OFFICER);
  private static final SigningKey COUNCIL = issue("C. Cliënt", Role.CLIENT_COUNCIL);

  @TempDir Path root;
  private Path home;
  private Path study;
  private Path approvals;

  @BeforeEach
  void makeAnApprovedStudy() throws IOException {
    home = root.resolve("home");
    study = root.resolve("home/study");
    approvals = study.resolve("approvals/v3");
    Files.createDirectories(home.resolve("trust"));
    Files.createDirectories(study);
    Files.writeString(home.resolve("trust/city.pem"), KeyMaker.pem(AUTHORITY));
    write(right());
    sign(Role.ETHICS_COMMITTEE, Decision.APPROVE, ETHICS);
    sign(Role.PRIVACY_OFFICER, Decision.APPROVE, PRIVACY);
    sign(Role.CLIENT_COUNCIL, Decision.APPROVE_WITH_CONDITIONS, COUNCIL);
  }

  @Test
  void givesAMandate() {
    Mandate mandate = mandate(TODAY);
    assertThat(mandate.digest()).isEqualTo(ProtocolDigest.of(mandate.protocol())).hasSize(64);
    assertThat(mandate.demonstration()).isFalse();
    assertThat(mandate(LocalDate.of(2028, 1, 1)).protocol().identity().version()).isEqualTo(3);
    assertThat(register().standings(ProtocolFile.read(study), TODAY))
        .allSatisfy(standing -> assertThat(standing.problems()).isEmpty())
        .extracting(ApprovalRegister.Standing::role)
        .isEqualTo(ApprovalRegister.DECIDING);
  }

  /**
   * One thing wrong with an approved study.
   *
   * @param name what
   * @param spoil how it comes about
   * @param today the day of asking
   * @param exit exit code
   * @param codes the refusals, in order
   * @param words a part of the first English sentence
   */
  record Bad(
      String name,
      Consumer<ApprovalsTest> spoil,
      LocalDate today,
      int exit,
      List<String> codes,
      String words) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Bad bad(
      String name, int exit, String code, String words, Consumer<ApprovalsTest> spoil) {
    return new Bad(name, spoil, TODAY, exit, List.of("ethics." + code), words);
  }

  private static Bad on(String day, int exit, String words, String... codes) {
    return new Bad(
        "asked on " + day,
        test -> {},
        LocalDate.parse(day),
        exit,
        java.util.Arrays.stream(codes).map(code -> "ethics." + code).toList(),
        words);
  }

  static List<Bad> wrongStates() {
    return List.of(
        bad(
            "no decision",
            3,
            "approval.missing",
            "decision of the privacy-officer on version 3",
            t -> t.delete("privacy-officer.json")),
        bad(
            "no signature",
            3,
            "approval.missing",
            "with its signature",
            t -> t.delete("privacy-officer.json.p7s")),
        bad(
            "committee returns",
            3,
            "approval.not-approved",
            "found return",
            t -> t.sign(Role.ETHICS_COMMITTEE, Decision.RETURN, ETHICS)),
        bad(
            "committee rejects",
            3,
            "approval.not-approved",
            "found reject",
            t -> t.sign(Role.ETHICS_COMMITTEE, Decision.REJECT, ETHICS)),
        bad(
            "officer sets conditions",
            3,
            "approval.not-approved",
            "approve-with-conditions",
            t -> t.sign(Role.PRIVACY_OFFICER, Decision.APPROVE_WITH_CONDITIONS, PRIVACY)),
        bad(
            "other advice than written",
            3,
            "approval.other-advice",
            "(conditional); found negative",
            t -> t.sign(Role.CLIENT_COUNCIL, Decision.REJECT, COUNCIL)),
        bad(
            "advice not answered",
            3,
            "mandate.no-reply",
            "public reply",
            t -> t.amendAndSign("reply-to-council: \"We do what was asked.\"", "")),
        bad(
            "dialogue not answered",
            3,
            "mandate.open-dialogue",
            "1 without answer",
            t -> t.amendAndSign(", answer: \"groups are shown\"", "")),
        bad(
            "retention past",
            3,
            "mandate.retention",
            "2021-12-31",
            t -> t.amendAndSign("2030-12-31", "2021-12-31")),
        bad(
            "signed document changed",
            5,
            "signature.not-signed",
            "exactly these bytes",
            t -> t.replace("ethics-committee.json", "2029-12-31", "2039-12-31")),
        bad(
            "document in another form",
            5,
            "approval.form",
            "to the byte",
            t -> t.replace("ethics-committee.json", ",\"digest\"", ", \"digest\"")),
        bad(
            "duplicate key in document",
            5,
            "approval.form",
            "to the byte",
            t -> t.replace("ethics-committee.json", "{", "{\"decision\":\"approve\",")),
        bad(
            "unknown decision",
            5,
            "approval.form",
            "to the byte",
            t -> t.replace("ethics-committee.json", "\"approve\"", "\"approved\"")),
        bad(
            "signature of another document",
            5,
            "signature.not-signed",
            "does not fit",
            t -> t.copy("privacy-officer.json.p7s", "ethics-committee.json.p7s")),
        bad(
            "one bit of the signature",
            5,
            "signature.not-signed",
            "does not fit",
            t -> t.flipLastBit("ethics-committee.json.p7s")),
        bad(
            "bytes after the signature",
            5,
            "signature.not-signed",
            "does not fit",
            t -> t.lengthen("ethics-committee.json.p7s")),
        bad(
            "empty signature",
            5,
            "signature.not-signed",
            "does not fit",
            t -> t.empty("ethics-committee.json.p7s")),
        bad(
            "unknown authority",
            5,
            "signature.unknown-authority",
            "this environment trusts",
            t ->
                t.sign(
                    Role.ETHICS_COMMITTEE,
                    Decision.APPROVE,
                    issue(STRANGER, "E. Ethiek", "ethics-committee"))),
        bad(
            "self-made with a trusted name",
            5,
            "signature.self-made",
            "only bears the authority's name",
            t ->
                t.sign(
                    Role.ETHICS_COMMITTEE,
                    Decision.APPROVE,
                    issue(IMPOSTOR, "E. Ethiek", "ethics-committee"))),
        bad(
            "certificate of an authority",
            5,
            "signature.unfit",
            "another kind",
            t -> t.signRaw("ethics-committee", AUTHORITY)),
        bad(
            "revoked",
            5,
            "signature.revoked",
            "a revoked one",
            t -> t.revoke(ETHICS, "2022-05-06")),
        bad(
            "authority revoked",
            5,
            "signature.revoked",
            "a revoked one",
            t -> t.revokeForOneRole()),
        bad(
            "revoked list damaged",
            5,
            "trust.revoked-list",
            "as Meent writes it",
            t -> t.writeTrust("revoked.json", "{}")),
        bad(
            "authority file damaged",
            5,
            "trust.no-authority",
            "certificate of one authority",
            t -> t.writeTrust("x.pem", "-----BEGIN")),
        bad(
            "a person's certificate as authority",
            5,
            "trust.no-authority",
            "certificate of one authority",
            t -> t.writeTrust("x.pem", KeyMaker.pem(ETHICS))),
        bad(
            "not named",
            3,
            "approval.not-named",
            "\"X. Vreemd\"",
            t -> t.signRaw("ethics-committee", issue("X. Vreemd", Role.ETHICS_COMMITTEE))),
        bad(
            "author as approver",
            3,
            "approval.author",
            "Nobody approves their own study",
            t -> t.signRaw("ethics-committee", issue("A. Auteur", Role.ETHICS_COMMITTEE))),
        bad(
            "certificate of another role",
            3,
            "approval.wrong-role",
            "in the role output-checker",
            t -> t.signRaw("ethics-committee", issue("E. Ethiek", Role.OUTPUT_CHECKER))),
        bad(
            "other name than certificate",
            5,
            "approval.other-person",
            "another name",
            t -> t.signAs("ethics-committee", "P. Privacy", ETHICS)));
  }

  static List<Bad> wrongDays() {
    return List.of(
        on(
            "2021-03-03",
            3,
            "signed for 2021-03-04",
            "approval.not-yet",
            "approval.not-yet",
            "approval.not-yet"),
        on(
            "2030-01-01",
            5,
            "an expired one",
            "signature.expired",
            "signature.expired",
            "signature.expired"),
        on(
            "2019-12-31",
            5,
            "not valid yet",
            "signature.not-yet-valid",
            "signature.not-yet-valid",
            "signature.not-yet-valid"));
  }

  @ParameterizedTest
  @MethodSource({"wrongStates", "wrongDays"})
  void givesNoMandate(Bad bad) {
    bad.spoil().accept(this);
    RefusalException refused =
        catchThrowableOfType(RefusalException.class, () -> mandate(bad.today()));
    assertThat(refused).as("there must be no mandate").isNotNull();
    assertThat(refused.refusals()).extracting(Refusal::code).isEqualTo(bad.codes());
    assertThat(refused.exit().code()).isEqualTo(bad.exit());
    assertThat(refused.refusals().getFirst().sentence(Locale.ENGLISH)).contains(bad.words());
    assertThat(refused.refusals().getFirst().sentence(Locale.of("nl")))
        .startsWith("Verwacht: ")
        .doesNotContain("{");
  }

  /** Every byte of a decision and of its signature counts. */
  @Test
  void tellsOfEveryChangedByte() {
    Path signature = approvals.resolve("ethics-committee.json.p7s");
    TrustedAuthorities trusted = TrustedAuthorities.of(home);
    byte[] content = read(approvals.resolve("ethics-committee.json"));
    byte[] signed = read(signature);
    for (byte[] bytes : List.of(content, signed)) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] ^= (byte) (1 << (i % 8));
        assertThat(trusted.verify(content, signed, SIGNED, TODAY))
            .as("byte %d", i)
            .isInstanceOf(Verdict.Fails.class);
        bytes[i] ^= (byte) (1 << (i % 8));
      }
    }
    assertThat(trusted.verify(content, signed, SIGNED, TODAY)).isInstanceOf(Verdict.Holds.class);
  }

  @Test
  void refusesDecisionsOnAnotherTextOrVersion() {
    write(right().replace("Does it help?", "Does it really help?"));
    assertThat(codes(TODAY)).containsOnly("ethics.approval.other-digest");
    write(right().replace("version: 3", "version: 4"));
    assertThat(codes(TODAY)).containsOnly("ethics.approval.missing").hasSize(3);
    copyAll(approvals, study.resolve("approvals/v4"));
    assertThat(codes(TODAY)).containsOnly("ethics.approval.other-version").hasSize(3);
    write(right().replace("small-study", "other-study"));
    assertThat(codes(TODAY))
        .containsOnly("ethics.approval.other-protocol", "ethics.approval.other-digest");
  }

  @Test
  void refusesADecisionThatHasExpired() {
    Approvals.Draft draft =
        new Approvals.Draft(
            Role.PRIVACY_OFFICER, Decision.APPROVE, List.of(), "fine", SIGNED, SIGNED.plusDays(9));
    Approvals.sign(study, ProtocolFile.read(study), draft, PRIVACY);
    assertThat(codes(SIGNED.plusDays(9))).isEmpty();
    assertThat(codes(SIGNED.plusDays(10))).containsExactly("ethics.approval.expired");
  }

  @Test
  void tellsOfEveryRoleAtOnce() {
    delete("ethics-committee.json");
    sign(Role.PRIVACY_OFFICER, Decision.REJECT, PRIVACY);
    flipLastBit("client-council.json.p7s");
    assertThat(codes(TODAY))
        .containsExactly(
            "ethics.approval.missing",
            "ethics.approval.not-approved",
            "ethics.signature.not-signed");
  }

  @Test
  void signsOnlyForWhomTheProtocolNames() {
    Approvals.Draft draft =
        new Approvals.Draft(
            Role.ETHICS_COMMITTEE, Decision.APPROVE, List.of(), "fine", SIGNED, UNTIL);
    Protocol protocol = ProtocolFile.read(study);
    RefusalException refused =
        catchThrowableOfType(
            RefusalException.class, () -> Approvals.sign(study, protocol, draft, PRIVACY));
    assertThat(refused.refusals())
        .extracting(Refusal::code)
        .containsExactly("ethics.approval.wrong-role", "ethics.approval.not-named");
    Approvals.Draft checker =
        new Approvals.Draft(
            Role.OUTPUT_CHECKER, Decision.APPROVE, List.of(), "fine", SIGNED, UNTIL);
    refused =
        catchThrowableOfType(
            RefusalException.class, () -> Approvals.sign(study, protocol, checker, ETHICS));
    assertThat(refused.exit().code()).isEqualTo(2);
  }

  @Test
  void opensKeyStoresOnlyWithTheirPassPhrase() throws IOException {
    Path store = root.resolve("key.p12");
    KeyMaker.store(ETHICS, store, "right".toCharArray());
    assertThat(SigningKey.open(store, "right".toCharArray()).holder()).isEqualTo(ETHICS.holder());
    for (String wrong : List.of("wrong", "")) {
      RefusalException refused =
          catchThrowableOfType(
              RefusalException.class, () -> SigningKey.open(store, wrong.toCharArray()));
      assertThat(refused.refusals().getFirst().code()).isEqualTo("ethics.key.cannot-open");
    }
    Files.writeString(store, "no store");
    assertThat(
            catchThrowableOfType(
                RefusalException.class, () -> SigningKey.open(store, "right".toCharArray())))
        .hasMessageContaining("does not open");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nsw", "nsw-psid"})
  void theExamplesHaveADemonstrationMandate(String name) {
    Path example = Path.of(System.getProperty("meent.root")).resolve("examples").resolve(name);
    Mandate mandate =
        ApprovalRegister.of(example, TrustedAuthorities.of(root))
            .mandateFor(ProtocolFile.read(example), LocalDate.of(2026, 11, 22));
    assertThat(mandate.demonstration()).isTrue();
  }

  // --- what the bad cases do ---

  private static SigningKey issue(String person, Role role) {
    return issue(AUTHORITY, person, role.label());
  }

  private static SigningKey issue(SigningKey authority, String person, String role) {
    return KeyMaker.of(authority).issue(person, role, FROM, UNTIL);
  }

  private ApprovalRegister register() {
    return ApprovalRegister.of(study, TrustedAuthorities.of(home));
  }

  private Mandate mandate(LocalDate today) {
    return register().mandateFor(ProtocolFile.read(study), today);
  }

  private List<String> codes(LocalDate today) {
    RefusalException refused = catchThrowableOfType(RefusalException.class, () -> mandate(today));
    return refused == null ? List.of() : refused.refusals().stream().map(Refusal::code).toList();
  }

  private void sign(Role role, Decision decision, SigningKey key) {
    List<String> conditions =
        decision == Decision.APPROVE_WITH_CONDITIONS ? List.of("show groups") : List.of();
    Approvals.Draft draft =
        new Approvals.Draft(role, decision, conditions, "because", SIGNED, UNTIL);
    Approvals.sign(study, ProtocolFile.read(study), draft, key);
  }

  /** Signs without the checks that {@link Approvals} makes. */
  private void signRaw(String role, SigningKey key) {
    signAs(role, key.holder().person(), key);
  }

  private void signAs(String role, String person, SigningKey key) {
    change(
        role + ".json",
        bytes ->
            new String(bytes, StandardCharsets.UTF_8)
                .replace("E. Ethiek", person)
                .getBytes(StandardCharsets.UTF_8));
    change(role + ".json.p7s", old -> key.sign(read(approvals.resolve(role + ".json"))));
  }

  private void amendAndSign(String from, String to) {
    write(right().replace(from, to));
    sign(Role.ETHICS_COMMITTEE, Decision.APPROVE, ETHICS);
    sign(Role.PRIVACY_OFFICER, Decision.APPROVE, PRIVACY);
    sign(Role.CLIENT_COUNCIL, Decision.APPROVE_WITH_CONDITIONS, COUNCIL);
  }

  private void revoke(SigningKey key, String day) {
    writeTrust(
        "revoked.json",
        "{\"revoked\":[{\"certificate\":\"%s\",\"on\":\"%s\",\"why\":\"lost\"}],\"schema\":\"meent-revoked/1\"}"
            .formatted(key.holder().fingerprint(), day));
  }

  private void revokeForOneRole() {
    SigningKey second = KeyMaker.authority("Second", false, FROM, UNTIL);
    writeTrust("second.pem", KeyMaker.pem(second));
    sign(Role.ETHICS_COMMITTEE, Decision.APPROVE, issue(second, "E. Ethiek", "ethics-committee"));
    revoke(second, "2022-01-01");
  }

  private void writeTrust(String name, String text) {
    try {
      Files.writeString(home.resolve("trust").resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String protocol) {
    try {
      Files.writeString(study.resolve("study.yaml"), protocol);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void delete(String name) {
    try {
      Files.delete(approvals.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void replace(String name, String from, String to) {
    change(
        name,
        bytes -> {
          String text = new String(bytes, StandardCharsets.UTF_8);
          assertThat(text).contains(from);
          return text.replaceFirst(
                  java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to))
              .getBytes(StandardCharsets.UTF_8);
        });
  }

  private void copy(String from, String to) {
    change(to, old -> read(approvals.resolve(from)));
  }

  private void copyAll(Path from, Path to) {
    try {
      Files.createDirectories(to);
      for (String role : List.of("ethics-committee", "privacy-officer", "client-council")) {
        for (String end : List.of(".json", ".json.p7s")) {
          Files.copy(from.resolve(role + end), to.resolve(role + end));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void flipLastBit(String name) {
    change(
        name,
        bytes -> {
          bytes[bytes.length - 1] ^= 1;
          return bytes;
        });
  }

  private void lengthen(String name) {
    change(name, bytes -> java.util.Arrays.copyOf(bytes, bytes.length + 1));
  }

  private void empty(String name) {
    change(name, bytes -> new byte[0]);
  }

  private void change(String name, java.util.function.UnaryOperator<byte[]> change) {
    try {
      Path file = approvals.resolve(name);
      Files.write(file, change.apply(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String right() {
    try (InputStream in = ApprovalsTest.class.getResourceAsStream("study.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
