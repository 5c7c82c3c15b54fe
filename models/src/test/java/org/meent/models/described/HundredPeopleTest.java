// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.described;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meent.models.described.SupportAnswer.GroupAnswer;
import org.meent.protocols.Protocol;
import org.meent.protocols.ProtocolFile;
import org.meent.protocols.refusal.RefusalException;

/** Released tables, written here as text, against the protocol of the first example. */
final class HundredPeopleTest {
  private static final Protocol NSW =
      ProtocolFile.read(Path.of(System.getProperty("meent.root"), "examples", "nsw"));
  private static final String SUPPORT = "supported-work,none,";

  private static ReleasedSheet sheet(String id, String... lines) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : lines) {
      rows.add(List.of(line.split(",", -1)));
    }
    return new ReleasedSheet(id, "people", rows.getFirst(), rows.subList(1, rows.size()));
  }

  private static ReleasedSheet effects(String... lines) {
    List<String> all = new ArrayList<>(List.of(String.join(",", EffectRows.COLUMNS)));
    all.addAll(List.of(lines));
    return sheet("effects-722", all.toArray(String[]::new));
  }

  private static String robust(String group, String figures) {
    return "doubly-robust,ate," + SUPPORT + group + "," + figures;
  }

  private static HundredPeople of(List<String> with, ReleasedSheet... sheets) {
    return HundredPeople.of(NSW, List.of(sheets), Description.parse(with));
  }

  private static List<GroupAnswer> answers(List<String> with, ReleasedSheet effects) {
    return of(with, effects).supports().getFirst().groups();
  }

  private static Answer everybody(String row) {
    return answers(List.of(), effects(row)).getFirst().answer();
  }

  @Test
  void anIntervalThatHoldsNothingIsNotKnown() {
    assertThat(everybody(robust("Total", "5.00,3.00,-0.88,10.88,200,300,")))
        .isEqualTo(new Answer.Undecided(-0.88, 10.88));
    assertThat(everybody(robust("Total", "5.00,3.00,0.00,10.88,200,300,")))
        .isInstanceOf(Answer.Undecided.class);
    assertThat(everybody(robust("Total", "5.00,2.00,0.01,8.92,200,300,")))
        .isEqualTo(new Answer.Difference(0.01, 8.92));
    assertThat(everybody(robust("Total", "-5.00,2.00,-8.92,-1.08,200,300,")))
        .matches(answer -> !((Answer.Difference) answer).higher());
  }

  @Test
  void whatWasLeftOutRefusedOrSmallIsNotKnown() {
    assertThat(everybody(robust("Total", ".,.,.,.,.,.,"))).isEqualTo(none(Answer.Why.LEFT_OUT));
    assertThat(everybody(robust("Total", ",,,,200,300,overlap-outside-share")))
        .isEqualTo(none(Answer.Why.NOT_COMPARABLE));
    assertThat(everybody(robust("Total", "5.00,2.00,1.08,8.92,29,300,")))
        .isEqualTo(none(Answer.Why.TOO_FEW));
    assertThat(everybody("difference-in-means,unadjusted," + SUPPORT + "Total,5,2,1,9,200,300,"))
        .isEqualTo(none(Answer.Why.NOT_COMPARED));
    assertThat(of(List.of()).supports())
        .allSatisfy(
            support ->
                assertThat(support.groups().getFirst().answer())
                    .isEqualTo(none(Answer.Why.LEFT_OUT)));
  }

  private static Answer none(Answer.Why why) {
    return new Answer.NoFigure(why);
  }

  /** One field at a time: nothing is ever said about people who are in both groups. */
  @Test
  void groupsThatOverlapStayApart() {
    ReleasedSheet effects =
        effects(
            robust("Total", "5,2,1,9,200,300,"),
            robust("nodegree=1", "6,2,2,10,100,150,"),
            robust("married=0", "4,2,0.1,8,100,150,"),
            robust("married=1", "9,2,5,13,100,150,"));
    assertThat(answers(List.of("nodegree=1", "married=0"), effects))
        .extracting(GroupAnswer::group)
        .containsExactly(Likeness.of("nodegree", "1"), Likeness.of("married", "0"));
    assertThat(answers(List.of("age=40"), effects))
        .extracting(GroupAnswer::group)
        .containsExactly(Likeness.EVERYBODY);
  }

  @Test
  void aFinerGroupThatWasReleasedTakesTheirPlace() {
    ReleasedSheet effects =
        effects(
            robust("Total", "5,2,1,9,200,300,"),
            robust("nodegree=1", "6,2,2,10,100,150,"),
            robust("married=0", "4,2,0.1,8,100,150,"),
            "doubly-robust,ate," + SUPPORT + "both,7,2,3,11,60,70,");
    List<List<String>> rows = new ArrayList<>(effects.rows());
    List<String> last = new ArrayList<>(rows.removeLast());
    last.set(4, "married=0, nodegree=1");
    rows.add(last);
    ReleasedSheet finer = new ReleasedSheet("effects-722", "people", effects.columns(), rows);
    List<GroupAnswer> found = answers(List.of("nodegree=1", "married=0"), finer);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().answer()).isEqualTo(new Answer.Difference(3, 11));
  }

  @Test
  void aGroupWithoutAFigureIsToldBesideACoarserOneThatHasOne() {
    List<GroupAnswer> found =
        answers(
            List.of("married=1"),
            effects(robust("Total", "5,2,1,9,200,300,"), robust("married=1", ".,.,.,.,.,.,")));
    assertThat(found)
        .containsExactly(
            new GroupAnswer(Likeness.of("married", "1"), "ate", none(Answer.Why.LEFT_OUT)),
            new GroupAnswer(Likeness.EVERYBODY, "ate", new Answer.Difference(1, 9)));
  }

  @Test
  void countsAndMeansAreOfTheFinestGroupThatFits() {
    HundredPeople people =
        of(
            List.of("nodegree=1", "age=40", "shoe=44", "earnings_1974=0"),
            sheet(
                "people",
                "nodegree,arm,persons",
                "0,none,79",
                "0,supported-work,80",
                "0,Total,159",
                "1,none,346",
                "1,supported-work,217",
                "1,Total,563",
                "Total,none,425",
                "Total,supported-work,297",
                "Total,Total,722"),
            sheet(
                "earnings-1978",
                "nodegree,arm,mean_earnings_1978,units",
                "1,none,4900.87,346",
                "1,supported-work,5607.33,29",
                "Total,none,5090.05,425",
                "Total,supported-work,.,."));
    // 346 and 217 of 563 are 61.46 and 38.54 of 100
    assertThat(people.shares())
        .containsExactly(
            new Shares(
                Likeness.of("nodegree", "1"),
                563,
                List.of(
                    new Shares.Share("none", OptionalInt.of(61)),
                    new Shares.Share("supported-work", OptionalInt.of(39)))));
    assertThat(people.afterwards().getFirst().means())
        .containsExactly(
            new Afterwards.Mean("none", OptionalDouble.of(4900.87)),
            new Afterwards.Mean("supported-work", OptionalDouble.empty()));
    assertThat(people.fields())
        .extracting(FieldUse::use)
        .containsExactly(
            FieldUse.Use.SHOWN,
            FieldUse.Use.COMPARED_BY,
            FieldUse.Use.NOT_LOOKED_AT,
            FieldUse.Use.COMPARED_BY);
    assertThat(of(List.of("nodegree=7"), sheet("people", "nodegree,arm,persons", "1,Total,563")))
        .satisfies(
            other -> {
              assertThat(other.fields().getFirst().use()).isEqualTo(FieldUse.Use.CODE_NOT_SHOWN);
              assertThat(other.shares()).isEmpty();
            });
  }

  /** Whole numbers, each next to its exact share, and 100 together, whatever was left out. */
  @Test
  void sharesAreAlwaysAHundred() {
    SplittableRandom random = new SplittableRandom(3);
    for (int draw = 0; draw < 500; draw++) {
      List<OptionalLong> counts = new ArrayList<>();
      long total = 0;
      for (int arm = 0; arm < 1 + draw % 6; arm++) {
        long count = random.nextLong(0, 1L << random.nextInt(1, 30));
        total += count;
        boolean shown = random.nextInt(4) > 0;
        counts.add(shown ? OptionalLong.of(count) : OptionalLong.empty());
      }
      total = Math.max(1, total);
      List<OptionalInt> shares = Shares.ofHundred(counts, total);
      int sum = 0;
      for (int arm = 0; arm < counts.size(); arm++) {
        assertThat(shares.get(arm).isPresent()).isEqualTo(counts.get(arm).isPresent());
        if (counts.get(arm).isPresent()) {
          double exact = 100.0 * counts.get(arm).getAsLong() / total;
          assertThat(Math.abs(shares.get(arm).getAsInt() - exact)).isLessThan(1);
          sum += shares.get(arm).getAsInt();
        }
      }
      assertThat(sum).isBetween(0, 100);
      assertThat(counts.stream().allMatch(OptionalLong::isPresent) && total > 1 ? sum : 100)
          .isEqualTo(100);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sex",
        "=1",
        "sex=",
        "bsn=123456789",
        "RINPERSOON=1",
        "rinpersoons=R",
        "phone=06 1234 5678"
      })
  void aPersonIsDescribedAndNeverLookedUp(String typed) {
    assertThatThrownBy(() -> of(List.of(typed)))
        .isInstanceOfSatisfying(
            RefusalException.class,
            no ->
                assertThat(no.refusals().getFirst().sentence(java.util.Locale.ENGLISH))
                    .doesNotContain("1234")
                    .doesNotContain("RINPERSOON"));
  }

  @Test
  void aDescriptionIsNoPortrait() {
    List<String> nine = new ArrayList<>();
    for (int i = 0; i <= Description.MOST_FIELDS; i++) {
      nine.add("f" + i + "=1");
    }
    assertThatThrownBy(() -> Description.parse(nine)).isInstanceOf(RefusalException.class);
    assertThatThrownBy(() -> Description.parse(List.of("a=1", "a=2")))
        .isInstanceOf(RefusalException.class);
    assertThat(Description.parse(List.of("a=secret"))).hasToString("Description[1 fields]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "doubly-robust,ate,supported-work,none,Total,5,2,9,1,200,300,", // ends the wrong way round
        "doubly-robust,ate,supported-work,none,Total,5,2,.,9,200,300,", // half an interval
        "doubly-robust,ate,supported-work,none,Total,5,2,NaN,9,200,300,",
        "doubly-robust,ate,supported-work,none,total,5,2,1,9,200,300,", // no group
        "doubly-robust,ate,other,none,Total,5,2,1,9,200,300,", // an arm that was not planned
        "doubly-robust,ate,supported-work,none,Total,5,2,1,9,200,300"
      })
  void aTableThatIsNotAReleasedOneIsRefused(String row) {
    assertThatThrownBy(() -> everybody(row)).isInstanceOf(RefusalException.class);
  }

  @Test
  void curvesThatAreNotOfTwoArmsAreRefused() {
    String columns = "curve,exit,time,at_risk,value,band_lower,band_upper";
    assertThatThrownBy(() -> of(List.of(), sheet("c", columns, "none,work,1,9,0.1,0,0.2")))
        .isInstanceOf(RefusalException.class);
    ReleasedSheet sound =
        sheet(
            "c",
            columns,
            "none,work,1,99,0.1,0,0.2",
            "supported-work,work,1,99,0.3,0.1,0.4",
            "difference,work,1,,0.2,-0.1,0.5");
    assertThat(of(List.of(), sound).leaving())
        .containsExactly(
            new Leaving(
                "supported-work",
                "none",
                "1",
                "people",
                List.of(
                    new Leaving.Exit(
                        "work",
                        OptionalDouble.of(0.1),
                        OptionalDouble.of(0.3),
                        new Answer.Undecided(-0.1, 0.5)))));
  }

  @Test
  void theSameRowTwiceIsRefused() {
    String row = robust("Total", "5,2,1,9,200,300,");
    assertThatThrownBy(() -> answers(List.of(), effects(row, row)))
        .isInstanceOf(RefusalException.class);
  }
}
