// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.encode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import org.meent.linkage.compare.FoldedText;
import org.meent.linkage.match.FieldKind;
import org.meent.protocols.literature.Reference;
import org.meent.protocols.run.RandomStream;

/**
 * Bloom filters of the pieces (q-grams) of values. The bits of a piece are drawn by a generator
 * whose seed is the keyed hash of the piece (random hashing), so that no arithmetic between its
 * bits betrays it; each field has a key of its own.
 */
final class BloomFilters {
  private final EncodingPlan plan;
  private final EncodingKey key;
  private final Map<String, Mac> hashes = new HashMap<>();
  private final Map<String, int[]> bits = new HashMap<>();
  private final int[] shuffle;

  BloomFilters(EncodingPlan plan, EncodingKey key) {
    this.plan = plan;
    this.key = key;
    this.shuffle = shuffle();
  }

  /** Sets the bits of a value; nothing for an empty one. */
  @Reference(
      authors = "R. Schnell, T. Bachteler, J. Reiher (2009)",
      title = "Privacy-preserving record linkage using Bloom filters",
      source = "BMC Medical Informatics and Decision Making 9, 41",
      url = "https://doi.org/10.1186/1472-6947-9-41")
  void add(long[] filter, EncodingPlan.FieldPlan field, String value) {
    for (String piece : pieces(field, value)) {
      for (int bit : bits.computeIfAbsent(field.column() + '\n' + piece, k -> bits(field, piece))) {
        filter[bit >>> 6] |= 1L << bit;
      }
    }
  }

  long[] empty() {
    return new long[plan.bits() / 64];
  }

  /** The pieces of a value as it is written for comparison. */
  static Set<String> pieces(EncodingPlan.FieldPlan field, String value) {
    boolean spaced = field.kind() == FieldKind.ADDRESS || field.kind() == FieldKind.PLACE;
    String written = spaced ? FoldedText.fold(value) : FoldedText.compact(value);
    Set<String> pieces = new LinkedHashSet<>();
    if (written.isEmpty()) {
      return pieces;
    }
    String pad = field.padding() ? "_".repeat(field.grams() - 1) : "";
    String padded = pad + written + pad;
    for (int i = 0; i + field.grams() <= padded.length(); i++) {
      String place = field.kind() == FieldKind.DATE_OF_BIRTH ? i + ":" : "";
      pieces.add(place + padded.substring(i, i + field.grams()));
    }
    if (pieces.isEmpty()) {
      pieces.add(padded);
    }
    return pieces;
  }

  @Reference(
      authors = "R. Schnell, C. Borgs (2016)",
      title =
          "Randomized response and balanced Bloom filters for privacy preserving record linkage",
      source = "ICDM Workshops 2016, 218-224",
      url = "https://doi.org/10.1109/ICDMW.2016.0038")
  long[] hardened(long[] filter) {
    long[] hardened = filter;
    for (EncodingPlan.Hardening step : plan.hardening()) {
      hardened =
          switch (step) {
            case XOR_FOLD -> folded(hardened);
            case BALANCE -> balanced(hardened);
          };
    }
    return hardened;
  }

  private static long[] folded(long[] filter) {
    long[] half = new long[filter.length / 2];
    for (int w = 0; w < half.length; w++) {
      half[w] = filter[w] ^ filter[w + half.length];
    }
    return half;
  }

  private long[] balanced(long[] filter) {
    int length = filter.length * 64;
    long[] both = new long[2 * filter.length];
    int to = 0;
    for (int target : shuffle) {
      if (target >= 2 * length) {
        continue;
      }
      int from = target % length;
      boolean one = (filter[from >>> 6] >>> from & 1) != 0;
      if (one == target < length) {
        both[to >>> 6] |= 1L << to;
      }
      to++;
    }
    return both;
  }

  private int[] bits(EncodingPlan.FieldPlan field, String piece) {
    Mac mac = hashes.computeIfAbsent(field.column(), key::hash);
    long seed = seed(mac.doFinal(piece.getBytes(StandardCharsets.UTF_8)));
    RandomStream random = RandomStream.of(seed);
    int[] drawn = new int[field.hashes()];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = random.nextInt(plan.bits());
    }
    return drawn;
  }

  private static long seed(byte[] hash) {
    return ByteBuffer.wrap(hash).getLong();
  }

  /** A keyed order of the bits of the longest filter that balancing can make. */
  private int[] shuffle() {
    RandomStream random =
        RandomStream.of(seed(key.hash("shuffle").doFinal(new byte[0])), "shuffle");
    int[] order = new int[2 * plan.bits()];
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** The columns of an encoded file behind the id. */
  static List<String> columns(EncodingPlan plan) {
    return switch (plan.method()) {
      case PSEUDONYM -> List.of("pseudonym");
      case RECORD -> List.of("encoding");
      case FIELD -> plan.fields().stream().map(f -> f.column() + "_encoding").toList();
    };
  }
}
