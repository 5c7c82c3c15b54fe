// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.meent.desk.text.Texts;
import org.meent.disclosure.report.Block.Verdict;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.EngineSettings;
import org.meent.linkage.engine.Engines;
import org.meent.protocols.refusal.RefusalException;

/** Tries what Meent needs of a machine, and says what came of it. It changes nothing. */
public final class Examination {
  private static final long GIBIBYTE = 1L << 30;
  private static final int PLENTY = 20;

  private final Path home;
  private final Texts texts;
  private final List<Result> results = new ArrayList<>();

  private Examination(Path home, Texts texts) {
    this.home = home;
    this.texts = texts;
  }

  /**
   * One thing that was tried.
   *
   * @param subject what
   * @param verdict PASS, or REVIEW where Meent runs with less
   * @param text what was found and what it means
   */
  public record Result(String subject, Verdict verdict, String text) {}

  /** Examines this machine for studies under a folder. */
  public static List<Result> of(Path home, Texts texts) {
    Examination examination = new Examination(home, texts);
    examination.java();
    examination.nativeLibrary();
    examination.loopback();
    examination.memory();
    examination.disk();
    examination.codePage();
    return List.copyOf(examination.results);
  }

  private void java() {
    Runtime.Version version = Runtime.version();
    add("java", version.feature() >= 25, version.feature(), System.getProperty("java.vm.name"));
  }

  private void nativeLibrary() {
    boolean loads = true;
    try (Engine engine = Engines.open(Engines.DEFAULT, EngineSettings.withDefaults())) {
      loads = engine != null;
    } catch (RefusalException | LinkageError e) {
      loads = false;
    }
    add("native-library", loads);
  }

  private void loopback() {
    boolean opens = true;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      opens = socket.isBound();
    } catch (IOException e) {
      opens = false;
    }
    add("loopback", opens);
  }

  private void memory() {
    long heap = Runtime.getRuntime().maxMemory();
    add(
        "memory",
        heap >= 2 * GIBIBYTE,
        gibibytes(heap),
        Runtime.getRuntime().availableProcessors());
  }

  private void disk() {
    try {
      FileStore store = Files.getFileStore(home);
      long free = store.getUsableSpace();
      add("disk", free >= PLENTY * GIBIBYTE, gibibytes(free), PLENTY);
    } catch (IOException e) {
      add("disk", false, "?", PLENTY);
    }
  }

  private void codePage() {
    String page = System.getProperty("stdout.encoding", System.getProperty("native.encoding", "?"));
    add("code-page", page.equalsIgnoreCase("UTF-8"), page);
  }

  private void add(String subject, boolean good, Object... args) {
    results.add(
        new Result(
            texts.get("doctor." + subject),
            good ? Verdict.PASS : Verdict.REVIEW,
            texts.get("doctor." + subject + (good ? ".good" : ".poor"), args)));
  }

  private static String gibibytes(long bytes) {
    return String.format(java.util.Locale.ROOT, "%.1f", bytes / (double) GIBIBYTE);
  }
}
