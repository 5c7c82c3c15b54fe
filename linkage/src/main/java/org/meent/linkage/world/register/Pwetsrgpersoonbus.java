// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.util.Arrays;
import java.util.List;
import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.people.HouseholdDraw;
import org.meent.linkage.world.plan.WorldPlan;

/**
 * PWETSRGPERSOONBUS: for each period how many provisions of each type a person had; a change in any
 * count closes the period. So single provisions have no date here. Names of columns begin with X:
 * they are not public.
 */
final class Pwetsrgpersoonbus implements Register {
  private static final List<String> TYPES =
      List.of("23", "29", "30", "31", "59", "X01", "X03", "X04", "X05", "X06", "X07", "X10");

  private final WorldPlan plan;
  private final RegisterFile file;

  Pwetsrgpersoonbus(WorldPlan plan) {
    this.plan = plan;
    Columns columns =
        Columns.person()
            .text("XAANVSRG", 8, "Aanvang periode, jjjjmmdd (ongeverifieerde naam)")
            .text("XEINDSRG", 8, "Einde periode, jjjjmmdd (ongeverifieerde naam)");
    for (String type : TYPES) {
      columns.number("XAANTAL" + type, "Aantal voorzieningen van type " + type);
    }
    this.file =
        new RegisterFile(
            "G/Socialezekerheid/PWETSRGPERSOONBUS",
            "PWETSRGPERSOON2024BUSV1",
            "Re-integratievoorzieningen per persoon tot en met 2024",
            columns.list(),
            RegisterFile.Layout.REGISTER);
  }

  @Override
  public RegisterFile file() {
    return file;
  }

  @Override
  public void write(Life life, Rows rows, DefectLedger defects) {
    List<SrgRow> delivered = SrgRow.of(plan, life);
    if (delivered.isEmpty()) {
      return;
    }
    int start = 0;
    int[] counts = counts(delivered, 0);
    for (int month = 1; month <= HouseholdDraw.MONTHS; month++) {
      int[] next = month == HouseholdDraw.MONTHS ? new int[0] : counts(delivered, month);
      if (!Arrays.equals(counts, next)) {
        row(life, start, month, counts, rows);
        start = month;
        counts = next;
      }
    }
  }

  private static int[] counts(List<SrgRow> delivered, int month) {
    int[] counts = new int[TYPES.size()];
    for (SrgRow row : delivered) {
      counts[TYPES.indexOf(row.code())] += row.runs(month) ? 1 : 0;
    }
    return counts;
  }

  private static void row(Life life, int start, int end, int[] counts, Rows rows) {
    if (Arrays.stream(counts).sum() == 0) {
      return;
    }
    rows.key(Key.of(life.household().head()))
        .text(Calendar.from(start))
        .text(Calendar.until(end - 1));
    for (int count : counts) {
      rows.number(count);
    }
    rows.end();
  }
}
