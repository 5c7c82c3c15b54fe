// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meent.linkage.format.BatchReader;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.TableSource;
import org.meent.protocols.refusal.ExitCode;
import org.meent.protocols.refusal.RefusalException;

/** Files that claim to be larger than they are, and targets larger than the disk. */
class ClaimsTest {
  private static final int HUGE = Integer.MAX_VALUE;

  @TempDir Path folder;

  /** Every number of a dictionary in turn claims two to the thirty-first. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "haven_labelled-num-na.sav",
        "pyreadstat_sample.zsav",
        "made_118.dta",
        "made_115.dta",
        "haven_notes.dta"
      })
  void aClaimOfTwoToTheThirtyFirstCostsNothing(String file) throws IOException {
    byte[] whole = Files.readAllBytes(Golden.corpus(file));
    int refused = 0;
    for (int at = 0; at + 4 <= Math.min(whole.length, 1200); at += 4) {
      ByteBuffer claim = ByteBuffer.wrap(whole.clone()).order(ByteOrder.LITTLE_ENDIAN);
      claim.putInt(at, HUGE);
      refused += refusal(Files.write(folder.resolve("claim"), claim.array())) ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(5);
  }

  @Test
  void csvCutAnywhereGivesWholeRowsOrARefusal() throws IOException {
    String text = "id;name;amount\n1;\"a;b\";1,5\n2;c;2,25\n3;\"d\"\"e\";3\n4;f;4\n";
    byte[] whole = text.getBytes(StandardCharsets.UTF_8);
    int refused = 0;
    for (int part = 0; part < 50; part++) {
      byte[] cut = Arrays.copyOf(whole, whole.length * part / 50);
      Path file = Files.write(folder.resolve("cut.csv"), cut);
      if (refusal(file)) {
        refused++;
      } else {
        assertThat(FileReport.show(file).schema().rows()).isBetween(0L, 4L);
      }
    }
    assertThat(refused).isGreaterThan(15);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.sav", "a.zsav", "a.dta", "a.csv", "a.parquet"})
  void moreThanTheDiskHoldsIsRefusedBeforeARowIsRead(String target) throws IOException {
    Path source = Files.writeString(folder.resolve("source"), "whatever");
    Path out = Files.writeString(folder.resolve(target), "what was there");
    TableSource endless =
        new TableSource() {
          @Override
          public Schema schema() {
            List<Column> columns = List.of(Column.text("a", 200), Column.text("b", 200));
            return new Schema("", "", "UTF-8", 1L << 44, columns, List.of());
          }

          @Override
          public BatchReader read(List<String> columns) {
            throw new IllegalStateException("nothing is read");
          }
        };
    assertThatThrownBy(() -> Conversion.convert(source, endless, out, List.of()))
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> {
              assertThat(e.refusals().getFirst().code()).isEqualTo("linkage.file.disk");
              assertThat(e.refusals().getFirst().exit()).isEqualTo(ExitCode.ENVIRONMENT);
            });
    assertThat(out).hasContent("what was there");
  }

  private static boolean refusal(Path file) {
    try {
      FileReport.show(file);
      return false;
    } catch (RefusalException e) {
      return true;
    }
  }
}
