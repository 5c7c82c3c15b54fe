// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.meent.protocols.run.RandomStream;

class DifferencingTest {
  private static final long LEAST = 10;

  private static ReleasedCount count(long value, String... codes) {
    TreeMap<String, String> map = new TreeMap<>();
    for (int i = 0; i < codes.length; i += 2) {
      map.put(codes[i], codes[i + 1]);
    }
    return new ReleasedCount(map, value);
  }

  private static ReleaseLedger.Entry entry(
      String release, String population, long units, String within, ReleasedCount... counts) {
    return new ReleaseLedger.Entry(release, "t", population, units, within, List.of(counts));
  }

  private static List<Difference> check(
      ReleaseLedger.Entry request, ReleaseLedger.Entry... earlier) {
    return Differencing.of(new ReleaseLedger(List.of(earlier)), List.of(request), LEAST);
  }

  @Test
  void theEquationOfADifferenceIsShownWithoutAFigure() {
    List<Difference> found =
        check(
            entry("", "young", 180, "all", count(77, "region", "A")),
            entry("r1", "all", 250, "", count(80, "region", "A")));
    assertThat(found)
        .containsExactly(
            new Difference(
                "t",
                "all without young [region=A]",
                "+ r1/t: all [region=A] - request/t: young [region=A]",
                true));
  }

  @Test
  void theSamePopulationWithOneRecordMoreIsFound() {
    assertThat(check(entry("", "all", 251, ""), entry("r1", "all", 250, ""))).hasSize(1);
    assertThat(check(entry("", "all", 250, ""), entry("r1", "all", 250, ""))).isEmpty();
  }

  @Test
  void whatOneReleaseLeavesOutAnotherGivesBack() {
    ReleaseLedger.Entry total =
        entry("r1", "all", 100, "", count(55, "age", "a|b"), count(36, "age", "b|c"));
    assertThat(check(entry("", "all", 100, "", count(81, "age", "a|c")), total))
        .as("a+b, b+c and a+c together give each by itself")
        .isNotEmpty();
    assertThat(check(entry("", "all", 100, ""), total)).isEmpty();
  }

  private static ReleasedAmount amount(String measure, long units, String... codes) {
    OptionalLong behind = units < 0 ? OptionalLong.empty() : OptionalLong.of(units);
    return new ReleasedAmount(measure, count(0, codes).codes(), behind);
  }

  private static ReleaseLedger.Entry amounts(
      String release, String population, long units, String within, ReleasedAmount... amounts) {
    return new ReleaseLedger.Entry(
        release, "t", population, units, within, List.of(), List.of(amounts));
  }

  /** Earnings of 80 and of the 77 young among them give the earnings of three. */
  @Test
  void sumsOfNestedPopulationsGiveTheSumOfFew() {
    ReleaseLedger.Entry earlier = amounts("r1", "all", 250, "", amount("pay", 80, "region", "A"));
    assertThat(check(amounts("", "young", 180, "all", amount("pay", 77, "region", "A")), earlier))
        .containsExactly(
            new Difference(
                "t",
                "pay of all without young [region=A]",
                "+ r1/t: pay of all [region=A] - request/t: pay of young [region=A]",
                true));
    assertThat(check(amounts("", "young", 180, "all", amount("pay", 60, "region", "A")), earlier))
        .isEmpty();
    assertThat(check(amounts("", "young", 180, "all", amount("hours", 77, "region", "A")), earlier))
        .isEmpty();
  }

  /** The total and all parts but one, in three releases, give the sum of the one. */
  @Test
  void combinationsOverSeveralReleasesAreFoundForAmounts() {
    ReleaseLedger.Entry whole = amounts("r1", "all", 250, "", amount("pay", 250));
    ReleaseLedger.Entry north = amounts("r2", "all", 250, "", amount("pay", 120, "region", "N"));
    ReleaseLedger.Entry south = amounts("", "all", 250, "", amount("pay", 124, "region", "S"));
    assertThat(check(south, whole, north))
        .containsExactly(
            new Difference(
                "t",
                "pay of all [region=*]",
                "+ r1/t: pay of all - r2/t: pay of all [region=N] - request/t: pay of all"
                    + " [region=S]",
                true));
  }

  /** Units that nobody told are found by a count that was published, or said to be unknown. */
  @Test
  void unitsThatAreNotKnownAreSaidToBe() {
    ReleaseLedger.Entry earlier = amounts("r1", "all", 250, "", amount("pay", -1, "region", "A"));
    ReleaseLedger.Entry request =
        amounts("", "young", 180, "all", amount("pay", 60, "region", "A"));
    assertThat(check(request, earlier)).singleElement().matches(found -> !found.counted());
    ReleaseLedger.Entry counts = entry("r0", "all", 250, "", count(80, "region", "A"));
    assertThat(check(request, counts, earlier)).isEmpty();
    ReleaseLedger.Entry fewer = entry("r0", "all", 250, "", count(65, "region", "A"));
    assertThat(check(request, fewer, earlier)).singleElement().matches(Difference::counted);
  }

  @Test
  void disjointPopulationsRaiseNoAlarm() {
    for (int c = 0; c < 50; c++) {
      RandomStream random = RandomStream.of(5, "disjoint", c);
      List<ReleaseLedger.Entry> earlier = new ArrayList<>();
      for (int p = 0; p < 5; p++) {
        earlier.add(table(random, "r" + p, "p" + p, ""));
      }
      assertThat(
              Differencing.of(
                  new ReleaseLedger(earlier), List.of(table(random, "", "new", "")), LEAST))
          .isEmpty();
    }
  }

  private static ReleaseLedger.Entry table(
      RandomStream random, String release, String population, String within) {
    long units = 0;
    List<ReleasedCount> counts = new ArrayList<>();
    for (int r = 0; r < 4; r++) {
      long value = 20 + random.nextInt(200);
      units += value;
      counts.add(count(value, "region", "R" + r));
    }
    return new ReleaseLedger.Entry(release, "t", population, units, within, counts);
  }

  /** A population that lacks one record of an earlier one, in a random cell of a random table. */
  @Test
  void everyPlantedRecordIsFound() {
    for (int c = 0; c < 100; c++) {
      RandomStream random = RandomStream.of(6, "planted", c);
      ReleaseLedger.Entry before = table(random, "r1", "all", "");
      int lacking = random.nextInt(4);
      List<ReleasedCount> counts = new ArrayList<>(before.counts());
      ReleasedCount cell = counts.get(lacking);
      counts.set(lacking, new ReleasedCount(cell.codes(), cell.value() - 1));
      ReleaseLedger.Entry request =
          new ReleaseLedger.Entry("", "t", "most", before.units() - 1, "all", counts);
      assertThat(check(request, before))
          .extracting(Difference::about)
          .contains("all without most", "all without most [region=R" + lacking + "]");
    }
  }

  /** What elimination finds is what Gaussian elimination over a dense table of doubles finds. */
  @Test
  void whatFollowsIsWhatDenseEliminationFinds() {
    for (int c = 0; c < 200; c++) {
      RandomStream random = RandomStream.of(7, "dense", c);
      FigureSystem system = new FigureSystem();
      int figures = 12;
      long[] truth = new long[figures];
      for (int f = 0; f < figures; f++) {
        truth[f] = random.nextInt(50);
        int place = system.place(Figure.of("p" + f, Figure.UNITS, new TreeMap<>()));
        if (f < 5) {
          system.know(place, truth[f]);
        }
      }
      for (int r = 0; r < 7; r++) {
        TreeMap<Integer, Byte> relation = new TreeMap<>();
        int slack = system.place(Figure.of("s" + r, Figure.UNITS, new TreeMap<>()));
        for (int k = 0; k < 3; k++) {
          int f = random.nextInt(figures);
          relation.put(f, (byte) (random.nextInt(2) * 2 - 1));
        }
        long sum = 0;
        for (Map.Entry<Integer, Byte> term : relation.entrySet()) {
          sum += term.getValue() * truth[term.getKey()];
        }
        relation.put(slack, (byte) -1);
        system.know(slack, sum);
        int[] places = relation.keySet().stream().mapToInt(Integer::intValue).toArray();
        byte[] signs = new byte[places.length];
        for (int k = 0; k < signs.length; k++) {
          signs[k] = relation.getOrDefault(places[k], (byte) 0);
        }
        system.relations.add(new Relation(places, signs));
      }
      Elimination elimination = new Elimination(system);
      boolean[] follows = dense(system, figures);
      for (int f = 5; f < figures; f++) {
        assertThat(elimination.follows(f)).as("case " + c).isEqualTo(follows[f]);
        if (follows[f]) {
          assertThat(elimination.units(f)).isEqualTo(truth[f]);
        }
      }
    }
  }

  private static boolean[] dense(FigureSystem system, int figures) {
    double[][] rows = new double[system.relations.size()][figures];
    for (int r = 0; r < rows.length; r++) {
      Relation relation = system.relations.get(r);
      for (int k = 0; k < relation.figures().length; k++) {
        if (!system.isPublished(relation.figures()[k])) {
          rows[r][relation.figures()[k]] = relation.signs()[k];
        }
      }
    }
    int rank = 0;
    for (int f = 0; f < figures && rank < rows.length; f++) {
      int pivot = rank;
      for (int r = rank; r < rows.length; r++) {
        pivot = Math.abs(rows[r][f]) > Math.abs(rows[pivot][f]) ? r : pivot;
      }
      if (Math.abs(rows[pivot][f]) < 1e-9) {
        continue;
      }
      double[] row = rows[pivot];
      rows[pivot] = rows[rank];
      rows[rank] = row;
      for (int r = 0; r < rows.length; r++) {
        double factor = r == rank ? 0 : rows[r][f] / row[f];
        for (int k = 0; k < figures; k++) {
          rows[r][k] -= factor * row[k];
        }
      }
      rank++;
    }
    boolean[] follows = new boolean[figures];
    for (int r = 0; r < rank; r++) {
      int last = -1;
      int count = 0;
      for (int f = 0; f < figures; f++) {
        if (Math.abs(rows[r][f]) > 1e-9) {
          last = f;
          count++;
        }
      }
      if (count == 1) {
        follows[last] = true;
      }
    }
    return follows;
  }
}
