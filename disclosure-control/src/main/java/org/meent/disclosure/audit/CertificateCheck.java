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
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The check of a certificate, with arithmetic on unlimited whole numbers and no code of the
 * protector: each witness must keep every published cell, every total and every bound, and reach
 * the protection levels that {@link Recount} finds in the records.
 */
final class CertificateCheck {
  private final JsonNode certificate;
  private final Recount table;

  CertificateCheck(Path spec, Path folder) throws IOException {
    certificate = JsonMapper.shared().readTree(folder.resolve("certificate.json"));
    int scale = certificate.path("scale").asInt();
    table = new Recount(spec, folder.resolve("cells.csv"), scale);
  }

  Verdict check() {
    String standard = certificate.path("standard").asString();
    table.require(
        standard.equals(table.spec.get("standard")), "standard: not the one that was asked for");
    Map<Integer, JsonNode> proofs = new HashMap<>();
    certificate.path("primaries").forEach(p -> proofs.put(p.path("cell").asInt(), p));
    List<Map<Integer, BigInteger>> moves = new ArrayList<>();
    List<BigInteger> over = new ArrayList<>();
    for (JsonNode witness : certificate.path("witnesses")) {
      moves.add(witness(witness, moves.size()));
      over.add(witness.path("over").bigIntegerValue());
    }
    int primaries = 0;
    for (int cell = 0; cell < table.cells.size(); cell++) {
      BigInteger level = table.level(cell);
      boolean sensitive = level.signum() >= 0;
      String found = table.status.get(cell);
      table.require(sensitive == found.equals("primary"), "status of cell " + cell);
      table.require(List.of("published", "primary", "secondary").contains(found), "status " + cell);
      table.require(sensitive == proofs.containsKey(cell), "proof of cell " + cell);
      if (sensitive && proofs.containsKey(cell)) {
        primaries++;
        prove(cell, level, proofs.get(cell), standard, moves, over);
      }
    }
    int secondaries = Collections.frequency(table.status, "secondary");
    return new Verdict(
        standard,
        table.cells.size(),
        primaries,
        secondaries,
        moves.size(),
        List.copyOf(table.faults));
  }

  /** Reads a witness; it may change suppressed cells only, keeps totals and bounds. */
  private Map<Integer, BigInteger> witness(JsonNode node, int number) {
    Map<Integer, BigInteger> moves = new TreeMap<>();
    BigInteger over = node.path("over").bigIntegerValue();
    table.require(
        over.signum() > 0 && (!table.frequency || over.equals(BigInteger.ONE)), "over " + number);
    Map<List<String>, BigInteger> balance = new HashMap<>();
    for (JsonNode pair : node.path("moves")) {
      int cell = pair.path(0).asInt();
      BigInteger move = pair.path(1).bigIntegerValue();
      table.require(moves.put(cell, move) == null, "witness " + number + ": a cell twice");
      table.require(
          !table.status.get(cell).equals("published"), "witness " + number + ": published cell");
      BigInteger moved = table.value(cell).multiply(over).add(move);
      table.require(table.signed || moved.signum() >= 0, "witness " + number + ": below zero");
      for (int d = 0; d < table.parents.size(); d++) {
        String code = table.cells.get(cell).get(d);
        String parent = table.parents.get(d).get(code);
        if (parent != null) {
          balance.merge(line(cell, d, parent), move, BigInteger::add);
        }
        if (table.totals.get(d).contains(code)) {
          balance.merge(line(cell, d, code), move.negate(), BigInteger::add);
        }
      }
    }
    boolean adds = balance.values().stream().allMatch(sum -> sum.signum() == 0);
    table.require(adds, "witness " + number + ": does not add up");
    return moves;
  }

  private List<String> line(int cell, int dimension, String total) {
    List<String> line = new ArrayList<>(table.cells.get(cell));
    line.set(dimension, total);
    line.add(String.valueOf(dimension));
    return line;
  }

  /** Whether the witnesses of a cell reach its levels for the public and each contributor. */
  private void prove(
      int cell,
      BigInteger level,
      JsonNode proof,
      String standard,
      List<Map<Integer, BigInteger>> moves,
      List<BigInteger> over) {
    BigInteger value = table.value(cell);
    BigInteger lower = table.signed ? level : level.min(value);
    table.require(
        proof.path("upper").bigIntegerValue().equals(level), "upper level of cell " + cell);
    table.require(
        proof.path("lower").bigIntegerValue().equals(lower), "lower level of cell " + cell);
    TreeSet<String> attackers = new TreeSet<>(List.of(""));
    if (standard.equals("insider")) {
      proof
          .path("witnesses")
          .forEach(w -> moves.get(w.asInt()).keySet().forEach(c -> attackers.addAll(table.who(c))));
    }
    for (String attacker : attackers) {
      BigInteger own = table.part(cell, attacker);
      boolean interval = !standard.equals("exact");
      BigInteger down =
          interval ? (table.signed ? lower : lower.min(value.subtract(own))) : BigInteger.ZERO;
      boolean up = !interval || level.signum() == 0;
      boolean low = down.signum() == 0;
      boolean other = own.signum() != 0 && own.equals(value);
      for (JsonNode w : proof.path("witnesses")) {
        if (other && up && low) {
          break;
        }
        Map<Integer, BigInteger> move = moves.get(w.asInt());
        BigInteger by = move.getOrDefault(cell, BigInteger.ZERO);
        if (by.signum() != 0 && possible(move, over.get(w.asInt()), attacker)) {
          other = true;
          up |= by.compareTo(level.multiply(over.get(w.asInt()))) >= 0;
          low |= by.negate().compareTo(down.multiply(over.get(w.asInt()))) >= 0;
        }
      }
      boolean alone = own.signum() != 0 && own.equals(value);
      table.require(alone || (other && up && low), "cell " + cell + " is not protected");
    }
  }

  /** Whether a contributor who knows his own parts cannot rule a witness out. */
  private boolean possible(Map<Integer, BigInteger> move, BigInteger over, String attacker) {
    return move.entrySet().stream()
        .allMatch(
            entry -> {
              BigInteger own = table.part(entry.getKey(), attacker);
              BigInteger rest = table.value(entry.getKey()).subtract(own);
              boolean alone = own.signum() != 0 && rest.signum() == 0;
              BigInteger left = rest.multiply(over).add(entry.getValue());
              return alone ? entry.getValue().signum() == 0 : table.signed || left.signum() >= 0;
            });
  }
}
