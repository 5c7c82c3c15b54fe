// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** Writes down why each primary cell is protected. */
final class Certification {
  /** The most cells in all different witnesses together, so that a certificate fits in memory. */
  private static final long MOST = 150_000_000;

  private final LinearTable table;
  private final Standard standard;
  private final InsiderIndex insiders;
  private final Protector protector;
  private final Floors floors;
  private final long[] own;
  private final Map<Witness, Witness> known = new HashMap<>();
  private long written;

  Certification(Task task, Protector protector) {
    table = task.table();
    standard = task.standard();
    insiders = task.insiders();
    floors = task.floors();
    own = floors.everybody().clone();
    this.protector = protector;
  }

  /**
   * The witnesses of one cell.
   *
   * @throws org.meent.protocols.refusal.RefusalException if the certificate grows too large
   * @throws IllegalStateException if one is missing: a fault of ours, never passed over in silence
   */
  Proof prove(Demand demand) {
    List<Witness> witnesses = new ArrayList<>();
    TreeSet<Integer> suspects = new TreeSet<>();
    collect(demand, floors.everybody(), witnesses, suspects);
    if (standard == Standard.INSIDER) {
      for (int suspect : suspects) {
        floors.enter(insiders.get(suspect), own);
        collect(demand, own, witnesses, new TreeSet<>());
        floors.leave(insiders.get(suspect), own);
      }
    }
    return new Proof(demand, witnesses);
  }

  private void collect(
      Demand demand, long[] floor, List<Witness> witnesses, TreeSet<Integer> suspects) {
    int cell = demand.cell();
    Attack attack = Attack.of(demand, standard, table, floor[cell]);
    boolean found = attack.own();
    for (int sense = 1; sense >= -1; sense -= 2) {
      if (!attack.asks(sense) || (attack.either() && found)) {
        continue;
      }
      Direction serving = protector.serving(cell, sense, attack, floor);
      if (serving != null) {
        long amount = attack.amount(sense);
        keep(serving.witness(cell, sense, amount, table), witnesses);
        if (standard == Standard.INSIDER) {
          protector.suspects(serving, cell, sense, amount, suspects);
        }
        found = true;
      } else if (!attack.either()) {
        found = false;
        break;
      }
    }
    if (!found) {
      throw new IllegalStateException("a primary cell lost its proof: cell " + cell);
    }
  }

  /** Primary cells share their witnesses; each is held once. */
  private void keep(Witness witness, List<Witness> witnesses) {
    Witness before = known.putIfAbsent(witness, witness);
    if (before == null) {
      written += witness.cells().length;
      if (written > MOST) {
        throw Refusal.refused("disclosure.protect.certificate", Where.NOWHERE, MOST).asException();
      }
    }
    Witness held = before == null ? witness : before;
    if (!witnesses.contains(held)) {
      witnesses.add(held);
    }
  }
}
