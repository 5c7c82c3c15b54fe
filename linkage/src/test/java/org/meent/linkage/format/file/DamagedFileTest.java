// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;

/** Damaged files: a refusal in one sentence, in both languages, and nothing else. */
class DamagedFileTest {
  @TempDir Path folder;

  static java.util.stream.Stream<String> files() throws IOException {
    return HavenGoldenTest.files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void isRefusedOrWholeAtEveryFiftiethOfItsLength(String file) throws IOException {
    byte[] whole = Files.readAllBytes(Golden.corpus(file));
    int refused = 0;
    for (int part = 0; part < 50; part++) {
      byte[] cut = Arrays.copyOf(whole, (int) ((long) whole.length * part / 50));
      if (refusal(write(file, cut)) != null) {
        refused++;
      }
    }
    // A few files carry bytes after the last row; cut there they are still whole.
    assertThat(refused).isGreaterThanOrEqualTo(file.endsWith(".sas7bdat") ? 50 : 48);
  }

  /** A deterministic stand-in for a fuzzer: bytes, numbers and pieces of real files are changed. */
  @ParameterizedTest
  @MethodSource("files")
  void mutationsGiveRowsOrARefusal(String file) throws IOException {
    byte[] whole = Files.readAllBytes(Golden.corpus(file));
    SplittableRandom random = new SplittableRandom(20_261_122L + file.hashCode());
    int rounds = whole.length > 100_000 ? 4 : whole.length > 10_000 ? 15 : 60;
    for (int round = 0; round < rounds; round++) {
      byte[] mutant = mutate(whole.clone(), random);
      org.junit.jupiter.api.Assertions.assertTimeout(
          Duration.ofSeconds(10), () -> refusal(write(file, mutant)), file + " round " + round);
    }
  }

  private static byte[] mutate(byte[] bytes, SplittableRandom random) {
    int head = Math.min(bytes.length, random.nextBoolean() ? 2000 : bytes.length);
    for (int change = random.nextInt(1, 5); change > 0; change--) {
      int at = random.nextInt(head);
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> number(bytes, at, 0x7fff_ffff);
        case 3 -> number(bytes, at, -random.nextInt(3));
        case 4 -> number(bytes, at, 1 << random.nextInt(31));
        default -> {
          int from = random.nextInt(bytes.length);
          int length = Math.min(random.nextInt(64), bytes.length - Math.max(from, at));
          System.arraycopy(bytes.clone(), from, bytes, at, length);
        }
      }
    }
    return bytes;
  }

  private static void number(byte[] bytes, int at, int value) {
    int place = at / 4 * 4;
    if (place + 4 <= bytes.length) {
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(place, value);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.sav", "a.zsav", "a.dta", "a.sas7bdat", "a.parquet", "a.xlsx", "a"})
  void wrongMagicIsRefused(String name) throws IOException {
    byte[] junk =
        "this is not what its name says, whatever the name may say"
            .repeat(9)
            .getBytes(StandardCharsets.US_ASCII);
    RefusalException refusal = refusal(write(name, junk));
    assertThat(refusal).isNotNull();
  }

  @Test
  void anEncryptedFileIsNamedSo() throws IOException {
    byte[] head = new byte[100];
    head[0] = 0x1c;
    System.arraycopy("ENCRYPTEDSAV".getBytes(StandardCharsets.US_ASCII), 0, head, 8, 12);
    assertThatThrownBy(() -> DataFile.open(write("secret.sav", head)))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("encrypted with a password");
  }

  @Test
  void twoVariablesOfOneNameAreRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(Golden.corpus("pyreadstat_sample.sav"));
    replace(bytes, "mynum", "mychr");
    replace(bytes, "mychar", "mychr\t");
    assertThat(code(write("a.sav", bytes))).startsWith("linkage.");
    assertThat(code(write("a.csv", "x;y;x\n1;2;3\n".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("linkage.file.duplicate-column");
    byte[] dta = Files.readAllBytes(Golden.corpus("pyreadstat_sample.dta"));
    replace(dta, "mylabl", "mychar");
    assertThat(code(write("a.dta", dta))).isEqualTo("linkage.file.duplicate-column");
  }

  @Test
  void labelsThatPointOutsideAreRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(Golden.corpus("haven_labelled-num.sav"));
    ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 176; at + 12 <= bytes.length; at += 4) {
      if (all.getInt(at) == 4 && all.getInt(at + 4) == 1 && all.getInt(at + 8) == 1) {
        all.putInt(at + 8, 77);
        break;
      }
    }
    assertThat(code(write("a.sav", bytes))).isEqualTo("linkage.sav.label-target");
  }

  @Test
  void aClaimOfTwoToTheThirtyFirstColumnsCostsNothing() throws IOException {
    String start = "<stata_dta><header><release>119</release><byteorder>LSF</byteorder><K>";
    ByteArrayOutputStream dta = new ByteArrayOutputStream();
    dta.writeBytes(start.getBytes(StandardCharsets.US_ASCII));
    dta.writeBytes(new byte[] {0, 0, 0, (byte) 0x80});
    dta.writeBytes("</K><N>".getBytes(StandardCharsets.US_ASCII));
    dta.writeBytes(new byte[8]);
    dta.writeBytes("</N><label>".getBytes(StandardCharsets.US_ASCII));
    dta.writeBytes(new byte[2]);
    dta.writeBytes("</label><timestamp>".getBytes(StandardCharsets.US_ASCII));
    dta.writeBytes(new byte[1]);
    dta.writeBytes("</timestamp></header><map>".getBytes(StandardCharsets.US_ASCII));
    dta.writeBytes(new byte[112]);
    dta.writeBytes("</map><variable_types>".getBytes(StandardCharsets.US_ASCII));
    assertThat(code(write("a.dta", dta.toByteArray()))).isEqualTo("linkage.file.truncated");
  }

  @Test
  void rowsFewerThanDeclaredAreRefused() throws IOException {
    byte[] sav = Files.readAllBytes(Golden.corpus("LANDAKTUEELREF10.sav"));
    ByteBuffer.wrap(sav).order(ByteOrder.LITTLE_ENDIAN).putInt(80, 317);
    assertThat(code(write("a.sav", sav))).isEqualTo("linkage.file.short");
    byte[] packed = Files.readAllBytes(Golden.corpus("pyreadstat_sample.sav"));
    ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).putInt(80, 6);
    assertThat(code(write("a.sav", packed))).startsWith("linkage.");
  }

  @Test
  void unknownNumberOfRowsIsReadToTheEnd() throws IOException {
    byte[] sav = Files.readAllBytes(Golden.corpus("pyreadstat_sample.sav"));
    ByteBuffer.wrap(sav).order(ByteOrder.LITTLE_ENDIAN).putInt(80, -1);
    assertThat(FileReport.show(write("a.sav", sav)).schema().rows()).isEqualTo(5);
  }

  /** A block that inflates to 256 MB where 4 MB are declared stops at once. */
  @Test
  void aBombIsRefusedInLittleMemory() throws IOException {
    Path target = folder.resolve("bomb.zsav");
    Conversion.convert(Golden.corpus("pyreadstat_sample.sav"), target, List.of());
    byte[] good = Files.readAllBytes(target);
    int headerAt = -1;
    for (int at = 176; at < good.length - 24 && headerAt < 0; at++) {
      if (ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).getLong(at) == at && at > 500) {
        headerAt = at;
      }
    }
    byte[] bomb = deflatedZeros(1 << 28);
    ByteBuffer out =
        ByteBuffer.allocate(headerAt + 24 + bomb.length + 48).order(ByteOrder.LITTLE_ENDIAN);
    out.put(good, 0, headerAt).putLong(headerAt).putLong(headerAt + 24 + bomb.length).putLong(48);
    out.put(bomb).putLong(-100).putLong(0).putInt(0x3ff000).putInt(1);
    out.putLong(headerAt).putLong(headerAt + 24).putInt(0x3ff000).putInt(bomb.length);
    assertThat(code(write("bomb.zsav", out.array()))).isEqualTo("linkage.sav.zlib");
  }

  private static byte[] deflatedZeros(int length) {
    Deflater deflater = new Deflater(9);
    byte[] zeros = new byte[1 << 16];
    byte[] some = new byte[1 << 16];
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    for (int done = 0; done < length; done += zeros.length) {
      deflater.setInput(zeros);
      while (!deflater.needsInput()) {
        packed.write(some, 0, deflater.deflate(some));
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      packed.write(some, 0, deflater.deflate(some));
    }
    return packed.toByteArray();
  }

  private static void replace(byte[] bytes, String from, String to) {
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    byte[] with = to.getBytes(StandardCharsets.ISO_8859_1);
    for (int at = all.indexOf(from); at >= 0; at = all.indexOf(from, at + 1)) {
      System.arraycopy(with, 0, bytes, at, with.length);
    }
  }

  private Path write(String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String code(Path file) {
    RefusalException refusal = refusal(file);
    return refusal == null ? "" : refusal.refusals().getFirst().code();
  }

  /** Reads all of a file; returns the refusal, if any, after looking at its sentences. */
  @org.jspecify.annotations.Nullable
  private static RefusalException refusal(Path file) {
    try {
      FileReport.show(file);
      return null;
    } catch (RefusalException e) {
      assertThat(e.refusals()).hasSize(1);
      Refusal refusal = e.refusals().getFirst();
      for (Locale locale : List.of(Locale.ENGLISH, Locale.of("nl"))) {
        assertThat(refusal.sentence(locale)).doesNotContain("{", "\n");
      }
      return e;
    }
  }
}
