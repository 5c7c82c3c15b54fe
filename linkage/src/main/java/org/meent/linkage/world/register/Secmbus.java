// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.life.State;
import org.meent.linkage.world.people.HouseholdDraw;
import org.meent.linkage.world.people.Person;

/** SECMBUS: what everyone mainly lived on, as spells that tile the life in the country. */
final class Secmbus implements Register {
  private final RegisterFile file =
      new RegisterFile(
          "G/InkomenBestedingen/SECMBUS",
          "SECMBUS2024V1",
          "Sociaaleconomische categorie tot en met 2024",
          Columns.person()
              .text("AANVSECM", 8, "Aanvang, jjjjmmdd")
              .text("EINDSECM", 8, "Einde, jjjjmmdd")
              .code(
                  "SECM",
                  2,
                  "Sociaaleconomische categorie",
                  "11",
                  "Werknemer",
                  "13",
                  "Zelfstandig ondernemer",
                  "21",
                  "Werkloosheidsuitkering (ongeverifieerd)",
                  "22",
                  "Bijstandsuitkering",
                  "24",
                  "Ziekte of arbeidsongeschiktheid",
                  "25",
                  "Pensioen (ongeverifieerd)",
                  "26",
                  "Scholier of student (ongeverifieerd)",
                  "31",
                  "Zonder inkomen (ongeverifieerd)")
              .text("XKOPPELWERKNSECM", 1, "Ook werknemer")
              .text("XKOPPELZELFSTSECM", 1, "Ook zelfstandige")
              .text("XKOPPELWERKLUITKSECM", 1, "Ook werkloosheidsuitkering")
              .text("XKOPPELBIJSTANDSECM", 1, "Ook bijstand")
              .text("XKOPPELZIEKTEAOSECM", 1, "Ook ziekte of arbeidsongeschiktheid")
              .text("XKOPPELPENSIOENSECM", 1, "Ook pensioen")
              .text("XKOPPELSCHOLSTUDSECM", 1, "Ook scholier of student")
              .list(),
          RegisterFile.Layout.REGISTER);

  @Override
  public RegisterFile file() {
    return file;
  }

  @Override
  public void write(Life life, Rows rows, DefectLedger defects) {
    int before = Math.min(0, life.household().entry());
    spells(
        life.household().head(),
        before,
        month -> life.states()[month],
        month -> life.partTime()[month],
        rows);
    life.household()
        .partner()
        .ifPresent(partner -> spells(partner, before, life::partnerState, month -> false, rows));
  }

  /** The state of January 2019 began with the benefit, if that was running then. */
  private static void spells(
      Person person, int before, IntFunction<State> state, IntPredicate beside, Rows rows) {
    int start = before;
    for (int month = 1; month <= HouseholdDraw.MONTHS; month++) {
      boolean ends =
          month == HouseholdDraw.MONTHS
              || state.apply(month) != state.apply(month - 1)
              || beside.test(month) != beside.test(month - 1);
      if (ends) {
        row(person, start, month, state.apply(month - 1), beside.test(month - 1), rows);
        start = month;
      }
    }
  }

  private static void row(
      Person person, int start, int end, State state, boolean beside, Rows rows) {
    if (!state.registered()) {
      return;
    }
    rows.key(Key.of(person))
        .text(Calendar.from(start))
        .text(Calendar.until(end - 1))
        .text(state.secm())
        .text(flag(state == State.WORK || beside))
        .text(flag(state == State.SELF_EMPLOYED))
        .text(flag(state == State.UNEMPLOYMENT))
        .text(flag(state == State.BENEFIT))
        .text(flag(state == State.DISABILITY))
        .text(flag(state == State.PENSION))
        .text(flag(state == State.STUDY))
        .end();
  }

  private static String flag(boolean set) {
    return set ? "1" : "";
  }
}
