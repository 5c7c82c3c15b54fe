// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.encode;

import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import org.meent.linkage.compare.FoldedText;
import org.meent.linkage.match.CsvReader;
import org.meent.linkage.match.CsvTable;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** Encodes records after a plan; what comes out holds no value of the fields in clear. */
public final class FileEncoding {
  private final EncodingPlan plan;
  private final BloomFilters filters;
  private final Mac pseudonym;

  /** An encoding of a plan with a key. */
  public FileEncoding(EncodingPlan plan, EncodingKey key) {
    this.plan = plan;
    this.filters = new BloomFilters(plan, key);
    this.pseudonym = key.hash("pseudonym");
  }

  /**
   * Encodes a file (CSV, UTF-8) as another: the id, then the encodings in Base64, sorted by id.
   *
   * @return how many records were encoded
   * @throws org.meent.protocols.refusal.RefusalException if a column of the plan is not there
   */
  public int encode(Path file, Writer out) throws IOException {
    List<String> columns = plan.fields().stream().map(EncodingPlan.FieldPlan::column).toList();
    CsvTable table = CsvReader.read(file, plan.id(), columns::contains);
    List<CsvTable.CsvColumn> values = new ArrayList<>();
    for (String column : columns) {
      int at = table.header().indexOf(column);
      if (at < 0 || column.equals(plan.id())) {
        throw Refusal.badInput(
                "linkage.match.no-column",
                Where.file(table.file()).in(column),
                String.join(", ", table.header()))
            .asException();
      }
      values.add(table.columns().get(at));
    }
    out.write("id," + String.join(",", BloomFilters.columns(plan)) + "\n");
    for (int row = 0; row < table.rows(); row++) {
      List<String> record = new ArrayList<>();
      for (CsvTable.CsvColumn column : values) {
        record.add(column.values()[column.codes()[row]]);
      }
      out.write(quoted(table.ids().text(row)));
      for (byte[] encoding : encode(record)) {
        out.write("," + Base64.getEncoder().encodeToString(encoding));
      }
      out.write("\n");
    }
    return table.rows();
  }

  private static String quoted(String id) {
    return id.matches("[^,\"\\s]*") ? id : '"' + id.replace("\"", "\"\"") + '"';
  }

  /** The encodings of a record, its values in the order of the plan. */
  List<byte[]> encode(List<String> record) {
    return switch (plan.method()) {
      case PSEUDONYM -> List.of(pseudonym(record));
      case RECORD -> List.of(bytes(filters.hardened(filter(record, 0, record.size()))));
      case FIELD -> {
        List<byte[]> encodings = new ArrayList<>();
        for (int f = 0; f < record.size(); f++) {
          encodings.add(bytes(filters.hardened(filter(record, f, f + 1))));
        }
        yield encodings;
      }
    };
  }

  private long[] filter(List<String> record, int from, int to) {
    long[] filter = filters.empty();
    for (int f = from; f < to; f++) {
      filters.add(filter, plan.fields().get(f), record.get(f));
    }
    return filter;
  }

  /** HMAC over the folded values, each with its length, so that no two records fall together. */
  private byte[] pseudonym(List<String> record) {
    for (String value : record) {
      byte[] folded = FoldedText.compact(value).getBytes(StandardCharsets.UTF_8);
      pseudonym.update(ByteBuffer.allocate(4).putInt(folded.length).array());
      pseudonym.update(folded);
    }
    return pseudonym.doFinal();
  }

  private static byte[] bytes(long[] words) {
    ByteBuffer buffer = ByteBuffer.allocate(8 * words.length).order(ByteOrder.LITTLE_ENDIAN);
    for (long word : words) {
      buffer.putLong(word);
    }
    return buffer.array();
  }
}
