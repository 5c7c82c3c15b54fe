// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.verify;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Checks the proof that {@code meent protect} wrote into a folder, exactly and with the JDK alone
 * ({@code java org/meent/disclosure/verify/Verifier.java DIR}). A witness is one possible table: it
 * differs from {@code cells.csv} where cells are suppressed, keeps all sums, is whole for counts,
 * above zero if positive, negative only if signed. That cells are of the records, a recount tells.
 */
public final class Verifier {
  /** The version, to be stated beside a verdict. */
  public static final String VERSION = "meent-verifier/5";

  private static final List<String> LINES = List.of("schema", "dimension", "knows", "over", "cell");
  private static final String SCHEMA =
      "meent-certificate/2 standard (exact|interval|insider) kind (positive-|signed-)?(c|am)ounts";
  private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"|[-.\\w]+");
  private static final String COMMA = ",(?=(?:[^\"]*+\"[^\"]*+\")*+[^\"]*+$)";

  /** What was found. Faults name cells by row, from 0, and no values; without any it is proved. */
  public record Verdict(int cells, int witnesses, Set<String> faults) {}

  private record Cell(
      BigDecimal value, boolean hidden, Map<String, BigDecimal> parts, List<Integer> sums) {}

  private record Witness(BigDecimal over, Map<Integer, BigDecimal> moves, Set<String> ruledOut) {}

  private final List<String> names;
  private final List<List<String>> codes = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();
  private final Map<List<String>, Integer> places = new HashMap<>();
  private final List<Integer> wholes = new ArrayList<>();
  private final List<Witness> witnesses = new ArrayList<>();
  private final Set<Integer> unproved = new TreeSet<>();
  private final Set<String> faults = new TreeSet<>();
  private String schema = "";
  private int section;
  private BigDecimal floor = BigDecimal.ZERO; // of every cell that is left out

  private Verifier(List<String> listed, List<String> released) {
    names = List.of(listed.getFirst().split(COMMA));
    for (int cell = 0; cell < listed.size() - 1; cell++) {
      List<String> fields = List.of(listed.get(cell + 1).split(COMMA, -1));
      codes.add(fields.subList(0, names.size() - 2));
      String value = fields.get(names.size() - 2);
      String status = fields.get(names.size() - 1);
      boolean hidden = !status.equals("published");
      cells.add(new Cell(new BigDecimal(value), hidden, new HashMap<>(), new ArrayList<>()));
      fault(places.put(codes.getLast(), cell) != null, "listed twice: cell ", cell);
      String right = String.join(",", codes.getLast()) + "," + (hidden ? "." : value);
      fault(!right.equals(released.get(cell + 1)), "released: cell ", cell);
      unproved.addAll(status.equals("primary") ? Set.of(cell) : Set.of());
    }
    fault(released.size() != listed.size(), "released: cell ", cells.size());
  }

  /** Verifies a folder; files that cannot be read as a proof are an exception. */
  public static Verdict verify(Path folder) throws IOException {
    List<String> released = Files.readAllLines(folder.resolve("released.csv"));
    Verifier all = new Verifier(Files.readAllLines(folder.resolve("cells.csv")), released);
    Files.readAllLines(folder.resolve("certificate.json")).forEach(all::line);
    all.fault(!all.schema.matches(SCHEMA), "certificate: line ", 1);
    all.unproved.forEach(cell -> all.fault(true, "no proof of cell ", cell));
    return new Verdict(all.cells.size(), all.witnesses.size(), all.faults);
  }

  private void line(String text) {
    List<String> words =
        (WORD.matcher(text).results())
            .map(word -> word.group(1) == null ? word.group() : word.group(1).translateEscapes())
            .toList();
    if (words.size() < 2) {
      return;
    }
    fault(LINES.indexOf(words.getFirst()) < section, "certificate: after part ", section);
    section = LINES.indexOf(words.getFirst());
    floor = schema.contains("positive") ? BigDecimal.ONE : BigDecimal.ZERO;
    switch (section) {
      case 0 -> schema = String.join(" ", words.subList(1, words.size()));
      case 1 -> sums(names.indexOf(words.get(1)), words.get(3), words.subList(5, words.size()));
      case 2 -> pairs(words, 1).forEach((cell, own) -> cells.get(cell).parts.put(text, own));
      case 3 -> witness(new BigDecimal(words.get(1)), pairs(words, 3));
      default -> prove(words);
    }
  }

  private static Map<Integer, BigDecimal> pairs(List<String> words, int from) {
    Map<Integer, BigDecimal> pairs = new HashMap<>();
    for (int i = from; i < words.size(); i += 2) {
      pairs.put(Integer.parseInt(words.get(i)), new BigDecimal(words.get(i + 1)));
    }
    return pairs;
  }

  /** Every cell of a code is the sum of the cells of its parts; where one is listed, all are. */
  private void sums(int dimension, String whole, List<String> parts) {
    for (int cell = 0; cell < cells.size(); cell++) {
      List<String> other = new ArrayList<>(codes.get(cell));
      List<Integer> found = new ArrayList<>();
      for (String part : other.get(dimension).equals(whole) ? parts : List.<String>of()) {
        other.set(dimension, part);
        found.add(places.getOrDefault(other, -1));
      }
      if (found.stream().anyMatch(part -> part >= 0)) {
        BigDecimal rest = cells.get(cell).value;
        for (int part : found) {
          rest = rest.subtract(cells.get(part).value);
          cells.get(part).sums.add(wholes.size());
        }
        fault(rest.signum() != 0, "sum of cell ", cell);
        cells.get(cell).sums.add(wholes.size());
        wholes.add(cell);
      }
    }
  }

  /** A witness keeps every sum and every bound; noted is which contributors can rule it out. */
  private void witness(BigDecimal over, Map<Integer, BigDecimal> moves) {
    Witness witness = new Witness(over, moves, new TreeSet<>());
    Map<Integer, BigDecimal> balance = new HashMap<>();
    boolean possible = over.signum() > 0;
    for (Map.Entry<Integer, BigDecimal> moved : moves.entrySet()) {
      int place = moved.getKey();
      Cell cell = cells.get(place);
      BigDecimal move = moved.getValue();
      possible &= !schema.endsWith("counts") || (over.equals(BigDecimal.ONE) && move.scale() <= 0);
      possible &= cell.hidden && !negative(cell.value.subtract(floor).multiply(over).add(move));
      for (int sum : cell.sums) {
        balance.merge(sum, wholes.get(sum) == place ? move.negate() : move, BigDecimal::add);
      }
      for (Map.Entry<String, BigDecimal> part : cell.parts.entrySet()) {
        BigDecimal rest = cell.value.subtract(part.getValue());
        boolean out = rest.signum() == 0 || negative(rest.multiply(over).add(move));
        witness.ruledOut.addAll(out ? Set.of(part.getKey()) : Set.of());
      }
    }
    possible &= balance.values().stream().allMatch(sum -> sum.signum() == 0);
    fault(!possible, "not a possible table: witness ", witnesses.size());
    witnesses.add(witness);
  }

  private boolean negative(BigDecimal value) {
    return value.signum() < 0 && !schema.endsWith("signed-amounts");
  }

  /** The witnesses of a cell reach its levels for everybody who does not know the cell already. */
  private void prove(List<String> words) {
    int place = Integer.parseInt(words.get(1));
    BigDecimal lower = new BigDecimal(words.get(3));
    BigDecimal upper = new BigDecimal(words.get(5));
    List<Witness> serving = new ArrayList<>();
    words.stream().skip(7).forEach(number -> serving.add(witnesses.get(Integer.parseInt(number))));
    Map<String, BigDecimal> attackers = new HashMap<>(Map.of("", BigDecimal.ZERO)); // the public
    serving.forEach(w -> w.ruledOut.forEach(who -> attackers.put(who, BigDecimal.ZERO)));
    attackers.putAll(cells.get(place).parts);
    for (Map.Entry<String, BigDecimal> attacker : attackers.entrySet()) {
      BigDecimal value = cells.get(place).value;
      BigDecimal room = value.subtract(attacker.getValue().max(floor));
      BigDecimal down = negative(room.subtract(lower)) ? room : lower;
      boolean other = value.signum() != 0 && value.equals(attacker.getValue()); // it is his alone
      boolean high = other || schema.contains("exact") || upper.signum() == 0;
      boolean low = other || schema.contains("exact") || down.signum() == 0;
      for (Witness witness : serving) {
        BigDecimal move = witness.moves.getOrDefault(place, BigDecimal.ZERO);
        if (move.signum() != 0 && !witness.ruledOut.contains(attacker.getKey())) {
          other = true;
          high |= move.compareTo(upper.multiply(witness.over)) >= 0;
          low |= move.negate().compareTo(down.multiply(witness.over)) >= 0;
        }
      }
      fault(!other || !high || !low, "not protected: cell ", place);
    }
    fault(!unproved.remove(place), "proof that is not asked for: cell ", place);
  }

  private void fault(boolean found, String what, int number) {
    faults.addAll(found ? Set.of(what + number) : Set.of());
  }

  /** Verifies the folder that is named, and ends with an error if the proof does not hold. */
  public static void main(String[] args) throws IOException {
    Verdict verdict = verify(Path.of(args[0]));
    System.out.println(VERSION + " " + verdict);
    if (!verdict.faults.isEmpty()) {
      throw new IllegalStateException("the proof does not hold");
    }
  }
}
