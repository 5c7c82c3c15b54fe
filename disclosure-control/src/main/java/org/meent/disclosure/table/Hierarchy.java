// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * The codes of one dimension and how they add up. Code 0 is the total; then come the codes of each
 * tier, sorted. A code that is no sum of others is a leaf; every other code is the sum of its parts
 * in one or several ways, so that a code may lie in several groups.
 */
public final class Hierarchy {
  /** The code of the whole. */
  public static final String TOTAL = "Total";

  private final String name;
  private final List<String> codes = new ArrayList<>();
  private final Map<String, Integer> index = new TreeMap<>();
  private final List<String> tierOf = new ArrayList<>();
  private final List<List<int[]>> splits = new ArrayList<>();
  private final List<BitSet> leaves = new ArrayList<>();
  private final int[][] layers;

  private Hierarchy(
      String name, SequencedMap<String, ? extends Collection<String>> tiers, List<Split> ways) {
    this.name = name;
    add(TOTAL, "");
    tiers.forEach((tier, of) -> new TreeSet<>(of).forEach(code -> add(code, tier)));
    ways.forEach(this::split);
    for (int node = 0; node < codes.size(); node++) {
      leaves(node, new BitSet());
    }
    check();
    layers = layers();
  }

  /**
   * One way in which a code is the sum of others.
   *
   * @param whole the code
   * @param parts the others, no leaf in two of them
   */
  record Split(String whole, List<String> parts) {}

  /**
   * Builds a hierarchy.
   *
   * @param name the dimension
   * @param tiers codes by tier, the finest tier last
   * @param splits how codes add up; the total must be split, and every leaf must be in it
   * @throws org.meent.protocols.refusal.RefusalException if a code stands on two tiers, is part of
   *     itself, is missing, or stands twice in a sum
   */
  static Hierarchy of(
      String name, SequencedMap<String, ? extends Collection<String>> tiers, List<Split> splits) {
    return new Hierarchy(name, tiers, splits);
  }

  /**
   * The same with coarser leaves. Leaves that become one code must lie below the same other codes.
   *
   * @param into the new code of each leaf that changes; it may be one of the codes above
   */
  Hierarchy coarser(Map<String, String> into) {
    TreeSet<String> fine = new TreeSet<>(into.values());
    SequencedMap<String, TreeSet<String>> tiers = new LinkedHashMap<>();
    List<Split> ways = new ArrayList<>();
    for (int node = 0; node < codes.size(); node++) {
      String code = codes.get(node);
      for (int[] parts : fine.contains(code) ? List.<int[]>of() : splits.get(node)) {
        ways.add(
            new Split(
                code,
                IntStream.of(parts)
                    .mapToObj(part -> into.getOrDefault(codes.get(part), codes.get(part)))
                    .distinct()
                    .toList()));
      }
      boolean stays = node > 0 && !into.containsKey(code) && !fine.contains(code);
      Collection<String> tier = tiers.computeIfAbsent(tierOf.get(node), name -> new TreeSet<>());
      if (stays) {
        tier.add(code);
      }
    }
    tiers.remove("");
    tiers.lastEntry().getValue().addAll(fine);
    return Hierarchy.of(name, tiers, ways);
  }

  private void add(String code, String tier) {
    if (code.chars().anyMatch(Character::isISOControl)) {
      throw refuse("disclosure.hierarchy.control");
    }
    if (index.putIfAbsent(code, codes.size()) != null) {
      throw refuse("disclosure.hierarchy.loop", code);
    }
    codes.add(code);
    tierOf.add(tier);
    splits.add(new ArrayList<>());
    leaves.add(new BitSet());
  }

  private void split(Split way) {
    int[] parts =
        way.parts().stream().sorted().mapToInt(part -> existing(way.whole(), part)).toArray();
    splits.get(existing(way.whole(), way.whole())).add(parts);
  }

  private int existing(String whole, String code) {
    int node = node(code);
    if (node < 0) {
      throw refuse("disclosure.hierarchy.no-code", whole, code);
    }
    return node;
  }

  /** The leaves below a code, found once; {@code open} holds the codes above it. */
  private BitSet leaves(int node, BitSet open) {
    BitSet found = leaves.get(node);
    if (!found.isEmpty()) {
      return found;
    }
    if (open.get(node)) {
      throw refuse("disclosure.hierarchy.part-of-itself", codes.get(node));
    }
    open.set(node);
    if (splits.get(node).isEmpty()) {
      found.set(node);
    }
    for (int[] parts : splits.get(node)) {
      BitSet sum = new BitSet();
      for (int part : parts) {
        if (sum.intersects(leaves(part, open))) {
          throw refuse("disclosure.hierarchy.counted-twice", codes.get(node), codes.get(part));
        }
        sum.or(leaves.get(part));
      }
      if (!found.isEmpty() && !found.equals(sum)) {
        throw refuse("disclosure.hierarchy.contradiction", codes.get(node));
      }
      found.or(sum);
    }
    open.clear(node);
    return found;
  }

  private void check() {
    for (int node = 1; node < codes.size(); node++) {
      if (splits.get(node).isEmpty() && !leaves.getFirst().get(node)) {
        throw refuse("disclosure.hierarchy.incomplete", codes.get(node));
      }
    }
  }

  /** Codes set apart so that no leaf lies below two codes of the same layer. */
  private int[][] layers() {
    List<BitSet> covered = new ArrayList<>();
    List<int[]> found = new ArrayList<>();
    for (int node = 0; node < codes.size(); node++) {
      BitSet below = leaves.get(node);
      int layer = 0;
      while (layer < covered.size() && covered.get(layer).intersects(below)) {
        layer++;
      }
      if (layer == covered.size()) {
        covered.add(new BitSet());
        found.add(IntStream.generate(() -> -1).limit(codes.size()).toArray());
      }
      covered.get(layer).or(below);
      int code = node;
      int[] row = found.get(layer);
      below.stream().forEach(leaf -> row[leaf] = code);
    }
    return found.toArray(int[][]::new);
  }

  private RuntimeException refuse(String code, Object... args) {
    return Refusal.badInput(code, Where.field(name), args).asException();
  }

  /** The dimension's name. */
  public String name() {
    return name;
  }

  /** Number of codes, the total included. */
  public int size() {
    return codes.size();
  }

  /** A code. */
  public String code(int node) {
    return codes.get(node);
  }

  /** The node of a code, or -1. */
  int node(String code) {
    return index.getOrDefault(code, -1);
  }

  /** All codes in order. */
  public List<String> codes() {
    return List.copyOf(codes);
  }

  /** The tier of a code, such as its column; nothing for the total. */
  String tier(int node) {
    return tierOf.get(node);
  }

  /** The ways in which a code is the sum of others; none for a leaf. */
  List<int[]> splits(int node) {
    return splits.get(node);
  }

  /** Whether every leaf below a code lies below another one too; a code lies within itself. */
  boolean within(int node, int other) {
    BitSet rest = (BitSet) leaves.get(node).clone();
    rest.andNot(leaves.get(other));
    return rest.isEmpty();
  }

  /** Number of layers. */
  int layerCount() {
    return layers.length;
  }

  /** The code of a layer that a leaf lies below, or -1. */
  int at(int layer, int leaf) {
    return layers[layer][leaf];
  }

  /** The leaves, ascending. */
  int[] leaves() {
    return leaves.getFirst().stream().toArray();
  }

  /** Every code that a leaf lies below, itself included, ascending. */
  int[] above(int leaf) {
    return IntStream.range(0, size()).filter(node -> leaves.get(node).get(leaf)).toArray();
  }

  @Override
  public String toString() {
    return name + codes;
  }
}
