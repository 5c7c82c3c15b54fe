// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.drift;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.TableSource;
import org.meent.linkage.format.csv.CsvOptions;
import org.meent.linkage.format.file.DataFile;
import org.meent.linkage.register.RegisterDictionary;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.SourcePlan.LockedPath;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * The lock of a study: what each source held when it was made, so that a later delivery can be
 * compared with it. It is inside only: hashes of what is inside can be guessed from outside. Only
 * the key and the declared variables are read; other columns are named and not looked at.
 *
 * @param salt key of the hashes of contents, 32 hex digits; locks with one salt can be compared
 *     value by value
 * @param sources the sources, in the order of the protocol
 */
public record StudyLock(String salt, List<SourceLock> sources) {
  private static final int BUFFER = 1 << 16;

  /** Copies the sources. */
  public StudyLock {
    sources = List.copyOf(sources);
    if (!salt.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("a salt has 32 hex digits");
    }
  }

  /** The lock of the source of that name. */
  public Optional<SourceLock> source(String name) {
    return sources.stream().filter(source -> source.name().equals(name)).findFirst();
  }

  /**
   * Reads all sources of a study and locks what they hold.
   *
   * @param study the folder of the study; no file outside it is read
   * @param plans the declared sources; their locks are not looked at
   * @param salt that of an earlier lock, or 32 random hex digits
   * @throws org.meent.protocols.refusal.RefusalException if a source cannot be read, lacks a
   *     declared column, or changes while it is read
   */
  public static StudyLock of(
      Path study,
      SequencedMap<String, SourcePlan> plans,
      RegisterDictionary dictionary,
      String salt) {
    SipHash salted =
        new SipHash(
            HexFormat.fromHexDigitsToLong(salt, 0, 16),
            HexFormat.fromHexDigitsToLong(salt, 16, 32));
    Profiler profiler = new Profiler(dictionary, salted, 1);
    List<SourceLock> sources = new ArrayList<>();
    for (Map.Entry<String, SourcePlan> source : plans.entrySet()) {
      SourcePlan plan = source.getValue();
      for (int i = 0; i < plan.files().size(); i++) {
        String name = plan.files().size() == 1 ? source.getKey() : source.getKey() + " " + (i + 1);
        sources.add(lock(study, name, plan, plan.files().get(i), profiler));
      }
    }
    return new StudyLock(salt, sources);
  }

  private static SourceLock lock(
      Path study, String name, SourcePlan plan, LockedPath locked, Profiler profiler) {
    Where where = Where.file(locked.path());
    Path file = inside(study, locked.path(), where);
    try {
      long bytes = Files.size(file);
      String sha256 = sha256(file);
      TableSource source =
          locked.isText() ? DataFile.open(file, options(plan, where)) : DataFile.open(file);
      List<String> columns = declared(plan, source, where);
      FileProfile profile = profiler.read(file, source, columns, plan.key()).profile();
      if (!sha256.equals(sha256(file))) {
        throw Refusal.badInput("linkage.source.changing", where).asException();
      }
      return new SourceLock(name, locked.path(), bytes, sha256, plan.key(), profile);
    } catch (IOException e) {
      throw Refusal.badInput("linkage.source.unreadable", where).asException();
    }
  }

  private static Path inside(Path study, String path, Where where) {
    try {
      Path file = study.resolve(path);
      if (!Files.exists(file)) {
        throw Refusal.badInput("linkage.source.missing", where).asException();
      }
      if (!file.toRealPath().startsWith(study.toRealPath())) {
        throw Refusal.badInput("linkage.source.outside", where).asException();
      }
      return file.toRealPath();
    } catch (IOException e) {
      throw Refusal.badInput("linkage.source.unreadable", where).asException();
    }
  }

  /** Key and codes stay text in a file of separated values, so that leading zeros count. */
  private static CsvOptions options(SourcePlan plan, Where where) {
    TreeSet<String> text = new TreeSet<>(plan.key());
    plan.variables()
        .forEach(
            (name, variable) -> {
              if (variable.type() == SourcePlan.Type.CODE) {
                text.add(name);
              }
            });
    String charset = plan.format().charset();
    if (!Charset.isSupported(charset)) {
      throw Refusal.badInput("linkage.file.charset", where, charset).asException();
    }
    return CsvOptions.withDefaults()
        .withSeparator(plan.format().delimiter())
        .withCharset(Charset.forName(charset))
        .withText(text);
  }

  /** Key and declared variables in the order of the file. */
  private static List<String> declared(SourcePlan plan, TableSource source, Where where) {
    List<String> wanted = new ArrayList<>(plan.key());
    wanted.addAll(plan.variables().keySet());
    List<String> names = source.schema().columns().stream().map(Column::name).toList();
    for (String name : wanted) {
      if (!names.contains(name)) {
        throw Refusal.badInput("linkage.file.no-column", where.in(name), name, names.size())
            .asException();
      }
    }
    return names.stream().filter(wanted::contains).toList();
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER];
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        while (in.read(buffer) >= 0) {
          // the digest sees what is read
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
