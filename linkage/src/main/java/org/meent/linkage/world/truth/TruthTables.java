// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.ValueType;
import org.meent.linkage.world.life.Instrument;
import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.life.Outcome;
import org.meent.linkage.world.life.Plan;
import org.meent.linkage.world.life.PotentialOutcome;
import org.meent.linkage.world.life.Provision;
import org.meent.linkage.world.people.Household;
import org.meent.linkage.world.people.Person;
import org.meent.linkage.world.people.Traits;
import org.meent.linkage.world.people.ZrmDomain;
import org.meent.linkage.world.register.Calendar;
import org.meent.linkage.world.register.DefectLedger;
import org.meent.linkage.world.register.RegisterFile;
import org.meent.linkage.world.register.Rows;

/** The files of what only the maker of the world knows. */
public final class TruthTables {
  private static final String FOLDER = "truth";

  /** One row per recipient: keys, traits, plan of approach, propensities. */
  public static final RegisterFile PERSONS = file("persons", personColumns());

  /** One row per recipient with a plan and arm. */
  public static final RegisterFile OUTCOMES = file("potential-outcomes", outcomeColumns());

  /** Every provision, registered or not. */
  public static final RegisterFile PROVISIONS =
      file(
          "provisions",
          List.of(
              Column.text("rinpersoon", 9),
              Column.text("instrument", 16),
              Column.text("start", 8),
              Column.text("end", 8),
              number("months_in_benefit"),
              number("repeat")));

  /** Every planted error. */
  public static final RegisterFile DEFECTS =
      file(
          "defects",
          List.of(
              Column.text("file", 64),
              number("person"),
              Column.text("rinpersoon", 9),
              Column.text("defect", 24),
              Column.text("detail", 64)));

  private TruthTables() {}

  private static RegisterFile file(String name, List<Column> columns) {
    return new RegisterFile(FOLDER, name, "", columns, RegisterFile.Layout.TRUTH);
  }

  private static Column number(String name) {
    return Column.of(name, ValueType.NUMBER);
  }

  private static List<Column> personColumns() {
    List<Column> columns = new ArrayList<>();
    columns.add(number("person"));
    columns.add(Column.text("rinpersoon", 9));
    columns.add(Column.text("bsn", 9));
    columns.add(Column.text("partner_rinpersoon", 9));
    columns.add(Column.text("municipality", 4));
    columns.add(Column.text("sex", 1));
    columns.add(number("birth_month"));
    columns.add(Column.text("origin", 20));
    columns.add(Column.text("education", 8));
    for (String trait :
        List.of(
            "ability",
            "health",
            "mental",
            "motivation",
            "language",
            "debt",
            "social",
            "residual")) {
      columns.add(number(trait));
    }
    columns.add(number("capacity"));
    for (ZrmDomain domain : ZrmDomain.values()) {
      columns.add(number("zrm_" + domain.name().toLowerCase(Locale.ROOT)));
    }
    columns.add(number("first_benefit_month"));
    columns.add(Column.text("plan_date", 8));
    columns.add(Column.text("arm", 16));
    columns.add(number("fixed_caseworker"));
    columns.add(number("by_lot"));
    for (Instrument instrument : Instrument.values()) {
      columns.add(number("p_" + instrument.name().toLowerCase(Locale.ROOT)));
    }
    return columns;
  }

  private static List<Column> outcomeColumns() {
    return List.of(
        number("person"),
        Column.text("rinpersoon", 9),
        Column.text("arm", 20),
        number("eligible"),
        number("received"),
        number("months12"),
        number("months24"),
        number("sustained"),
        number("income"),
        number("months12_alone"),
        number("months24_alone"),
        number("sustained_alone"),
        number("income_alone"));
  }

  /** Adds the row of a recipient. */
  public static void person(Life life, Rows rows) {
    Household household = life.household();
    Person head = household.head();
    Traits traits = household.traits();
    rows.number(head.id())
        .text(head.rin())
        .text(head.bsn())
        .text(household.partner().map(Person::rin).orElse(""))
        .text(household.municipality().code())
        .text(head.woman() ? "2" : "1")
        .number(head.birthMonth())
        .text(head.origin().name())
        .text(head.education().name());
    for (double trait :
        new double[] {
          traits.ability(),
          traits.health(),
          traits.mental(),
          traits.motivation(),
          traits.language(),
          traits.debt(),
          traits.social(),
          traits.residual()
        }) {
      rows.number(Math.rint(trait * 1e6) / 1e6);
    }
    rows.number(traits.capacity());
    for (ZrmDomain domain : ZrmDomain.values()) {
      rows.number(traits.score(domain));
    }
    rows.number(household.entry());
    plan(life.plan(), rows);
    rows.end();
  }

  private static void plan(Optional<Plan> plan, Rows rows) {
    if (plan.isEmpty()) {
      rows.text("").text("").number(Double.NaN).number(Double.NaN);
      for (int i = 0; i < Instrument.values().length; i++) {
        rows.number(Double.NaN);
      }
      return;
    }
    Plan made = plan.get();
    rows.text(Calendar.from(made.month()))
        .text(made.arm())
        .number(made.fixed() ? 1 : 0)
        .number(made.byLot() ? 1 : 0);
    for (double propensity : made.propensities()) {
      rows.number(Math.rint(propensity * 1e9) / 1e9);
    }
  }

  /** Adds the potential outcomes of a recipient with a plan. */
  public static void outcomes(Life life, Rows rows) {
    if (life.plan().isEmpty()) {
      return;
    }
    Plan plan = life.plan().get();
    for (PotentialOutcome outcome : plan.outcomes()) {
      rows.number(life.household().head().id())
          .text(life.household().head().rin())
          .text(outcome.arm())
          .number(outcome.eligible() ? 1 : 0)
          .number(received(plan, outcome.arm()) ? 1 : 0);
      outcome(outcome.natural(), rows);
      outcome(outcome.alone(), rows);
      rows.end();
    }
  }

  /** Whether an arm is what was really decided. */
  static boolean received(Plan plan, String arm) {
    return switch (arm) {
      case PotentialOutcome.FIXED -> plan.fixed();
      case PotentialOutcome.CHANGING -> !plan.fixed();
      default -> plan.arm().equals(arm);
    };
  }

  private static void outcome(Outcome outcome, Rows rows) {
    rows.number(outcome.months12())
        .number(outcome.months24())
        .number(outcome.sustained() ? 1 : 0)
        .number(outcome.income());
  }

  /** Adds the true provisions of a recipient. */
  public static void provisions(Life life, Rows rows) {
    for (Provision provision : life.provisions()) {
      rows.text(life.household().head().rin())
          .text(provision.instrument().name())
          .text(Calendar.from(provision.start()))
          .text(Calendar.until(provision.end() - 1))
          .number(provision.monthsInBenefit())
          .number(provision.repeat())
          .end();
    }
  }

  /** Adds the planted errors of a household. */
  public static void defects(DefectLedger ledger, Rows rows) {
    for (DefectLedger.Entry entry : ledger.entries()) {
      rows.text(entry.file())
          .number(entry.person().id())
          .text(entry.person().rin())
          .text(entry.defect().name())
          .text(entry.detail())
          .end();
    }
  }
}
