// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.meent.linkage.drift.Profiler.Profiled;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.TableSource;
import org.meent.linkage.format.csv.CsvOptions;
import org.meent.linkage.format.file.DataFile;
import org.meent.linkage.register.Recognition;
import org.meent.linkage.register.Register;
import org.meent.linkage.register.RegisterDictionary;
import org.meent.linkage.register.RegisterKey;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Compares two versions of a file of any format that {@link DataFile} reads, or two locks of a
 * study. Memory does not grow with the rows: where there are more units than fit, counts of units
 * are estimated from the same sample of both versions, and said to be about right.
 */
public final class Drift {
  private static final List<String> USUAL_KEY = List.of("RINPERSOONS", "RINPERSOON");

  private final RegisterDictionary dictionary;
  private final List<String> key;
  private final int sampleNumbers;

  private Drift(RegisterDictionary dictionary, List<String> key, int sampleNumbers) {
    this.dictionary = dictionary;
    this.key = List.copyOf(key);
    this.sampleNumbers = sampleNumbers;
  }

  /** With the shipped registers; the key is that of the register, or the pair of a person. */
  public static Drift withDefaults() {
    return new Drift(RegisterDictionary.shipped(), List.of(), Profiler.SAMPLE_NUMBERS);
  }

  /** With these registers. */
  public Drift with(RegisterDictionary registers) {
    return new Drift(registers, key, sampleNumbers);
  }

  /** With these columns as the key of a unit. */
  public Drift withKey(List<String> columns) {
    return new Drift(dictionary, columns, sampleNumbers);
  }

  /** With room for so many numbers in the sample of units of each version. */
  Drift withSample(int numbers) {
    return new Drift(dictionary, key, numbers);
  }

  /**
   * What changed between two data files.
   *
   * @throws org.meent.protocols.refusal.RefusalException if one cannot be read, or the old one has
   *     not the columns of a key that was asked for
   */
  public DriftReport files(Path old, Path now) {
    TableSource before = DataFile.open(old);
    TableSource after = DataFile.open(now);
    Optional<Register> register =
        Recognition.of(dictionary, old, names(before)).map(Recognition::register);
    List<String> oldKey = key(old, names(before), register);
    List<String> newKey = present(oldKey, names(after)).orElse(List.of());
    Profiler profiler = new Profiler(dictionary, new SipHash(0, 0), sampleNumbers);
    Profiled one = profiler.read(old, coded(old, before, register, oldKey), names(before), oldKey);
    Profiled other = profiler.read(now, coded(now, after, register, newKey), names(after), newKey);
    return new DriftReport(
        version(one.profile()),
        version(other.profile()),
        List.of(new DriftReport.Part("", Comparison.between(one, other, oldKey, register))));
  }

  /** What changed between two locks of a study. */
  public DriftReport locks(String oldName, StudyLock old, String newName, StudyLock now) {
    boolean oneSalt = old.salt().equals(now.salt());
    List<DriftReport.Part> parts = new ArrayList<>();
    for (SourceLock source : old.sources()) {
      List<Change> changes =
          now.source(source.name())
              .map(after -> between(source, after, oneSalt))
              .orElse(List.of(Change.of(Change.Kind.SOURCE_LOST, source.name())));
      parts.add(new DriftReport.Part(source.name(), changes));
    }
    for (SourceLock source : now.sources()) {
      if (old.source(source.name()).isEmpty()) {
        parts.add(
            new DriftReport.Part(
                source.name(), List.of(Change.of(Change.Kind.SOURCE_ADDED, source.name()))));
      }
    }
    return new DriftReport(
        new DriftReport.Version(oldName, "", "", -1),
        new DriftReport.Version(newName, "", "", -1),
        parts);
  }

  private List<Change> between(SourceLock old, SourceLock now, boolean oneSalt) {
    if (old.sha256().equals(now.sha256())) {
      return List.of(Change.of(Change.Kind.SAME));
    }
    FileProfile before = oneSalt ? old.profile() : old.profile().withoutContent();
    FileProfile after = oneSalt ? now.profile() : now.profile().withoutContent();
    List<Change> changes =
        Comparison.between(
            new Profiled(before, Optional.empty()),
            new Profiled(after, Optional.empty()),
            old.key(),
            dictionary.find(before.register()));
    return !oneSalt && changes.getFirst().kind() == Change.Kind.SAME
        ? List.of(Change.of(Change.Kind.BYTES))
        : changes;
  }

  /**
   * The file, with columns of text as the dictionary knows them: separated values do not say
   * themselves whether 1 is a number or a code. Columns of the key stay as they are seen, so that
   * lost leading zeros show.
   */
  private static TableSource coded(
      Path file, TableSource source, Optional<Register> register, List<String> key) {
    if (!source.schema().format().equals("CSV") || register.isEmpty()) {
      return source;
    }
    Set<String> text = new TreeSet<>(names(source));
    key.forEach(text::remove);
    text.removeIf(
        name -> register.get().column(name).map(column -> !column.type().isText()).orElse(true));
    return DataFile.open(file, CsvOptions.withDefaults().withText(text));
  }

  /** The key that was asked for, that of the register, or the usual one; empty if there is none. */
  private List<String> key(Path file, List<String> names, Optional<Register> register) {
    if (!key.isEmpty()) {
      return present(key, names)
          .orElseThrow(
              () ->
                  Refusal.badInput(
                          "linkage.drift.key",
                          Where.file(String.valueOf(file.getFileName())),
                          String.join(", ", key))
                      .asException());
    }
    List<List<String>> candidates = new ArrayList<>();
    register.ifPresent(
        one -> one.keys().stream().map(RegisterKey::columns).forEach(candidates::add));
    candidates.add(USUAL_KEY);
    return candidates.stream()
        .map(candidate -> present(candidate, names))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(List.of());
  }

  /** The columns as the file spells them, if it has them all. */
  private static Optional<List<String>> present(List<String> wanted, List<String> names) {
    List<String> spelt = new ArrayList<>();
    for (String name : wanted) {
      names.stream().filter(name::equalsIgnoreCase).findFirst().ifPresent(spelt::add);
    }
    return spelt.size() == wanted.size() ? Optional.of(spelt) : Optional.empty();
  }

  private static List<String> names(TableSource source) {
    return source.schema().columns().stream().map(Column::name).toList();
  }

  private static DriftReport.Version version(FileProfile profile) {
    return new DriftReport.Version(
        profile.file(), profile.register(), profile.version(), profile.rows());
  }
}
