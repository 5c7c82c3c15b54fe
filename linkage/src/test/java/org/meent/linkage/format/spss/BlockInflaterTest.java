// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.spss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

/** Our inflater against the platform's, on random streams of every level and on damaged ones. */
class BlockInflaterTest {
  private final BlockInflater inflater = new BlockInflater();

  @Test
  void agreesWithThePlatform() {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 400; round++) {
      byte[] plain = plain(random);
      byte[] packed = packed(plain, random.nextInt(10), random.nextInt(3));
      assertThat(inflated(packed, plain.length)).as("round %d", round).isEqualTo(plain);
      assertThat(ok(packed, plain.length + 1)).isFalse();
      if (plain.length > 0) {
        assertThat(ok(packed, plain.length - 1)).isFalse();
      }
    }
  }

  @Test
  void damagedStreamsNeverGiveAnotherResult() throws Exception {
    SplittableRandom random = new SplittableRandom(12);
    for (int round = 0; round < 4000; round++) {
      byte[] plain = plain(random);
      byte[] packed = packed(plain, random.nextInt(10), random.nextInt(3));
      for (int change = random.nextInt(1, 4); change > 0; change--) {
        packed[random.nextInt(packed.length)] ^= (byte) (1 << random.nextInt(8));
      }
      byte[] cut = random.nextInt(3) == 0 ? Arrays.copyOf(packed, packed.length / 2) : packed;
      if (ok(cut, plain.length)) {
        Inflater platform = new Inflater();
        platform.setInput(cut);
        byte[] theirs = new byte[plain.length + 1];
        assertThat(platform.inflate(theirs)).isEqualTo(plain.length);
        platform.end();
      }
    }
  }

  private byte[] inflated(byte[] packed, int length) {
    byte[] out = new byte[length + BlockInflater.SLACK];
    byte[] padded = Arrays.copyOf(packed, packed.length + BlockInflater.PADDING);
    assertThat(inflater.inflate(padded, packed.length, out, length)).isTrue();
    return Arrays.copyOf(out, length);
  }

  private boolean ok(byte[] packed, int length) {
    byte[] padded = Arrays.copyOf(packed, packed.length + BlockInflater.PADDING);
    byte[] out = new byte[length + BlockInflater.SLACK];
    return inflater.inflate(padded, packed.length, out, length);
  }

  private static byte[] plain(SplittableRandom random) {
    byte[] plain = new byte[random.nextInt(1 << random.nextInt(1, 17))];
    int alphabet = 1 + random.nextInt(256);
    for (int i = 0; i < plain.length; i++) {
      boolean repeat = i > 40 && random.nextInt(4) > 0;
      plain[i] = repeat ? plain[i - 1 - random.nextInt(3) * 13] : (byte) random.nextInt(alphabet);
    }
    return plain;
  }

  private static byte[] packed(byte[] plain, int level, int strategy) {
    Deflater deflater = new Deflater(level);
    deflater.setStrategy(strategy);
    deflater.setInput(plain);
    deflater.finish();
    byte[] packed = new byte[plain.length * 2 + 100];
    int length = 0;
    while (!deflater.finished()) {
      length += deflater.deflate(packed, length, packed.length - length);
    }
    deflater.end();
    return Arrays.copyOf(packed, length);
  }
}
