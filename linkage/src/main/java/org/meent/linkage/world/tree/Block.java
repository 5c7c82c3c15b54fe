// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.tree;

import java.util.ArrayList;
import java.util.List;
import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.life.LifeSimulation;
import org.meent.linkage.world.people.HouseholdDraw;
import org.meent.linkage.world.people.Municipalities;
import org.meent.linkage.world.plan.WorldPlan;
import org.meent.linkage.world.register.DefectLedger;
import org.meent.linkage.world.register.Register;
import org.meent.linkage.world.register.RegisterFile;
import org.meent.linkage.world.register.Rows;
import org.meent.linkage.world.truth.Census;
import org.meent.linkage.world.truth.EffectSums;
import org.meent.linkage.world.truth.TruthTables;

/**
 * The rows of some households in a row.
 *
 * @param rows one for each register, then one for each of {@link #TRUTH}
 * @param effects their part of the true effects
 * @param census their part of the counts
 */
record Block(List<Rows> rows, EffectSums effects, Census census) {
  /** The files of truth that grow household by household. */
  static final List<RegisterFile> TRUTH =
      List.of(
          TruthTables.PERSONS, TruthTables.OUTCOMES, TruthTables.PROVISIONS, TruthTables.DEFECTS);

  /** Makes blocks of one world; may be used by many threads at once. */
  record Maker(
      WorldPlan plan, HouseholdDraw draw, LifeSimulation simulation, List<Register> registers) {

    static Maker of(WorldPlan plan, List<Register> registers) {
      Municipalities municipalities = new Municipalities(plan);
      return new Maker(
          plan,
          new HouseholdDraw(plan, municipalities),
          new LifeSimulation(plan, municipalities),
          registers);
    }

    /** The block of the households from one number to another (exclusive). */
    Block make(int from, int to) {
      List<Rows> rows = new ArrayList<>();
      registers.forEach(register -> rows.add(new Rows(register.file().columns())));
      TRUTH.forEach(file -> rows.add(new Rows(file.columns())));
      Block block = new Block(rows, new EffectSums(), new Census(plan));
      for (int number = from; number < to; number++) {
        block.add(registers, simulation.life(draw.household(number)));
      }
      return block;
    }
  }

  private void add(List<Register> registers, Life life) {
    DefectLedger ledger = new DefectLedger();
    for (int r = 0; r < registers.size(); r++) {
      registers.get(r).write(life, rows.get(r), ledger);
    }
    int truth = registers.size();
    TruthTables.person(life, rows.get(truth));
    TruthTables.outcomes(life, rows.get(truth + 1));
    TruthTables.provisions(life, rows.get(truth + 2));
    TruthTables.defects(ledger, rows.get(truth + 3));
    effects.add(life);
    census.add(life);
  }
}
