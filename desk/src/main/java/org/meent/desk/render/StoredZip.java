// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * An office container packed again so that equal content gives equal bytes: entries stored without
 * compression (compression differs between libraries), the list of content types first as readers
 * expect, the others by name, all at one time long ago.
 */
final class StoredZip {
  private static final String FIRST = "[Content_Types].xml";

  /** Java writes the very first moment of the format with the platform's time zone beside it. */
  private static final LocalDateTime EARLY = LocalDateTime.of(1980, 2, 1, 0, 0);

  private StoredZip() {}

  static byte[] repack(byte[] container) {
    try {
      Map<String, byte[]> entries = read(container);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
        byte[] types = entries.remove(FIRST);
        if (types == null) {
          throw new IllegalArgumentException("an office container has a list of content types");
        }
        add(zip, FIRST, types);
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
          add(zip, entry.getKey(), entry.getValue());
        }
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TreeMap<String, byte[]> read(byte[] container) throws IOException {
    TreeMap<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(container), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(EARLY);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
