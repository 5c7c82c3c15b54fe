// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.meent.linkage.format.Column;
import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.plan.WorldPlan;
import org.meent.protocols.run.RandomStream;

/**
 * A table that municipalities delivered. The first delivery comes as one file per vendor of their
 * software, each in its own layout; in the second, a few clients are no longer linked and
 * everything stands in one file.
 */
final class Upload implements Register {
  private final WorldPlan plan;
  private final UploadKind kind;
  private final int vendor;
  private final List<Integer> order;
  private final RegisterFile file;

  /**
   * A delivery.
   *
   * @param vendor 0, 1 or 2 for a file of the first delivery, -1 for the second
   */
  Upload(WorldPlan plan, UploadKind kind, int vendor) {
    this.plan = plan;
    this.kind = kind;
    this.vendor = vendor;
    List<Column> columns = new ArrayList<>(Columns.person().list());
    columns.addAll(kind.columns());
    this.order = order(columns.size(), vendor);
    boolean second = vendor < 0;
    this.file =
        new RegisterFile(
            "L/Extern maatwerk/Gemeenten/" + (second ? "levering2" : "levering1"),
            second
                ? "MEENT_" + kind.name() + "CBKV2"
                : "MEENT_" + kind.name() + "_leverancier" + (vendor + 1) + "CBKV1",
            "Gemeentelijke levering: " + kind.name(),
            order.stream().map(columns::get).toList(),
            layout(vendor));
  }

  private static RegisterFile.Layout layout(int vendor) {
    return switch (vendor) {
      case 0 -> RegisterFile.Layout.VENDOR_1;
      case 1 -> RegisterFile.Layout.VENDOR_2;
      case 2 -> RegisterFile.Layout.VENDOR_3;
      default -> RegisterFile.Layout.REGISTER;
    };
  }

  /** The second vendor puts the key last, the third turns everything round. */
  private static List<Integer> order(int columns, int vendor) {
    List<Integer> order = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      order.add(c);
    }
    if (vendor == 1) {
      Collections.rotate(order, -2);
    } else if (vendor == 2) {
      Collections.reverse(order);
    }
    return order;
  }

  @Override
  public RegisterFile file() {
    return file;
  }

  @Override
  public void write(Life life, Rows rows, DefectLedger defects) {
    if (vendor >= 0 && vendor != life.household().municipality().vendor()) {
      return;
    }
    if (life.spells().isEmpty()) {
      return;
    }
    int number = life.household().number();
    double lost = RandomStream.of(plan.seed(), "redelivery", number).nextDouble();
    if (vendor < 0 && lost < plan.defects().redelivery()) {
      defects.add(file, life.household().head(), Defect.REDELIVERY_LOST, "");
      return;
    }
    Key key = Key.of(life.household().head());
    kind.rows(
        life,
        cells -> row(key, cells, rows),
        fault -> defects.add(file, life.household().head(), fault.defect(), fault.detail()));
  }

  private void row(Key key, List<Object> cells, Rows rows) {
    List<Object> all = new ArrayList<>(cells.size() + 2);
    all.add(key.set());
    all.add(key.number());
    all.addAll(cells);
    for (int place : order) {
      if (all.get(place) instanceof String text) {
        rows.text(text);
      } else {
        rows.number((Double) all.get(place));
      }
    }
    rows.end();
  }
}
