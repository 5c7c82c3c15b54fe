// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.encode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.meent.protocols.literature.Reference;

/**
 * Seeks bits that are set together as often as a frequent piece of a value occurs, takes them for
 * the bits of that piece, and takes for each record the person with the same pieces.
 */
@Reference(
    authors = "P. Christen, A. Vidanage, T. Ranbaduge, R. Schnell (2018)",
    title = "Pattern-mining based cryptanalysis of Bloom filters for privacy-preserving linkage",
    source = "PAKDD 2018, LNCS 10939, 530-542",
    url = "https://doi.org/10.1007/978-3-319-93040-4_42")
final class PatternAttack {
  private static final int PIECES = 40;
  private static final double TOLERANCE = 0.004;
  private static final int LEAST_BITS = 3;

  private PatternAttack() {}

  /** Per encoded record the person it is taken for, -1 if nobody. */
  static int[] guess(EncodingPlan plan, Encoded encoded, List<List<String>> population) {
    long[][] columns = encoded.columns();
    int n = population.size();
    int[][] fits = new int[n][n];
    boolean[] used = new boolean[columns.length];
    for (Piece piece : frequent(plan, population)) {
      long[] found = together(columns, used, piece, n);
      if (found.length == 0) {
        continue;
      }
      for (int r = 0; r < n; r++) {
        for (int p = 0; p < n; p++) {
          boolean same = has(found, r) == has(piece.holders(), p);
          fits[r][p] += same ? 1 : 0;
        }
      }
    }
    int[] guesses = new int[n];
    for (int r = 0; r < n; r++) {
      guesses[r] = FrequencyAttack.only(fits[r]);
    }
    return guesses;
  }

  /** A piece of values: how many bits it sets, and the persons who have it. */
  private record Piece(int hashes, long[] holders) {
    int count() {
      return bits(holders);
    }
  }

  private static List<Piece> frequent(EncodingPlan plan, List<List<String>> population) {
    Map<String, Piece> pieces = new LinkedHashMap<>();
    int n = population.size();
    for (int f = 0; f < plan.fields().size(); f++) {
      EncodingPlan.FieldPlan field = plan.fields().get(f);
      for (int p = 0; p < n; p++) {
        for (String text : BloomFilters.pieces(field, population.get(p).get(f))) {
          Piece piece =
              pieces.computeIfAbsent(
                  field.column() + '\n' + text,
                  k -> new Piece(field.hashes(), new long[(n + 63) / 64]));
          piece.holders()[p >>> 6] |= 1L << p;
        }
      }
    }
    return pieces.values().stream()
        .filter(piece -> piece.count() < 0.95 * n)
        .sorted(Comparator.comparingInt(piece -> -piece.count()))
        .limit(PIECES)
        .toList();
  }

  /** The records that have all bits of the best set for a piece; empty if no set is convincing. */
  private static long[] together(long[][] columns, boolean[] used, Piece piece, int n) {
    long[] best = new long[0];
    List<Integer> bestBits = List.of();
    int want = Math.max(LEAST_BITS, piece.hashes() * 2 / 3);
    for (int seed = 0; seed < columns.length; seed++) {
      if (used[seed] || bits(columns[seed]) < piece.count()) {
        continue;
      }
      List<Integer> set = new ArrayList<>(List.of(seed));
      long[] all = columns[seed].clone();
      for (int bit = 0; bit < columns.length && set.size() < piece.hashes(); bit++) {
        long[] both = and(all, columns[bit]);
        if (bit != seed && !used[bit] && bits(both) >= piece.count() * (1 - TOLERANCE)) {
          all = both;
          set.add(bit);
        }
      }
      boolean fits = Math.abs(bits(all) - piece.count()) <= TOLERANCE * n;
      if (fits && set.size() >= want && set.size() > bestBits.size()) {
        best = all;
        bestBits = set;
      }
    }
    bestBits.forEach(bit -> used[bit] = true);
    return best;
  }

  private static long[] and(long[] a, long[] b) {
    long[] both = new long[a.length];
    for (int w = 0; w < a.length; w++) {
      both[w] = a[w] & b[w];
    }
    return both;
  }

  private static int bits(long[] set) {
    int bits = 0;
    for (long word : set) {
      bits += Long.bitCount(word);
    }
    return bits;
  }

  private static boolean has(long[] set, int member) {
    return (set[member >>> 6] >>> member & 1) != 0;
  }
}
