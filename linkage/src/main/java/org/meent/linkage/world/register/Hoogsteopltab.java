// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.util.List;
import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.people.Education;
import org.meent.linkage.world.people.Person;
import org.meent.linkage.world.plan.WorldPlan;
import org.meent.protocols.run.RandomStream;

/**
 * HOOGSTEOPLTAB: highest education attained, unknown more often for who is older or was born
 * abroad. The codes are the world's own: X1 low, X2 middle, X3 high.
 */
final class Hoogsteopltab implements Register {
  private static final String[] MEANINGS = {
    "X100", "Laag", "X200", "Middelbaar", "X300", "Hoog", "----", "Onbekend"
  };

  private final WorldPlan plan;
  private final int year;
  private final RegisterFile file;

  Hoogsteopltab(WorldPlan plan, int year) {
    this.plan = plan;
    this.year = year;
    this.file =
        new RegisterFile(
            "G/Onderwijs/HOOGSTEOPLTAB",
            "HOOGSTEOPL" + year + "TABV1",
            "Hoogst behaalde opleiding " + year,
            Columns.person()
                .text("OPLNRHB", 6, "Opleidingsnummer hoogst behaald")
                .code("OPLNIVSOI2021AGG4HBmetNIRWO", 4, "Niveau hoogst behaald, SOI 2021", MEANINGS)
                .list(),
            RegisterFile.Layout.REGISTER);
  }

  @Override
  public RegisterFile file() {
    return file;
  }

  @Override
  public void write(Life life, Rows rows, DefectLedger defects) {
    RandomStream stream = RandomStream.of(plan.seed(), "education", life.household().number());
    List<Person> adults =
        life.household().partner().isPresent()
            ? List.of(life.household().head(), life.household().partner().get())
            : List.of(life.household().head());
    for (Person person : adults) {
      boolean older = person.age(Calendar.january(year)) > 55;
      boolean often = older || !person.origin().bornHere();
      double chance = plan.defects().education() * (often ? 1 : 0.1);
      boolean unknown = stream.nextDouble() < chance;
      if (unknown) {
        defects.add(file, person, Defect.EDUCATION_UNKNOWN, "");
      }
      rows.key(Key.of(person))
          .text(unknown ? "------" : "X0" + level(person.education()))
          .text(unknown ? "----" : level(person.education()))
          .end();
    }
  }

  private static String level(Education education) {
    return switch (education) {
      case LOW -> "X100";
      case MIDDLE -> "X200";
      case HIGH -> "X300";
    };
  }
}
