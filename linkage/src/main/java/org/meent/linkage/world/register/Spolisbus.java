// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.register;

import java.time.LocalDate;
import org.meent.linkage.world.life.Life;
import org.meent.linkage.world.life.State;
import org.meent.linkage.world.life.Wage;
import org.meent.linkage.world.people.Person;
import org.meent.linkage.world.plan.WorldPlan;
import org.meent.protocols.run.RandomStream;

/**
 * SPOLISBUS of a year: what employers report on each job, by month, or in every tenth job by four
 * weeks (then two records may fall in one month).
 */
final class Spolisbus implements Register {
  private static final int FOUR_WEEKS = 28;
  private static final double FOUR_WEEKLY = 0.1;
  private static final int PARTNER_HOURS = 120;

  private final WorldPlan plan;
  private final int year;
  private final RegisterFile file;

  Spolisbus(WorldPlan plan, int year) {
    this.plan = plan;
    this.year = year;
    this.file =
        new RegisterFile(
            "G/Spolis/SPOLISBUS/" + year,
            "SPOLISBUS" + year + "V2",
            "Banen en lonen " + year,
            Columns.person()
                .text("IKVID", 12, "Identificatie inkomstenverhouding")
                .text("SBEID", 10, "Bedrijfseenheid")
                .text("SDATUMAANVANGIKO", 8, "Aanvang inkomstenopgave, jjjjmmdd")
                .text("SDATUMEINDEIKO", 8, "Einde inkomstenopgave, jjjjmmdd")
                .text("SDATUMAANVANGIKVORG", 8, "Oorspronkelijke aanvang baan, jjjjmmdd")
                .number("SBASISLOON", "Basisloon in euro")
                .number("SBASISUREN", "Basisuren")
                .number("SLNLBPH", "Loon voor de loonheffing in euro")
                .code(
                    "SCONTRACTSOORT",
                    1,
                    "Soort contract",
                    "O",
                    "Onbepaalde tijd",
                    "B",
                    "Bepaalde tijd",
                    "N",
                    "Niet van toepassing")
                .text("SPOLISDIENSTVERBAND", 1, "Voltijd of deeltijd (ongeverifieerde codes)")
                .code("SSOORTBAAN", 1, "Soort baan", "2", "stagiair")
                .list(),
            RegisterFile.Layout.REGISTER);
  }

  @Override
  public RegisterFile file() {
    return file;
  }

  @Override
  public void write(Life life, Rows rows, DefectLedger defects) {
    int january = Calendar.january(year);
    for (int month = january; month < january + 12; month++) {
      if (Earnings.works(life, month)) {
        boolean beside = life.states()[month] != State.WORK;
        int hours = Wage.hours(life.household(), beside);
        Job job = new Job(life.household().head(), life.jobs()[month], started(life, month));
        report(job, month, Earnings.wage(life, month), hours, rows, defects);
      }
      int wage = Earnings.partnerWage(life, month);
      if (wage > 0 && life.household().partner().isPresent()) {
        int start = partnerStarted(life, month);
        Job job = new Job(life.household().partner().get(), 1 + start, start);
        report(job, month, wage, PARTNER_HOURS, rows, defects);
      }
    }
  }

  /** A job, by who has it and which it is. */
  private record Job(Person person, int number, int start) {}

  private static int partnerStarted(Life life, int month) {
    int start = month;
    while (start > 0 && Earnings.partnerWage(life, start - 1) > 0) {
      start--;
    }
    return start;
  }

  private static int started(Life life, int month) {
    int start = month;
    while (start > 0 && life.jobs()[start - 1] == life.jobs()[month]) {
      start--;
    }
    return start;
  }

  private void report(Job job, int month, int wage, int hours, Rows rows, DefectLedger defects) {
    RandomStream stable = RandomStream.of(plan.seed(), "job", job.person().id(), job.number());
    boolean fourWeekly = stable.nextDouble() < FOUR_WEEKLY;
    LocalDate first = Calendar.first(month);
    LocalDate last = Calendar.last(month);
    String employer = employer(stable, job, month, defects);
    RandomStream stream =
        RandomStream.of(plan.seed(), "wage", job.person().id(), job.number(), month);
    if (fourWeekly && last.getDayOfMonth() > FOUR_WEEKS) {
      LocalDate split = first.plusDays(FOUR_WEEKS - 1L);
      int part = (int) Math.rint(wage * (double) FOUR_WEEKS / last.getDayOfMonth());
      int partHours = hours * FOUR_WEEKS / last.getDayOfMonth();
      row(job, employer, first, split, part, partHours, stream, rows, defects);
      LocalDate next = split.plusDays(1);
      row(job, employer, next, last, wage - part, hours - partHours, stream, rows, defects);
    } else {
      row(job, employer, first, last, wage, hours, stream, rows, defects);
    }
  }

  private String employer(RandomStream stable, Job job, int month, DefectLedger defects) {
    boolean fake = stable.nextDouble() < plan.defects().fakeEmployer();
    String digits = Integer.toString(100_000_000 + stable.nextInt(800_000_000));
    if (fake) {
      defects.add(file, job.person(), Defect.EMPLOYER_FAKE, Calendar.from(month));
    }
    return fake ? "F" + digits : digits;
  }

  private void row(
      Job job,
      String employer,
      LocalDate first,
      LocalDate last,
      int wage,
      int hours,
      RandomStream stream,
      Rows rows,
      DefectLedger defects) {
    double fault = stream.nextDouble();
    double negative = plan.defects().negativeWage();
    double longMonth = negative + plan.defects().longMonth();
    double lower = longMonth + plan.defects().lowerCase();
    String day = Calendar.eight(first);
    String contract = job.number() % 3 == 0 ? "O" : "B";
    if (fault < negative) {
      defects.add(file, job.person(), Defect.WAGE_NEGATIVE, day);
    } else if (fault < longMonth) {
      defects.add(file, job.person(), Defect.HOURS_400, day);
    } else if (fault < lower) {
      defects.add(file, job.person(), Defect.CODE_LOWER, day);
      contract = contract.equals("O") ? "o" : "b";
    }
    int paid = fault < negative ? -wage : wage;
    rows.key(Key.of(job.person()))
        .text(ikv(job))
        .text(employer)
        .text(day)
        .text(Calendar.eight(last))
        .text(Calendar.from(job.start()))
        .number(paid)
        .number(fault >= negative && fault < longMonth ? 400 : hours)
        .number(Math.rint(paid * 102.0) / 100)
        .text(contract)
        .text(hours > 150 ? "V" : "D")
        .text(job.number() % 16 == 0 ? "2" : "9")
        .end();
  }

  private static String ikv(Job job) {
    String digits = Long.toString(job.person().id() * 100 + job.number() % 100);
    return "0".repeat(12 - digits.length()) + digits;
  }
}
