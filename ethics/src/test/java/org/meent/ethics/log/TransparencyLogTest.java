// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.ethics.log.LogEntry.Event;
import org.meent.protocols.refusal.RefusalException;

/** The log keeps what was appended, tells of every change, and survives a cut. */
class TransparencyLogTest {
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  @TempDir Path home;
  private TransparencyLog log;
  private Path entries;
  private Path head;

  @BeforeEach
  void open() {
    log = TransparencyLog.of(home);
    entries = home.resolve("log/entries.jsonl");
    head = home.resolve("log/head.json");
  }

  @Test
  void keepsWhatWasAppended() {
    assertThat(log.verify().size()).isZero();
    fill(3);
    assertThat(log.verify().size()).isEqualTo(3);
    assertThat(log.entries()).extracting(LogEntry::seq).containsExactly(0L, 1L, 2L);
    assertThat(log.entries().get(1).event()).isEqualTo(event(1));
    assertThat(log.entries().get(1).time()).isEqualTo(NOON.plusSeconds(1));
    assertThat(log.entriesOf("study-1")).hasSize(1);
  }

  @Test
  void writesCanonicalLines() throws IOException {
    log.append(NOON.plusNanos(5), event(0));
    assertThat(Files.readString(entries))
        .isEqualTo(
            "{\"actor\":\"A. Auteur\",\"digest\":\"ab\",\"kind\":\"run.started\",\"run\":\"r0\","
                + "\"seq\":0,\"study\":\"study-0\",\"time\":\"2026-05-01T12:00:00Z\","
                + "\"version\":1,\"why\":\"improve-support\"}\n");
  }

  /** Each byte of both files is flipped, removed, doubled: nothing passes. */
  @Test
  void tellsOfEveryChangedByte() throws IOException {
    fill(2);
    for (Path file : List.of(entries, head)) {
      byte[] right = Files.readAllBytes(file);
      for (int i = 0; i < right.length; i++) {
        for (int bit : new int[] {1 << (i % 8), 0xFF}) {
          byte[] wrong = right.clone();
          wrong[i] ^= (byte) bit;
          assertRefused(file, wrong);
        }
        byte[] shorter = new byte[right.length - 1];
        System.arraycopy(right, 0, shorter, 0, i);
        System.arraycopy(right, i + 1, shorter, i, right.length - i - 1);
        assertRefused(file, shorter);
        byte[] longer = Arrays.copyOf(right, right.length + 1);
        System.arraycopy(right, i, longer, i + 1, right.length - i);
        assertRefused(file, longer);
      }
      Files.write(file, right);
    }
    assertThat(log.verify().size()).isEqualTo(2);
  }

  @Test
  void tellsOfRemovedSwappedAndForeignEntries() throws IOException {
    fill(4);
    List<String> lines = Files.readAllLines(entries);
    for (int i = 0; i < lines.size(); i++) {
      List<String> fewer = new java.util.ArrayList<>(lines);
      fewer.remove(i);
      assertRefused(entries, text(fewer));
    }
    assertRefused(entries, text(List.of(lines.get(1), lines.get(0), lines.get(2), lines.get(3))));
    assertRefused(entries, text(List.of()));
    Files.delete(entries);
    assertThat(exit()).isEqualTo(5);
    Files.write(entries, text(lines));
    Files.delete(head);
    assertThat(exit()).isEqualTo(5);
  }

  @Test
  void tellsOfAnOlderCopyToWhoHoldsAHead() throws IOException {
    fill(2);
    byte[] oldEntries = Files.readAllBytes(entries);
    byte[] oldHead = Files.readAllBytes(head);
    log.append(NOON.plusSeconds(9), event(2));
    LogHead held = log.verify();
    Files.write(entries, oldEntries);
    Files.write(head, oldHead);
    assertThat(log.verify().size()).as("by itself an older copy is whole").isEqualTo(2);
    log.append(NOON.plusSeconds(10), event(7));
    log.append(NOON.plusSeconds(11), event(8));
    assertThat(log.proveSince(held.size()).continues(held)).isFalse();
  }

  @Test
  void provesEntriesAndHistory() {
    fill(5);
    LogHead older = log.verify();
    LogEntry third = log.entries().get(2);
    fillFrom(5, 6);
    assertThat(log.proveEntry(2).includes(third)).isTrue();
    assertThat(log.proveEntry(3).includes(third)).isFalse();
    assertThat(log.proveSince(5).continues(older)).isTrue();
    assertThat(log.proveSince(4).continues(older)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> log.proveEntry(11));
    assertThatIllegalArgumentException().isThrownBy(() -> log.proveSince(12));
  }

  /**
   * An append is cut off after every ninth byte of its line; the next append mends it and says so.
   */
  @Test
  void mendsATornLineAndSaysSo() throws IOException {
    fill(2);
    byte[] oldHead = Files.readAllBytes(head);
    int before = (int) Files.size(entries);
    log.append(NOON.plusSeconds(5), event(2));
    byte[] whole = Files.readAllBytes(entries);
    for (int cut = before + 1; cut < whole.length; cut += 9) {
      Files.write(head, oldHead);
      Files.write(entries, Arrays.copyOf(whole, cut));
      assertThat(exit()).isEqualTo(5);
      log.append(NOON.plusSeconds(6), event(3));
      assertThat(log.entries())
          .extracting(entry -> entry.event().kind())
          .containsExactly("run.started", "run.started", TransparencyLog.MENDED, "run.started");
      assertThat(log.entries().get(2).event().why())
          .contains((cut - before) + " bytes of a torn line");
    }
  }

  @Test
  void mendsAHeadThatIsBehindAndSaysSo() throws IOException {
    fill(2);
    byte[] oldHead = Files.readAllBytes(head);
    log.append(NOON.plusSeconds(5), event(2));
    Files.write(head, oldHead);
    RefusalException refused = catchThrowableOfType(RefusalException.class, () -> log.verify());
    assertThat(refused).hasMessageContaining("cut off after entry 2");
    log.append(NOON.plusSeconds(6), event(3));
    assertThat(log.entries()).hasSize(5);
    assertThat(log.entries().get(2).event()).isEqualTo(event(2));
    assertThat(log.entries().get(3).event().why()).contains("the head was one behind");
  }

  @Test
  void mendsAFirstAppendThatWasCutOff() throws IOException {
    Files.createDirectories(home.resolve("log"));
    Files.writeString(entries, "{\"act");
    log.append(NOON, event(0));
    assertThat(log.entries()).hasSize(2);
  }

  @Test
  void appendsNothingToADamagedLog() throws IOException {
    fill(2);
    byte[] wrong = Files.readAllBytes(entries);
    wrong[12] ^= 1;
    Files.write(entries, wrong);
    RefusalException refused =
        catchThrowableOfType(RefusalException.class, () -> log.append(NOON, event(2)));
    assertThat(refused.exit().code()).isEqualTo(5);
    assertThat(refused.refusals().getFirst().sentence(Locale.of("nl"))).contains("logboek");
    assertThat(Files.readAllBytes(entries)).isEqualTo(wrong);
  }

  @Test
  void refusesAClockThatWasPutBack() {
    log.append(NOON, event(0));
    log.append(NOON.minusSeconds(60), event(1));
    RefusalException refused =
        catchThrowableOfType(
            RefusalException.class, () -> log.append(NOON.minusSeconds(86_400), event(2)));
    assertThat(refused).hasMessageContaining("clock");
    assertThat(log.verify().size()).isEqualTo(2);
  }

  @Test
  void takesTurnsWithOtherWriters() {
    IntStream.range(0, 24).parallel().forEach(i -> TransparencyLog.of(home).append(NOON, event(i)));
    assertThat(log.verify().size()).isEqualTo(24);
    assertThat(log.entries().stream().map(entry -> entry.event().study()).distinct()).hasSize(24);
  }

  @Test
  void keepsOneLineForTextWithLineBreaks() throws IOException {
    log.append(NOON, Event.ofEnvironment("a\nb", "note", "x\r\n{\"seq\":9}\u2028"));
    assertThat(Files.readString(entries).chars().filter(c -> c == '\n').count()).isEqualTo(1);
    assertThat(log.entries().getFirst().event().actor()).isEqualTo("a\nb");
  }

  private void assertRefused(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
    assertThat(exit()).isEqualTo(5);
  }

  private int exit() {
    RefusalException refused = catchThrowableOfType(RefusalException.class, () -> log.verify());
    return refused == null ? 0 : refused.exit().code();
  }

  private void fill(int count) {
    fillFrom(0, count);
  }

  private void fillFrom(int from, int count) {
    for (int i = from; i < from + count; i++) {
      log.append(NOON.plusSeconds(i), event(i));
    }
  }

  private static Event event(int i) {
    return new Event("A. Auteur", "run.started", "study-" + i, 1, "ab", "r" + i, "improve-support");
  }

  private static byte[] text(List<String> lines) {
    return (lines.isEmpty() ? "" : String.join("\n", lines) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
