// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meent.linkage.format.BatchReader;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.ColumnBatch;
import org.meent.linkage.format.TableSource;
import org.meent.linkage.register.Recognition;
import org.meent.linkage.register.Register;
import org.meent.linkage.register.RegisterDictionary;
import org.meent.linkage.register.RegisterFileName;
import org.meent.linkage.register.RegisterKey;

/** Reads a file once and makes its fingerprint; its memory does not grow with the rows. */
final class Profiler {
  /** Numbers that a sample of units may hold: 32 MB, and about as much again for its index. */
  static final int SAMPLE_NUMBERS = 1 << 22;

  /** Names of columns that number persons, employers or cases; no value of theirs is ever named. */
  private static final Pattern NAMES_A_UNIT =
      Pattern.compile(
          "(?i)(?!rinpersoons$)(.*(id|nr|nummer|number|bsn|crypt|medewerker|beoordelaar)"
              + "|(rin|ref).*|.*(persoon|person|adres|brin))");

  private static final SipHash HASH = new SipHash(0x6d65656e74L, 0x6472696674L);

  private final RegisterDictionary dictionary;
  private final SipHash salted;
  private final int sampleNumbers;

  /**
   * A profiler.
   *
   * @param dictionary the registers that can be recognised
   * @param salted the hash of contents
   * @param sampleNumbers numbers that a sample of units may hold
   */
  Profiler(RegisterDictionary dictionary, SipHash salted, int sampleNumbers) {
    this.dictionary = dictionary;
    this.salted = salted;
    this.sampleNumbers = sampleNumbers;
  }

  /**
   * A fingerprint and the units it was made from.
   *
   * @param profile the fingerprint
   * @param units the units, if there is a key
   */
  record Profiled(FileProfile profile, Optional<KeySample> units) {}

  /**
   * Reads a file.
   *
   * @param file its path, for its name
   * @param source the file, open
   * @param names the columns to look at, in the order of the file
   * @param key names of the columns of the key, among those; empty if there is none
   */
  Profiled read(Path file, TableSource source, List<String> names, List<String> key) {
    List<String> all = source.schema().columns().stream().map(Column::name).toList();
    Optional<Recognition> recognised = Recognition.of(dictionary, file, all);
    Optional<Register> register = recognised.map(Recognition::register);
    List<Column> columns =
        names.stream()
            .map(name -> source.schema().columns().get(source.schema().index(name).orElseThrow()))
            .toList();
    List<ColumnAccount> accounts = new ArrayList<>();
    for (Column column : columns) {
      accounts.add(
          new ColumnAccount(
              column,
              ColumnMeaning.of(column, register),
              mayBeCodes(column, register, key),
              HASH,
              salted));
    }
    int[] places = key.stream().mapToInt(names::indexOf).toArray();
    KeySample units = new KeySample(columns.size(), sampleNumbers);
    long rows = count(source, names, accounts, places, units);
    FileProfile profile =
        new FileProfile(
            String.valueOf(file.getFileName()),
            source.schema().format(),
            register.map(Register::name).orElse(""),
            version(file),
            rows,
            accounts.stream().map(ColumnAccount::profile).toList(),
            all.stream().filter(name -> !names.contains(name)).toList());
    return new Profiled(profile, key.isEmpty() ? Optional.empty() : Optional.of(units));
  }

  private static long count(
      TableSource source,
      List<String> names,
      List<ColumnAccount> accounts,
      int[] key,
      KeySample units) {
    long rows = 0;
    long[][] hashes = new long[accounts.size()][0];
    try (BatchReader reader = source.read(names)) {
      for (@Nullable ColumnBatch batch = reader.next(); batch != null; batch = reader.next()) {
        for (int c = 0; c < hashes.length; c++) {
          if (hashes[c].length < batch.rows()) {
            hashes[c] = new long[batch.rows()];
          }
          accounts.get(c).add(batch, c, hashes[c]);
        }
        for (int r = 0; key.length > 0 && r < batch.rows(); r++) {
          addUnit(units, hashes, key, r);
        }
        rows += batch.rows();
      }
    }
    return rows;
  }

  private static void addUnit(KeySample units, long[][] hashes, int[] key, int row) {
    long unit = 0;
    for (int place : key) {
      if (ColumnAccount.isNothing(hashes[place][row])) {
        units.addWithoutKey();
        return;
      }
      unit = HASH.of(Long.rotateLeft(unit, 1) ^ hashes[place][row]);
    }
    units.add(unit, hashes, row);
  }

  /** Whether values may be named as codes: not those that name a unit. */
  private static boolean mayBeCodes(Column column, Optional<Register> register, List<String> key) {
    boolean inKey = !key.isEmpty() && key.getLast().equals(column.name());
    if (inKey || NAMES_A_UNIT.matcher(column.name()).matches()) {
      return false;
    }
    return register.stream()
        .flatMap(one -> one.keys().stream())
        .map(RegisterKey::columns)
        .noneMatch(names -> names.getLast().equalsIgnoreCase(column.name()));
  }

  private static String version(Path file) {
    return RegisterFileName.of(file)
        .map(
            name ->
                name.period().map(String::valueOf).orElse("")
                    + name.version().map(version -> " " + version).orElse(""))
        .map(String::strip)
        .orElse("");
  }
}
