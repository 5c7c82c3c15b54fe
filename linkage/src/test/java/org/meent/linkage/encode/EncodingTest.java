// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meent.linkage.match.LinkageJob;
import org.meent.linkage.match.LinkageResult;
import org.meent.protocols.refusal.ExitCode;
import org.meent.protocols.refusal.RefusalException;

class EncodingTest {
  private static final String FIELDS =
      """
      fields:
        - {column: given, kind: given-name, grams: 2, hashes: 8}
        - {column: surname, kind: surname, grams: 2, hashes: 10}
        - {column: born, kind: date-of-birth, grams: 1, hashes: 12}
        - {column: number, kind: code, grams: 2, hashes: 10}
      """;

  @TempDir Path folder;

  @Test
  void aKeyComesBackOnlyWithItsPassPhrase() throws IOException {
    Path store = folder.resolve("key.p12");
    Files.write(store, EncodingKey.newStore("one".toCharArray()));
    byte[] first = EncodingKey.open(store, "one".toCharArray()).hash("x").doFinal();
    assertThat(EncodingKey.open(store, "one".toCharArray()).hash("x").doFinal()).isEqualTo(first);
    assertThat(EncodingKey.open(store, "one".toCharArray()).hash("y").doFinal())
        .isNotEqualTo(first);
    refused("linkage.encode.key", () -> EncodingKey.open(store, "two".toCharArray()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[balance]", "[xor-fold]", "[xor-fold, balance]"})
  void encodedFilesLinkLikeValuesInClear(String hardening) throws IOException {
    EncodingPlan plan = plan("record", "hardening: " + hardening);
    LinkageResult result = link(plan, 300);
    long right = result.links().stream().filter(EncodingTest::isRight).count();
    assertThat(right).isGreaterThanOrEqualTo(294);
    assertThat(result.links().size() - right).isLessThanOrEqualTo(3);
  }

  @Test
  void fieldsWithFiltersOfTheirOwnLinkToo() throws IOException {
    LinkageResult result = link(plan("field", "hardening: [balance]"), 200);
    assertThat(result.links().stream().filter(EncodingTest::isRight).count())
        .isGreaterThanOrEqualTo(190);
  }

  @Test
  void balancedFiltersHaveAsManyOnesAsNoughts() throws IOException {
    EncodingPlan plan = plan("record", "hardening: [xor-fold, balance]");
    FileEncoding encoding = new FileEncoding(plan, key());
    for (List<String> person : Population.of(plan, 20, 3)) {
      byte[] filter = encoding.encode(person).getFirst();
      int ones = 0;
      for (byte b : filter) {
        ones += Integer.bitCount(b & 0xFF);
      }
      assertThat(filter).hasSize(1024 / 8);
      assertThat(ones).isEqualTo(512);
    }
  }

  @Test
  void pseudonymsAreTheSameForTheSameWrittenValuesAndKeyOnly() throws IOException {
    EncodingPlan plan = plan("pseudonym", "");
    FileEncoding encoding = new FileEncoding(plan, key());
    List<String> person = List.of("An", "de Wit", "1980-01-01", "12");
    assertThat(encoding.encode(person).getFirst())
        .isEqualTo(encoding.encode(List.of("AN", "De  Wit", "1980-01-01", "12")).getFirst())
        .isNotEqualTo(encoding.encode(List.of("Ande", "Wit", "1980-01-01", "12")).getFirst())
        .isNotEqualTo(
            new FileEncoding(plan, EncodingKey.of(new byte[32])).encode(person).getFirst());
  }

  @Test
  void anEncodedFileHoldsNoValueInClear() throws IOException {
    EncodingPlan plan = plan("record", "hardening: [balance]");
    Path out = folder.resolve("out.csv");
    encode(new FileEncoding(plan, key()), people(plan, "a", 30, false), out);
    String text = Files.readString(out);
    for (List<String> person : Population.of(plan, 30, 1)) {
      assertThat(text).doesNotContain(person.get(2)).doesNotContain(person.get(3));
    }
  }

  @Test
  void valuesInClearAreRefusedWhereEncodingsArePromised() throws IOException {
    Path clear = folder.resolve("clear.csv");
    Files.writeString(clear, "id,encoding\n1,Jan Jansen\n2,Piet Pietersen\n");
    LinkageJob job = LinkageJob.withDefaults().withLeft(clear).withRight(clear);
    refused("linkage.encode.clear-text", job::run);
    Path base64 = folder.resolve("base64.csv");
    String name = Base64.getEncoder().encodeToString("Jan Jansen".getBytes(StandardCharsets.UTF_8));
    Files.writeString(base64, "id,encoding\n1," + name + "\n2,\n3,AAAA\n");
    refused(
        "linkage.encode.clear-text",
        LinkageJob.withDefaults().withLeft(base64).withRight(base64)::run);
  }

  @Test
  void theGateTellsAWeakPlanFromAStrongOne() throws IOException {
    EncodingPlan weak = plan("field", "");
    List<AttackGate.Outcome> outcomes = new AttackGate(weak, 200).run();
    assertThat(outcomes.stream().mapToDouble(AttackGate.Outcome::rate).max().orElseThrow())
        .isGreaterThan(0.05);
    assertThatThrownBy(() -> new AttackGate(weak, 200).check(outcomes, "plan.yaml"))
        .isInstanceOfSatisfying(
            RefusalException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.REFUSED));
    EncodingPlan strong = plan("pseudonym", "");
    AttackGate gate = new AttackGate(strong, 200);
    gate.check(gate.run(), "plan.yaml");
    assertThat(gate.run()).isEqualTo(gate.run());
  }

  @Test
  void everythingWrongInAPlanIsTold() throws IOException {
    Path file = folder.resolve("plan.yaml");
    Files.writeString(
        file,
        """
        method: bloom
        id: id
        bits: 12
        limit: 3
        fields:
          - {column: a, kind: surname, grams: 2, hashes: 0}
        """);
    assertThatThrownBy(() -> EncodingPlan.read(file))
        .isInstanceOfSatisfying(
            RefusalException.class, e -> assertThat(e.refusals()).hasSizeGreaterThanOrEqualTo(4));
  }

  private static void refused(String code, ThrowingCallable step) {
    assertThatThrownBy(step)
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> assertThat(e.refusals().getFirst().code()).isEqualTo(code));
  }

  private static void encode(FileEncoding encoding, Path file, Path out) throws IOException {
    try (Writer writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
      encoding.encode(file, writer);
    }
  }

  private LinkageResult link(EncodingPlan plan, int persons) throws IOException {
    Path left = folder.resolve("left.csv");
    Path right = folder.resolve("right.csv");
    FileEncoding encoding = new FileEncoding(plan, key());
    encode(encoding, people(plan, "a", persons, false), left);
    encode(encoding, people(plan, "b", persons, true), right);
    return LinkageJob.withDefaults().withLeft(left).withRight(right).run();
  }

  /** Made-up persons; in the other file the last letter of the surname is doubled. */
  private Path people(EncodingPlan plan, String prefix, int persons, boolean errors)
      throws IOException {
    List<String> lines = new ArrayList<>(List.of("id,given,surname,born,number"));
    int number = 0;
    for (List<String> person : Population.of(plan, persons, 1)) {
      String surname = person.get(1);
      String written = errors ? surname + surname.charAt(surname.length() - 1) : surname;
      String id = prefix + (1000 + number++);
      lines.add(String.join(",", id, person.get(0), written, person.get(2), person.get(3)));
    }
    Path file = folder.resolve(prefix + ".csv");
    Files.write(file, lines);
    return file;
  }

  private static boolean isRight(LinkageResult.Link link) {
    return link.leftId().substring(1).equals(link.rightId().substring(1));
  }

  private static EncodingKey key() {
    byte[] bytes = new byte[32];
    bytes[0] = 7;
    return EncodingKey.of(bytes);
  }

  private EncodingPlan plan(String method, String line) throws IOException {
    Path file = folder.resolve("plan.yaml");
    Files.writeString(
        file, "method: " + method + "\nid: id\nbits: 1024\nlimit: 0.01\n" + line + "\n" + FIELDS);
    return EncodingPlan.read(file);
  }
}
