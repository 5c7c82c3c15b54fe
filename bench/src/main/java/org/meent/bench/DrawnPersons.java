// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.meent.protocols.run.RandomStream;

/**
 * Made-up persons and the records that two files, or one, hold of them: shapes of files that
 * linkage meets in practice, with errors at a drawn rate. Who was born abroad has twice the errors.
 */
final class DrawnPersons {
  /** What a file looks like. */
  enum Shape {
    /** Names, date of birth, sex, address, country. */
    REGISTER,
    /** The same with particles, married names in either order, 1 January for unknown days. */
    DUTCH,
    /** Given name, surname, date of birth and nothing else. */
    FEW_FIELDS,
    /** As a register, but a third of all values is missing. */
    MISSING,
    /** One file that holds persons one to six times. */
    DUPLICATES,
    /** Names in each other's place, day and month in each other's place. */
    SWAPPED
  }

  /**
   * How the files of a seed are drawn.
   *
   * @param shape what they look like
   * @param persons persons in the left file
   * @param overlap share of them whom the right file holds too
   * @param errors share of the values that are written wrongly
   * @param removed share of the right file that was lost
   */
  record Design(Shape shape, int persons, double overlap, double errors, double removed) {
    static Design of(long seed) {
      RandomStream random = RandomStream.of(seed, "design");
      Shape[] shapes = Shape.values();
      int[] sizes = {300, 1000, 3000};
      double[] overlaps = {0.2, 0.5, 0.9};
      double[] errors = {0.02, 0.05, 0.1, 0.2, 0.3};
      return new Design(
          shapes[(int) Math.floorMod(seed, (long) shapes.length)],
          sizes[random.nextInt(sizes.length)],
          overlaps[random.nextInt(overlaps.length)],
          errors[random.nextInt(errors.length)],
          random.nextInt(4) == 0 ? 0.4 : 0);
    }
  }

  /** The person of each record, by id. */
  private final Map<String, Integer> person = new LinkedHashMap<>();

  private final List<String> left = new ArrayList<>();
  private final List<String> right = new ArrayList<>();
  private final Design design;
  private final long seed;

  private DrawnPersons(Design design, long seed) {
    this.design = design;
    this.seed = seed;
  }

  static DrawnPersons of(Design design, long seed) {
    DrawnPersons drawn = new DrawnPersons(design, seed);
    String header =
        design.shape() == Shape.FEW_FIELDS
            ? "id,first_name,surname,dob"
            : "id,first_name,surname,dob,sex,postcode,house_no,country";
    drawn.left.add(header);
    drawn.right.add(header);
    if (design.shape() == Shape.DUPLICATES) {
      drawn.drawOneFile();
    } else {
      drawn.drawTwoFiles();
    }
    return drawn;
  }

  private void drawOneFile() {
    for (int p = 0; left.size() <= design.persons(); p++) {
      RandomStream random = RandomStream.of(seed, "copies", p);
      int copies = 1;
      while (copies < 6 && random.nextDouble() < design.overlap()) {
        copies++;
      }
      for (int copy = 0; copy < copies; copy++) {
        add(left, "r", p, copy, copy == 0 ? 0.1 : 1);
      }
    }
  }

  private void drawTwoFiles() {
    int n = design.persons();
    int shift = (int) Math.round(n * (1 - design.overlap()));
    for (int p = 0; p < n; p++) {
      add(left, "a", p, 0, 0.1);
    }
    for (int p = shift; p < n + shift; p++) {
      if (RandomStream.of(seed, "removed", p).nextDouble() >= design.removed()) {
        add(right, "b", p, 1, 1);
      }
    }
  }

  private void add(List<String> file, String prefix, int p, int copy, double rate) {
    DrawnRecord record = DrawnRecord.of(seed, p, design.shape());
    RandomStream random = RandomStream.of(seed, "written", p, copy);
    List<String> cells = record.written(design.shape(), design.errors() * rate, random);
    String id = prefix + (100_000 + random.nextInt(800_000)) + "x" + file.size();
    person.put(id, p);
    file.add(id + "," + String.join(",", cells));
  }

  boolean isOneFile() {
    return right.size() == 1;
  }

  List<String> left() {
    return left;
  }

  List<String> right() {
    return right;
  }

  /** The number of the person of a record. */
  int person(String id) {
    return person.getOrDefault(id, -1);
  }

  /** The ids of the left file with the value of its last column: country, or date of birth. */
  Map<String, String> groups() {
    Map<String, String> groups = new LinkedHashMap<>();
    for (String line : left.subList(1, left.size())) {
      groups.put(line.substring(0, line.indexOf(',')), line.substring(line.lastIndexOf(',') + 1));
    }
    return groups;
  }
}
