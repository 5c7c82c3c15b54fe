// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.csv.CsvCell;
import org.meent.protocols.csv.CsvReader;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/** The rows of a text file with separators. */
final class CsvRows implements DeclaredRows {
  private final CsvReader csv;
  private final InputStream in;
  private final Where where;
  private final List<String> columns;
  private final Header header;
  private final CsvCell cell = new CsvCell();
  private final CsvCell[] keys;

  private CsvRows(CsvReader csv, InputStream in, SourcePlan plan, Where where) throws IOException {
    this.csv = csv;
    this.in = in;
    this.where = where;
    if (!csv.next()) {
      throw Refusal.badInput("linkage.text.empty", where).asException();
    }
    this.columns = IntStream.range(0, csv.fields()).mapToObj(csv::text).toList();
    this.header = Header.of(csv, plan, where);
    this.keys = Stream.generate(CsvCell::new).limit(header.keys().length).toArray(CsvCell[]::new);
  }

  /** Opens a file whose bytes have been looked through. */
  static CsvRows open(StudyFile file, StudyFile.Scanned scanned, SourcePlan plan, Where where) {
    SourceText text = new SourceText(plan, where);
    text.checkCharset(scanned);
    try {
      InputStream in = file.open();
      return new CsvRows(text.open(in), in, plan, where);
    } catch (IOException e) {
      throw unreadable(where);
    }
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    try {
      if (!csv.next()) {
        return false;
      }
    } catch (IOException e) {
      throw unreadable(where);
    }
    header.checkWidth(csv, where);
    return true;
  }

  @Override
  public long line() {
    return csv.line();
  }

  @Override
  public CharSequence key(int column) {
    return csv.cell(header.keys()[column], keys[column]);
  }

  @Override
  public void read(int variable, CellReader into) {
    into.read(csv.cell(header.variables()[variable], cell), csv.line());
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw unreadable(where);
    }
  }

  private static RefusalException unreadable(Where where) {
    return Refusal.badInput("linkage.source.unreadable", where).asException();
  }
}
