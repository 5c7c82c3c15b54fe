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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.meent.linkage.format.BatchReader;
import org.meent.linkage.format.ColumnBatch;
import org.meent.linkage.format.TableSource;
import org.meent.protocols.refusal.RefusalException;

/**
 * System files put together byte by byte: both orders of bytes, with and without compression, with
 * and without a number of rows, and no record that names the character set.
 */
class SavBytesTest {
  @TempDir Path folder;

  static Stream<Arguments> kinds() {
    return Stream.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)
        .flatMap(
            order ->
                Stream.of(0, 1)
                    .flatMap(
                        packed -> Stream.of(-1, 2).map(rows -> Arguments.of(order, packed, rows))));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void readsBothOrders(ByteOrder order, int packed, int rows) throws IOException {
    Path file = Files.write(folder.resolve("a.sav"), file(order, packed, rows, true));
    TableSource source = DataFile.open(file);
    assertThat(source.schema().charset()).isEqualTo("windows-1252");
    assertThat(source.schema().columns().get(0).labels().getFirst().label()).isEqualTo("één");
    assertThat(CsvFilesTest.rows(source))
        .containsExactly(List.of("5.0", "café"), List.of("NaN", ""));
    try (BatchReader reader = source.read(List.of("NAAM"))) {
      ColumnBatch batch = java.util.Objects.requireNonNull(reader.next());
      assertThat(batch.texts(0).text(0)).isEqualTo("café");
      assertThat(reader.next()).isNull();
    }
  }

  @Test
  void aNumberOfRowsThatIsNotThereIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("a.sav"), file(ByteOrder.LITTLE_ENDIAN, 1, 3, true));
    assertThatThrownBy(() -> FileReport.show(file)).isInstanceOf(RefusalException.class);
  }

  @Test
  void aLabelForNoVariableIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("a.sav"), file(ByteOrder.LITTLE_ENDIAN, 1, 2, false));
    assertThatThrownBy(() -> DataFile.open(file)).hasMessageContaining("value labels for");
  }

  /**
   * Two variables: X, a number with a label for 5, and NAAM, a text of 6; rows (5, café), (., "").
   */
  private static byte[] file(ByteOrder order, int packed, int rows, boolean inside) {
    ByteBuffer out = ByteBuffer.allocate(1000).order(order);
    out.put("$FL2".getBytes(StandardCharsets.US_ASCII)).put(blanks(60));
    out.putInt(2).putInt(2).putInt(packed).putInt(0).putInt(rows).putDouble(100);
    out.put(blanks(17 + 64 + 3));
    variable(out, 0, "X");
    variable(out, 6, "NAAM");
    out.putInt(3).putInt(1).putDouble(5).put((byte) 3).put(latin("één    "));
    out.putInt(4).putInt(1).putInt(inside ? 1 : 3);
    out.putInt(999).putInt(0);
    if (packed == 0) {
      out.putDouble(5).put(latin("café    ")).putDouble(-Double.MAX_VALUE).put(blanks(8));
    } else {
      out.put(new byte[] {105, (byte) 253, (byte) 255, (byte) 254, (byte) 252, 0, 0, 0});
      out.put(latin("café    "));
    }
    byte[] bytes = new byte[out.position()];
    out.flip().get(bytes);
    return bytes;
  }

  private static void variable(ByteBuffer out, int width, String name) {
    out.putInt(2).putInt(width).putInt(0).putInt(0);
    int format = width == 0 ? 5 << 16 | 8 << 8 : 1 << 16 | width << 8;
    out.putInt(format).putInt(format).put(latin((name + "        ").substring(0, 8)));
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] blanks(int count) {
    return " ".repeat(count).getBytes(StandardCharsets.US_ASCII);
  }
}
