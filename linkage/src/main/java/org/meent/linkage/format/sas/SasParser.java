// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.sas;

import com.epam.parso.SasFileProperties;
import com.epam.parso.date.OutputDateType;
import com.epam.parso.impl.SasFileReaderImpl;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.meent.linkage.format.bytes.ByteInput;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/** Parso on one file. Whatever Parso throws on a damaged file becomes one refusal. */
final class SasParser implements AutoCloseable {
  private static final String ONE_BYTE_A_CHARACTER = "ISO-8859-1";

  private final Where where;
  private final InputStream stream;
  private final SasFileReaderImpl reader;
  private final long size;

  SasParser(Path file) {
    this.where = Where.file(ByteInput.name(file));
    try {
      this.size = Files.size(file);
      this.stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    } catch (IOException e) {
      throw ByteInput.unreadable(where, e);
    }
    try {
      this.reader = new SasFileReaderImpl(stream, ONE_BYTE_A_CHARACTER, OutputDateType.SAS_VALUE);
    } catch (RuntimeException e) {
      close();
      throw damaged(e);
    }
  }

  SasFileReaderImpl reader() {
    return reader;
  }

  Where where() {
    return where;
  }

  /** A row is not longer than its pages could hold, and there are not more than fit in the file. */
  void checkClaims(SasFileProperties said, SasHead head) {
    long longest = Math.max(head.pageBytes(), 1 << 20);
    boolean sane = said.getRowLength() >= 0 && said.getRowLength() <= longest;
    if (!sane || said.getRowCount() < 0) {
      throw Refusal.badInput("linkage.sas.damaged", where, "a claim that cannot be").asException();
    }
    double least = said.isCompressed() ? 12 : Math.max(1, said.getRowLength());
    if (least * said.getRowCount() > size) {
      throw Refusal.badInput("linkage.file.short", where, said.getRowCount()).asException();
    }
  }

  Object @Nullable [] next() {
    try {
      return reader.readNext();
    } catch (IOException | RuntimeException e) {
      throw damaged(e);
    }
  }

  private RefusalException damaged(Exception cause) {
    RefusalException refusal =
        Refusal.badInput("linkage.sas.damaged", where, cause.getClass().getSimpleName())
            .asException();
    refusal.initCause(cause);
    return refusal;
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException e) {
      throw ByteInput.unreadable(where, e);
    }
  }
}
