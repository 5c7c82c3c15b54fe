// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * What a lock holds of one declared file, so that a changed file is noticed and the change can be
 * told: which columns, whether rows, or only their order. Fingerprints are unsalted hashes of what
 * is inside; they stay inside.
 *
 * @param path the file, relative to the study
 * @param sha256 SHA-256 of its bytes, 64 hex digits
 * @param size its bytes
 * @param rows its rows, without the header
 * @param header the names of all its columns, from left to right
 * @param columns fingerprints of the key and the declared variables
 */
public record LockedFile(
    String path, String sha256, long size, long rows, List<String> header, List<Column> columns) {

  /** Copies the lists. */
  public LockedFile {
    header = List.copyOf(header);
    columns = List.copyOf(columns);
  }

  /**
   * A column of a locked file.
   *
   * @param name its name
   * @param empty number of empty cells
   * @param inOrder SHA-256 over the cells in the order of the file, 64 hex digits
   * @param anyOrder sum of hashes of the cells, the same in any order of rows, 64 hex digits
   */
  public record Column(String name, long empty, String inOrder, String anyOrder) {}

  /**
   * Reads a declared text file and locks what it holds. Undeclared columns are counted by name
   * only.
   *
   * @param studyFolder the study; no file outside it is read
   * @param plan the declaration of its source
   * @param path the file, relative to the study; its lock is not looked at
   * @throws RefusalException if the file is not as declared; cells are not read as their types
   */
  public static LockedFile lock(Path studyFolder, SourcePlan plan, String path) {
    Where where = Where.file(path);
    if (plan.key().size() != 2) {
      throw Refusal.badInput("linkage.key.pair", where, path).asException();
    }
    StudyFile file = StudyFile.find(studyFolder, path);
    StudyFile.Scanned scanned = file.scan();
    SourceText text = new SourceText(plan, where);
    text.checkCharset(scanned);
    MessageDigest digest = StudyFile.sha256();
    LockedFile locked;
    try (InputStream in = new DigestInputStream(file.open(), digest)) {
      locked = read(text.open(in), plan, where, scanned);
    } catch (IOException e) {
      throw Refusal.badInput("linkage.source.unreadable", where).asException();
    }
    if (!StudyFile.hex(digest).equals(scanned.sha256())) {
      throw Refusal.badInput("linkage.source.changing", where).asException();
    }
    return locked;
  }

  private static LockedFile read(
      CsvReader csv, SourcePlan plan, Where where, StudyFile.Scanned scanned) {
    if (!csv.next()) {
      throw Refusal.badInput("linkage.text.empty", where).asException();
    }
    Header header = Header.of(csv, plan, where);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < csv.fields(); i++) {
      names.add(csv.text(i));
    }
    List<Fingerprint> prints = new ArrayList<>();
    prints.add(new Fingerprint(plan.key().get(0), header.set()));
    prints.add(new Fingerprint(plan.key().get(1), header.number()));
    int place = 0;
    for (String name : plan.variables().sequencedKeySet()) {
      prints.add(new Fingerprint(name, header.variables()[place++]));
    }
    long rows = 0;
    while (csv.next()) {
      rows++;
      header.checkWidth(csv, where);
      prints.forEach(print -> print.add(csv));
    }
    return new LockedFile(
        where.file(),
        scanned.sha256(),
        scanned.size(),
        rows,
        names,
        prints.stream().map(Fingerprint::column).toList());
  }

  /** Makes the fingerprints of one column. */
  private static final class Fingerprint {
    private final String name;
    private final int place;
    private final MessageDigest inOrder = StudyFile.sha256();
    private final MessageDigest cell = StudyFile.sha256();
    private final byte[] sum = new byte[32];
    private long empty;

    Fingerprint(String name, int place) {
      this.name = name;
      this.place = place;
    }

    void add(CsvReader csv) {
      byte[] bytes = csv.text(place).getBytes(StandardCharsets.UTF_8);
      empty += bytes.length == 0 ? 1 : 0;
      byte[] hash = cell.digest(bytes);
      inOrder.update(hash);
      int carry = 0;
      for (int i = sum.length - 1; i >= 0; i--) {
        carry += (sum[i] & 0xFF) + (hash[i] & 0xFF);
        sum[i] = (byte) carry;
        carry >>>= 8;
      }
    }

    Column column() {
      String any = java.util.HexFormat.of().formatHex(Arrays.copyOf(sum, sum.length));
      return new Column(name, empty, StudyFile.hex(inOrder), any);
    }
  }
}
