// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.csv.CsvReader;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** The declared way in which the bytes of a file are text. */
final class SourceText {
  private final SourcePlan plan;
  private final Where where;
  private final Charset charset;

  /**
   * Looks the character set up.
   *
   * @throws org.meent.protocols.refusal.RefusalException if there is none of that name
   */
  SourceText(SourcePlan plan, Where where) {
    this.plan = plan;
    this.where = where;
    try {
      this.charset = Charset.forName(plan.format().charset());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw Refusal.badInput("linkage.text.charset-unknown", where, plan.format().charset())
          .asException();
    }
  }

  /**
   * Compares what the bytes look like with what was declared.
   *
   * @throws org.meent.protocols.refusal.RefusalException if the file is empty, or is UTF-8 although
   *     another character set was declared, which would decode it into nonsense
   */
  void checkCharset(StudyFile.Scanned scanned) {
    if (scanned.size() == 0) {
      throw Refusal.badInput("linkage.text.empty", where).asException();
    }
    if (scanned.looksLikeUtf8() && isSingleByte()) {
      throw Refusal.badInput("linkage.text.is-utf-8", where, charset.name()).asException();
    }
  }

  /** The rows of the text. */
  CsvReader open(InputStream in) throws IOException {
    return new CsvReader(in, charset, plan.format().delimiter(), where);
  }

  private boolean isSingleByte() {
    return !charset.equals(StandardCharsets.UTF_8)
        && charset.canEncode()
        && charset.newEncoder().maxBytesPerChar() <= 1;
  }
}
