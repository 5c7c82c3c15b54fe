// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.people.Person;
import org.meent.linkage.world.plan.WorldPlan;
import org.meent.protocols.run.RandomStream;

/**
 * Two files of people without a common key, for linkage by name, birth date and address, and the
 * true links. The left file has nine of ten recipients; so has the right, with errors.
 */
final class NamedFile implements Register {
  private static final double PRESENT = 0.9;
  private static final int KINDS = 6;

  private final WorldPlan plan;
  private final Side side;
  private final RegisterFile file;

  /** Which of the three files. */
  enum Side {
    /** Without errors. */
    LEFT,
    /** With errors. */
    RIGHT,
    /** The true links. */
    TRUTH
  }

  NamedFile(WorldPlan plan, Side side) {
    this.plan = plan;
    this.side = side;
    Columns columns =
        side == Side.TRUTH
            ? Columns.none().text("left_id", 12, "").text("right_id", 12, "")
            : Columns.none()
                .text("rec_id", 12, "")
                .text("given_name", 24, "")
                .text("surname", 32, "")
                .text("date_of_birth", 8, "")
                .text("sex", 1, "")
                .text("postcode", 6, "")
                .text("house_number", 4, "");
    this.file =
        new RegisterFile(
            side == Side.TRUTH ? "truth" : "L/Extern maatwerk/Koppeling",
            side == Side.TRUTH ? "links" : "XPERSONEN_" + side.name(),
            "",
            columns.list(),
            RegisterFile.Layout.TRUTH);
  }

  @Override
  public RegisterFile file() {
    return file;
  }

  @Override
  public void write(Life life, Rows rows, DefectLedger defects) {
    Person person = life.household().head();
    RandomStream stream = RandomStream.of(plan.seed(), "naming", life.household().number());
    boolean left = stream.nextDouble() < PRESENT;
    boolean right = stream.nextDouble() < PRESENT;
    String leftId = "L" + person.bsn();
    String rightId = "R" + person.rin();
    Naming naming = Naming.of(stream, person);
    switch (side) {
      case LEFT -> {
        if (left) {
          row(leftId, naming, rows);
        }
      }
      case RIGHT -> {
        if (right) {
          row(rightId, spoilt(naming, person, stream, defects), rows);
        }
      }
      case TRUTH -> {
        if (left && right) {
          rows.text(leftId).text(rightId).end();
        }
      }
    }
  }

  private Naming spoilt(Naming naming, Person person, RandomStream stream, DefectLedger defects) {
    Naming written = naming;
    for (int kind = 0; kind < KINDS; kind++) {
      if (stream.nextDouble() < plan.defects().names()) {
        Naming next = written.wrong(kind, stream);
        if (!next.equals(written)) {
          defects.add(file, person, Defect.NAME, Integer.toString(kind));
          written = next;
        }
      }
    }
    return written;
  }

  private static void row(String id, Naming naming, Rows rows) {
    rows.text(id)
        .text(naming.given())
        .text(naming.surname())
        .text(naming.birth())
        .text(naming.sex())
        .text(naming.postcode())
        .text(naming.house())
        .end();
  }
}
