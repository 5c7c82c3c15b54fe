// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.sas;

import com.epam.parso.ColumnFormat;
import com.epam.parso.SasFileProperties;
import com.epam.parso.impl.SasFileReaderImpl;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.meent.linkage.format.BatchReader;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.FileFormat;
import org.meent.linkage.format.Measure;
import org.meent.linkage.format.MissingCodes;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.TableSource;
import org.meent.linkage.format.TableWriting;
import org.meent.linkage.format.ValueType;
import org.meent.linkage.format.bytes.ByteInput;
import org.meent.linkage.format.bytes.Projection;
import org.meent.linkage.format.bytes.StrictText;
import org.meent.protocols.refusal.Refusal;

/** SAS files, {@code .sas7bdat}, read only. Value labels stand in another file of SAS. */
public final class SasFormat implements FileFormat {
  private static final String NOTE =
      "Letters of missing numbers (.A to .Z) and formats of a SAS catalogue are not read.";

  @Override
  public List<String> endings() {
    return List.of("sas7bdat");
  }

  @Override
  public boolean recognises(byte[] head) {
    return SasHead.recognises(head);
  }

  @Override
  public TableSource open(Path file) {
    SasHead head;
    try (ByteInput in = ByteInput.open(file)) {
      head = SasHead.read(in);
    }
    try (SasParser parser = new SasParser(file)) {
      return new SasSource(file, head, schema(head, parser));
    }
  }

  @Override
  public Optional<TableWriting> writing(String ending) {
    return Optional.empty();
  }

  private static Schema schema(SasHead head, SasParser parser) {
    SasFileReaderImpl reader = parser.reader();
    SasFileProperties said = reader.getSasFileProperties();
    parser.checkClaims(said, head);
    StrictText text = new StrictText(head.charset());
    List<Column> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (com.epam.parso.Column column : reader.getColumns()) {
      String name = text(column.getName(), text);
      if (!seen.add(name)) {
        throw Refusal.badInput("linkage.file.duplicate-column", parser.where(), name).asException();
      }
      columns.add(column(column, name, text));
    }
    if (columns.isEmpty()) {
      throw Refusal.badInput("linkage.sas.damaged", parser.where(), "no columns").asException();
    }
    String label = text(said.getFileLabel(), text);
    return new Schema(
        "SAS .sas7bdat", label, head.charset().name(), said.getRowCount(), columns, List.of(NOTE));
  }

  private static Column column(com.epam.parso.Column column, String name, StrictText text) {
    ColumnFormat format = column.getFormat();
    boolean isText = column.getType() == String.class;
    String spelled =
        (format.getName() == null ? "" : format.getName())
            + (format.getWidth() > 0 ? format.getWidth() : "");
    return new Column(
        name,
        text(column.getLabel(), text),
        isText ? ValueType.TEXT : SasTimes.type(format.getName()),
        isText ? column.getLength() : format.getWidth(),
        format.getPrecision(),
        spelled,
        List.of(),
        MissingCodes.NONE,
        Measure.UNKNOWN);
  }

  /** Parso was told that all is Latin-1, one character a byte; here the bytes get their meaning. */
  private static String text(@org.jspecify.annotations.Nullable String bytes, StrictText text) {
    return bytes == null
        ? ""
        : text.lenient(bytes.getBytes(StandardCharsets.ISO_8859_1)).replace("\0", "").strip();
  }

  private record SasSource(Path file, SasHead head, Schema schema) implements TableSource {
    @Override
    public BatchReader read(List<String> columns) {
      return new SasBatchReader(file, head, schema, Projection.of(schema, columns, file));
    }
  }
}
