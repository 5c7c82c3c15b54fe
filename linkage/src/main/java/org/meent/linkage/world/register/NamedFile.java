// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.util.Optional;
import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.people.Person;
import org.meent.linkage.world.plan.WorldPlan;
import org.meent.protocols.run.RandomStream;

/**
 * Two files of people without a common key, for linkage by name, birth date and address, and the
 * true links. The left file has nine of ten recipients; so has the right, with errors. Twins, who
 * stand in the right file only, are nobody's link.
 */
final class NamedFile implements Register {
  private static final double PRESENT = 0.9;
  private static final int KINDS = 6;

  private final WorldPlan plan;
  private final Side side;
  private final RareKeys rare;
  private final RegisterFile file;

  /** Which of the three files. */
  enum Side {
    /** Without errors but in the number. */
    LEFT,
    /** With errors. */
    RIGHT,
    /** The true links. */
    TRUTH
  }

  NamedFile(WorldPlan plan, Side side) {
    this.plan = plan;
    this.side = side;
    this.rare = new RareKeys(plan);
    Columns columns =
        switch (side) {
          case TRUTH -> Columns.none().text("left_id", 12, "").text("right_id", 12, "");
          case LEFT -> naming().text("municipal_number", 9, "");
          case RIGHT -> naming();
        };
    this.file =
        new RegisterFile(
            side == Side.TRUTH ? "truth" : "L/Extern maatwerk/Koppeling",
            side == Side.TRUTH ? "links" : "XPERSONEN_" + side.name(),
            "",
            columns.list(),
            RegisterFile.Layout.TRUTH);
  }

  private static Columns naming() {
    return Columns.none()
        .text("rec_id", 12, "")
        .text("given_name", 24, "")
        .text("surname", 32, "")
        .text("date_of_birth", 8, "")
        .text("sex", 1, "")
        .text("postcode", 6, "")
        .text("house_number", 4, "");
  }

  @Override
  public RegisterFile file() {
    return file;
  }

  @Override
  public void write(Life life, Rows rows, DefectLedger defects) {
    int number = life.household().number();
    Person person = life.household().head();
    RandomStream stream = RandomStream.of(plan.seed(), "naming", number);
    boolean borrows = rare.borrows(number);
    boolean left = stream.nextDouble() < PRESENT || borrows || rare.borrows(number + 1);
    boolean right = stream.nextDouble() < PRESENT || rare.hasTwo(number);
    String leftId = "L" + person.bsn();
    String rightId = "R" + person.rin();
    Naming naming = Naming.of(stream, person);
    switch (side) {
      case LEFT -> {
        if (left) {
          row(leftId, naming, rows).text(borrows ? rare.municipal(number - 1) : person.bsn()).end();
        }
        if (borrows) {
          defects.add(file, person, Defect.NUMBER_SHARED, leftId);
        }
      }
      case RIGHT -> {
        if (right) {
          Naming spoilt = spoilt(naming, person, stream, defects);
          row(rightId, swapped(life, spoilt, defects), rows).end();
        }
        others(life, naming, rows, defects);
      }
      case TRUTH -> {
        if (left && right) {
          rows.text(leftId).text(rightId).end();
        }
        if (left && rare.hasTwo(number)) {
          rows.text(leftId).text("R" + rare.second(number)).end();
        }
      }
    }
  }

  /** The record, or at times one that mixes up the recipient and the partner. */
  private Naming swapped(Life life, Naming record, DefectLedger defects) {
    Optional<Person> partner = life.household().partner();
    RandomStream stream = RandomStream.of(plan.seed(), "swap", life.household().number());
    if (partner.isEmpty() || stream.nextDouble() >= plan.defects().partnerSwapped()) {
      return record;
    }
    Person person = life.household().head();
    defects.add(file, person, Defect.PARTNER_SWAPPED, "R" + person.rin());
    return record.swapped(Naming.of(stream, partner.get()));
  }

  /** The record of a second number, and that of a twin. */
  private void others(Life life, Naming naming, Rows rows, DefectLedger defects) {
    int number = life.household().number();
    if (rare.hasTwo(number)) {
      String second = "R" + rare.second(number);
      defects.add(file, life.household().head(), Defect.NUMBER_SECOND, second);
      row(second, naming, rows).end();
    }
    RandomStream stream = RandomStream.of(plan.seed(), "twin", number);
    if (stream.nextDouble() < plan.defects().twins()) {
      String twin = "R" + rare.twin(number);
      defects.add(file, life.household().head(), Defect.TWIN, twin);
      row(twin, naming.twin(stream), rows).end();
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

  private static Rows row(String id, Naming naming, Rows rows) {
    return rows.text(id)
        .text(naming.given())
        .text(naming.surname())
        .text(naming.birth())
        .text(naming.sex())
        .text(naming.postcode())
        .text(naming.house());
  }
}
