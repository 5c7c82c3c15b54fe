// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.util.List;
import java.util.function.Consumer;
import org.meent.linkage.format.Column;
import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.life.Plan;
import org.meent.linkage.world.people.HouseholdDraw;
import org.meent.linkage.world.plan.WorldPlan;
import org.meent.protocols.run.RandomStream;

/**
 * Conversations with clients, coded: when, by which channel, with whom, about what; no free text. A
 * change of caseworker shows as a conversation of its own.
 */
final class Klantcontact implements UploadKind {
  private static final double MONTHLY = 0.3;
  private static final String[] CHANNELS = {"fysiek", "fysiek", "telefonisch", "mail"};
  private static final String[] SUBJECTS = {
    "voortgang", "voortgang", "werk", "gezondheid", "inkomen", "overig"
  };

  private final WorldPlan plan;

  Klantcontact(WorldPlan plan) {
    this.plan = plan;
  }

  /** The code of the caseworker of a life in a month. */
  static String caseworker(Life life, int month) {
    return life.household().municipality().code()
        + "-"
        + String.valueOf(10_000 + life.caseworkers()[month] + 1).substring(1);
  }

  @Override
  public String name() {
    return "Klantcontact";
  }

  @Override
  public List<Column> columns() {
    return Columns.none()
        .date("DatumContact", "Dag van het contact")
        .text("Kanaal", 12, "Kanaal")
        .text("Medewerker", 9, "Klantmanager")
        .text("Onderwerp", 16, "Onderwerp, gecodeerd; codes van de wereld")
        .number("DuurMinuten", "Duur in minuten")
        .text("WisselKlantmanager", 1, "Kennismaking met een andere klantmanager, J of N")
        .list();
  }

  @Override
  public void rows(Life life, Consumer<List<Object>> row, Consumer<Fault> faults) {
    RandomStream stream = RandomStream.of(plan.seed(), "contact", life.household().number());
    int planned = life.plan().map(Plan::month).orElse(-1);
    for (int month = 0; month < HouseholdDraw.MONTHS; month++) {
      if (!life.inBenefit(month)) {
        continue;
      }
      boolean fresh = month == 0 || !life.inBenefit(month - 1);
      boolean change = !fresh && life.caseworkers()[month] != life.caseworkers()[month - 1];
      boolean happens = stream.nextDouble() < MONTHLY;
      int day = stream.nextInt(27);
      String channel = CHANNELS[stream.nextInt(CHANNELS.length)];
      String subject = SUBJECTS[stream.nextInt(SUBJECTS.length)];
      double minutes = 10 + 5 * stream.nextInt(9);
      if (month == planned || change || happens) {
        row.accept(
            List.of(
                (double) Calendar.first(month).plusDays(day).toEpochDay(),
                month == planned ? "fysiek" : channel,
                caseworker(life, month),
                month == planned ? "plan van aanpak" : change ? "kennismaking" : subject,
                minutes,
                change ? "J" : "N"));
      }
    }
  }
}
