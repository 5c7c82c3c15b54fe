// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * The codes of one dimension as a tree. Code 0 is the total; then come the codes of each level,
 * coarse to fine, sorted. Every leaf lies on the finest level.
 */
public final class Hierarchy {
  /** The code of the whole. */
  public static final String TOTAL = "Total";

  private final String name;
  private final List<String> codes;
  private final Map<String, Integer> index;
  private final int[] parent;
  private final int[] level;
  private final int levels;
  private final int[][] children;

  private Hierarchy(
      String name,
      Map<String, Integer> index,
      List<String> codes,
      int[] parent,
      int[] level,
      int levels) {
    this.index = index;
    this.name = name;
    this.codes = List.copyOf(codes);
    this.parent = parent;
    this.level = level;
    this.levels = levels;
    children = new int[parent.length][];
    List<List<Integer>> lists = new ArrayList<>();
    for (int i = 0; i < parent.length; i++) {
      lists.add(new ArrayList<>());
    }
    for (int i = 1; i < parent.length; i++) {
      lists.get(parent[i]).add(i);
    }
    for (int i = 0; i < parent.length; i++) {
      children[i] = lists.get(i).stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /**
   * Builds the tree from the parent of each code, level by level.
   *
   * @param name the dimension
   * @param parents for each level from coarse to fine, the parent of each code; the parent of a
   *     coarsest code is {@link #TOTAL}
   * @throws org.meent.protocols.refusal.RefusalException if a code stands on two levels (which
   *     makes a loop), is called like the total, or its parent is missing
   */
  public static Hierarchy of(String name, List<Map<String, String>> parents) {
    Map<String, Integer> index = new TreeMap<>();
    List<String> codes = new ArrayList<>();
    List<Integer> parent = new ArrayList<>();
    List<Integer> level = new ArrayList<>();
    index.put(TOTAL, 0);
    codes.add(TOTAL);
    parent.add(-1);
    level.add(0);
    for (int l = 0; l < parents.size(); l++) {
      for (Map.Entry<String, String> entry : new TreeMap<>(parents.get(l)).entrySet()) {
        Integer above = index.get(entry.getValue());
        if (above == null || level.get(above) != l) {
          throw refuse("disclosure.hierarchy.no-parent", name, entry.getKey(), entry.getValue());
        }
        if (index.putIfAbsent(entry.getKey(), codes.size()) != null) {
          throw refuse("disclosure.hierarchy.loop", name, entry.getKey());
        }
        codes.add(entry.getKey());
        parent.add(above);
        level.add(l + 1);
      }
    }
    return new Hierarchy(
        name,
        index,
        codes,
        parent.stream().mapToInt(Integer::intValue).toArray(),
        level.stream().mapToInt(Integer::intValue).toArray(),
        parents.size() + 1);
  }

  private static RuntimeException refuse(String code, String name, Object... args) {
    return Refusal.badInput(code, Where.field(name), args).asException();
  }

  /** The dimension's name. */
  public String name() {
    return name;
  }

  /** Number of codes, the total included. */
  public int size() {
    return parent.length;
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
    return codes;
  }

  /** The node above, or -1 for the total. */
  int parent(int node) {
    return parent[node];
  }

  /** The level from 0, the total's. */
  int level(int node) {
    return level[node];
  }

  /** Number of levels, the total's included. */
  int levels() {
    return levels;
  }

  /** The nodes right below. */
  int[] children(int node) {
    return children[node];
  }

  /** Nodes of a level, ascending. */
  int[] nodes(int wanted) {
    return java.util.stream.IntStream.range(0, size()).filter(i -> level[i] == wanted).toArray();
  }

  /** The node of a finest code as seen on each level. */
  int ancestor(int node, int wanted) {
    int at = node;
    while (level[at] > wanted) {
      at = parent[at];
    }
    return at;
  }

  @Override
  public String toString() {
    return name + Arrays.toString(level);
  }
}
