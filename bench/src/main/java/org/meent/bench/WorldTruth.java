// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is true in a world: months in work in two years of each recipient with a plan, had she got
 * an instrument, less what they would have been without, with whatever follows ({@code natural}) or
 * with nothing else ({@code alone}).
 */
final class WorldTruth {
  /** Names in the studies and in the world. */
  static final Map<String, String> ARMS =
      Map.of("training", "TRAINING", "conversations", "CONVERSATIONS", "orientation", "PLACEBO");

  private final Map<String, Map<Integer, Double>> natural = new HashMap<>();
  private final Map<String, Map<Integer, Double>> alone = new HashMap<>();

  private WorldTruth() {}

  /** Reads {@code truth/potential-outcomes.csv}. */
  static WorldTruth read(Path truth) throws IOException {
    WorldTruth read = new WorldTruth();
    List<String> lines = Files.readAllLines(truth.resolve("potential-outcomes.csv"));
    List<String> names = Arrays.asList(lines.getFirst().split(",", -1));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      String arm = cells[names.indexOf("arm")];
      int person = Integer.parseInt(cells[names.indexOf("person")]);
      read.put(read.natural, arm, person, cells[names.indexOf("months24")]);
      read.put(read.alone, arm, person, cells[names.indexOf("months24_alone")]);
    }
    return read;
  }

  private void put(Map<String, Map<Integer, Double>> all, String arm, int person, String cell) {
    if (!cell.isEmpty()) {
      all.computeIfAbsent(arm, name -> new HashMap<>()).put(person, Double.valueOf(cell));
    }
  }

  /** The effect of an arm on a person. */
  double effect(String arm, int person, boolean byItself) {
    Map<String, Map<Integer, Double>> all = byItself ? alone : natural;
    Double with = all.getOrDefault(ARMS.getOrDefault(arm, arm), Map.of()).get(person);
    Double without = all.getOrDefault("NONE", Map.of()).get(person);
    return with == null || without == null ? Double.NaN : with - without;
  }
}
