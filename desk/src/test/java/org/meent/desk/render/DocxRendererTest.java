// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class DocxRendererTest {
  @Test
  void everyPageCarriesTheMarkingAndTablesComeBack() throws IOException {
    byte[] bytes = DocxRenderer.render(SampleReport.dutch());
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
      assertThat(document.getHeaderList().getFirst().getText())
          .contains("ALLEEN BINNEN · DEMONSTRATIE");
      assertThat(document.getTables()).hasSize(5);
      assertThat(document.getTables().getFirst().getRow(2).getCell(0).getText())
          .isEqualTo("=SUM(A1:A9)");
    }
  }

  @Test
  void nothingInItKnowsWhoMadeItOrWhen() throws IOException {
    byte[] bytes = DocxRenderer.render(SampleReport.saying("<w:del/> & \u0000\u202E"));
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        String part = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(part)
            .doesNotContainPattern("(?i)apache|creator>[^<]|[^0-9]20[2-9][0-9]-[0-9]{2}-")
            .doesNotContain("<w:del", "<w:ins ", "<w:vanish", "<w:instrText", "\u202E");
      }
    }
  }
}
