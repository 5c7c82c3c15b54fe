// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecodingSearchTest {
  /** Persons by town and age: few in Ost and Ust, and few of 60 and over. */
  private static final String[] PERSONS = {
    "N,Aa,0-29,12", "N,Aa,30-59,14", "N,Aa,60-79,2", "N,Aa,80+,2",
    "N,Ost,0-29,3", "N,Ost,30-59,9", "N,Ust,0-29,2", "N,Ust,30-59,8",
    "Z,Ee,0-29,11", "Z,Ee,30-59,13", "Z,Ee,60-79,3", "Z,Ee,80+,1"
  };

  @TempDir Path folder;

  private List<Recoding> search(String more) throws IOException {
    StringBuilder text = new StringBuilder("prov,town,age\n");
    for (String persons : PERSONS) {
      int comma = persons.lastIndexOf(',');
      String line = persons.substring(0, comma) + "\n";
      text.append(line.repeat(Integer.parseInt(persons.substring(comma + 1))));
    }
    Files.writeString(folder.resolve("p.csv"), text);
    Path spec =
        Files.writeString(
            folder.resolve("spec.yaml"),
            "input: p.csv\ndimensions: {town: [prov, town], age: age}\nrules: {threshold: 4}\n"
                + "standard: exact\n"
                + more);
    ProtectionJob job = ProtectionJob.read(spec);
    return RecodingSearch.of(job, job.records());
  }

  @Test
  void adviceIsTheRecodedTableProtectedInEarnest() throws IOException {
    List<Recoding> found = search("");
    assertThat(found)
        .extracting(Recoding::kind)
        .containsExactlyInAnyOrder(
            Recoding.Kind.NONE,
            Recoding.Kind.MERGE,
            Recoding.Kind.MERGE,
            Recoding.Kind.TOP_CODE,
            Recoding.Kind.COARSER);
    Recoding top = only(found, Recoding.Kind.TOP_CODE);
    assertThat(top.codes()).containsExactly("60-79", "80+");
    assertThat(top.into().values()).containsOnly("60+");
    for (Recoding recoding : found) {
      assertThat(recoding.primaries()).isLessThanOrEqualTo(found.getFirst().primaries());
    }
    // the same table, made from records that were recoded before: 7 codes of town, 4 of age
    String recoded = Files.readString(folder.resolve("p.csv")).replaceAll("60-79|80\\+", "60+");
    Files.writeString(folder.resolve("p.csv"), recoded);
    ProtectedTable table = ProtectionJob.read(folder.resolve("spec.yaml")).run();
    assertThat(top.cells()).isEqualTo(table.table().size());
    assertThat(top.primaries()).isEqualTo(table.pattern().primaries().length);
    assertThat(top.hidden()).isEqualTo(table.secondaryValue());
  }

  @Test
  void codesThatTheSpecificationNamesStay() throws IOException {
    List<Recoding> found = search("structural-zeros: [{town: Ost, age: 80+}]\n");
    assertThat(found)
        .noneMatch(recoding -> recoding.codes().contains("Ost"))
        .noneMatch(recoding -> recoding.codes().contains("80+"));
  }

  private static Recoding only(List<Recoding> found, Recoding.Kind kind) {
    return found.stream().filter(recoding -> recoding.kind() == kind).findFirst().orElseThrow();
  }
}
