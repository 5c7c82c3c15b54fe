// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.audit;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks the proof of a protected table from its files alone: {@code cells.csv}, {@code
 * certificate.json}, the specification, and the records that it names. Each witness must keep every
 * published cell, every total and every bound, and reach the levels that {@link Needs} finds. The
 * arithmetic is on unlimited whole numbers, and no code of the protector is used.
 */
public final class Verifier {
  private final JsonNode certificate;
  private final Recount table;
  private final List<Map<Integer, BigInteger>> moves = new ArrayList<>();
  private final List<BigInteger> over = new ArrayList<>();

  private Verifier(Path folder, Path spec) throws IOException {
    certificate = JsonMapper.shared().readTree(folder.resolve("certificate.json"));
    int scale = certificate.path("scale").asInt();
    table = new Recount(folder.resolve("cells.csv"), spec, scale);
  }

  /** Verifies a folder that {@code protect} wrote; the specification is its {@code spec.yaml}. */
  public static Verdict verify(Path folder) {
    return verify(folder, folder.resolve("spec.yaml"));
  }

  /**
   * Verifies a folder against a specification.
   *
   * @throws org.meent.protocols.refusal.RefusalException if a file cannot be read as what it should
   *     be; a certificate that does not hold is a verdict, not an exception
   */
  public static Verdict verify(Path folder, Path spec) {
    try {
      return new Verifier(folder, spec.toAbsolutePath()).verdict();
    } catch (IOException | RuntimeException e) {
      Where where = Where.file(String.valueOf(folder.getFileName()));
      String what = e.getClass().getSimpleName();
      throw Refusal.unverified("disclosure.verify.unreadable", where, what).asException();
    }
  }

  /**
   * A witness changes suppressed table.cells only, keeps every total, and no amount falls below
   * zero.
   */
  private void witness(JsonNode node) {
    String name = "witness " + moves.size();
    Map<Integer, BigInteger> moved = new HashMap<>();
    for (JsonNode pair : node.path("moves")) {
      int cell = pair.path(0).asInt();
      table.require(
          moved.put(cell, pair.path(1).bigIntegerValue()) == null, name + ": a cell twice");
      table.require(!table.status.get(cell).equals("published"), name + ": a published cell");
    }
    for (int d = 0; d < table.codes.size(); d++) {
      Map<List<Object>, BigInteger> balance = new HashMap<>();
      for (Map.Entry<Integer, BigInteger> move : moved.entrySet()) {
        List<String> cell = table.cells.get(move.getKey());
        String code = cell.get(d);
        for (Codes.Sum sum : table.codes.get(d).partOf.getOrDefault(code, List.of())) {
          List<Object> whole = List.of(Cross.with(cell, d, sum.whole()), sum.number());
          balance.merge(whole, move.getValue(), BigInteger::add);
        }
        for (Codes.Sum sum : table.codes.get(d).ways.getOrDefault(code, List.of())) {
          if (table.at(Cross.with(cell, d, sum.parts().iterator().next())) >= 0) {
            balance.merge(List.of(cell, sum.number()), move.getValue().negate(), BigInteger::add);
          }
        }
      }
      table.require(balance.values().stream().allMatch(sum -> sum.signum() == 0), name + ": sums");
    }
    BigInteger denominator = node.path("over").bigIntegerValue();
    boolean whole = !table.counts || denominator.equals(BigInteger.ONE);
    table.require(whole && denominator.signum() > 0, name + ": denominator");
    moves.add(moved);
    over.add(denominator);
    table.require(possible(moves.size() - 1, ""), name + ": below zero");
  }

  /**
   * Whether a contributor who knows his own table.parts cannot rule a witness out; "" is the
   * public.
   */
  private boolean possible(int witness, String who) {
    for (Map.Entry<Integer, BigInteger> move : moves.get(witness).entrySet()) {
      BigInteger own = table.part(move.getKey(), who);
      BigInteger rest = table.values.get(move.getKey()).subtract(own);
      boolean alone = own.signum() != 0 && rest.signum() == 0;
      BigInteger left = rest.multiply(over.get(witness)).add(move.getValue());
      if (alone ? move.getValue().signum() != 0 : !table.signed && left.signum() < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether the witnesses of a cell reach its levels for the public and each contributor. */
  private void prove(int cell, Needs.Need need, JsonNode proof, String standard) {
    BigInteger value = table.values.get(cell);
    BigInteger lower = need.lower();
    boolean levels = proof.path("upper").bigIntegerValue().equals(need.upper());
    levels &= proof.path("lower").bigIntegerValue().equals(lower);
    table.require(levels, "levels of cell " + cell);
    TreeSet<String> attackers = new TreeSet<>(List.of(""));
    for (JsonNode witness : proof.path("witnesses")) {
      if (standard.equals("insider")) {
        moves
            .get(witness.asInt())
            .keySet()
            .forEach(c -> attackers.addAll(table.parts.get(c).keySet()));
      }
    }
    for (String attacker : attackers) {
      BigInteger rest = value.subtract(table.part(cell, attacker));
      boolean exact = standard.equals("exact");
      BigInteger up = exact ? BigInteger.ZERO : need.upper();
      BigInteger down = exact ? BigInteger.ZERO : table.signed ? lower : lower.min(rest);
      boolean alone = !attacker.isEmpty() && rest.signum() == 0 && value.signum() != 0;
      boolean other = false;
      boolean high = up.signum() == 0;
      boolean low = down.signum() == 0;
      for (JsonNode witness : proof.path("witnesses")) {
        int w = witness.asInt();
        BigInteger by = moves.get(w).getOrDefault(cell, BigInteger.ZERO);
        if (!alone && !(other && high && low) && by.signum() != 0 && possible(w, attacker)) {
          other = true;
          high |= by.compareTo(up.multiply(over.get(w))) >= 0;
          low |= by.negate().compareTo(down.multiply(over.get(w))) >= 0;
        }
      }
      table.require(alone || (other && high && low), "cell " + cell + " is not protected");
    }
  }

  private Verdict verdict() {
    String standard = certificate.path("standard").asString();
    table.require(
        standard.equals(table.spec.get("standard")), "standard: not the one that was asked for");
    certificate.path("witnesses").forEach(this::witness);
    Map<Integer, JsonNode> proofs = new HashMap<>();
    certificate.path("primaries").forEach(p -> proofs.put(p.path("cell").asInt(), p));
    Needs needs = new Needs(table);
    for (int cell = 0; cell < table.cells.size(); cell++) {
      Needs.Need need = needs.of(cell);
      String found = need.sensitive() ? "primary" : "published, secondary";
      table.require(found.contains(table.status.get(cell)), "status of cell " + cell);
      table.require(need.sensitive() == proofs.containsKey(cell), "proof of cell " + cell);
      if (proofs.containsKey(cell)) {
        prove(cell, need, proofs.get(cell), standard);
      }
    }
    int secondaries = Collections.frequency(table.status, "secondary");
    List<String> found = List.copyOf(table.faults);
    return new Verdict(
        standard, table.cells.size(), proofs.size(), secondaries, moves.size(), found);
  }
}
