// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.meent.linkage.format.BatchReader;
import org.meent.linkage.format.Column;
import org.meent.linkage.format.ColumnBatch;
import org.meent.linkage.format.Schema;
import org.meent.linkage.format.TableSink;
import org.meent.linkage.format.TableWriting;
import org.meent.linkage.format.TextColumn;
import org.meent.linkage.format.ValueType;
import org.meent.linkage.format.file.DataFile;

/**
 * Writes files like SPOLISBUS (15 columns, 10 of them text) and reads three columns back: rows per
 * CPU-second of the whole process, compilation and collection included. Where R and haven are
 * installed, haven reads the same columns of the same SPSS and Stata files. Arguments: rows,
 * folder, endings (default {@code sav,zsav,dta,csv}); with {@code read} as the fourth the files are
 * there.
 */
public final class FileFormats {
  private static final int BATCH = 8192;
  private static final List<String> TEXTS =
      List.of(
          "RINPERSOONS:1",
          "RINPERSOON:9",
          "IKVID:12",
          "SBEID:8",
          "SDATUMAANVANGIKO:8",
          "SDATUMEINDEIKO:8",
          "SCONTRACTSOORT:1",
          "SPOLISDIENSTVERBAND:1",
          "SSECT:2",
          "SCAOSECTOR:4");
  private static final List<String> NUMBERS =
      List.of("SBASISLOON", "SBASISUREN", "SVOLTIJDDAGEN", "SAANTVERLU", "SLNINGLD");

  private static final List<String> WANTED = List.of("RINPERSOONS", "RINPERSOON", "SBASISLOON");

  /** Reads the wanted columns and prints CPU-seconds, the sum of the numbers and peak memory. */
  private static final String HAVEN =
      """
      f <- commandArgs(TRUE)[1]; k <- commandArgs(TRUE)[-1]
      read <- if (grepl("dta$", f)) haven::read_dta else haven::read_sav
      invisible(loadNamespace("haven")); s <- proc.time()
      d <- read(f, col_select = tidyselect::all_of(k)); p <- proc.time() - s
      cat(sum(p[c(1, 2)]), sum(d[[3]]), gsub("[^0-9]", "",
          grep("VmHWM", readLines("/proc/self/status"), value = TRUE)))
      """;

  private FileFormats() {}

  /** Runs the measurement and prints a line per file and step. */
  public static void main(String[] args) throws IOException, InterruptedException {
    long rows = Long.parseLong(args[0]);
    Path folder = Path.of(args[1]);
    String endings = args.length > 2 ? args[2] : "sav,zsav,dta,csv";
    for (String ending : endings.split(",", -1)) {
      Path file = folder.resolve("spolis." + ending);
      if (args.length < 4) {
        long start = cpu();
        write(file, rows);
        report("write " + ending, rows, cpu() - start, Files.size(file));
      }
      long start = cpu();
      double sum = read(file, WANTED);
      report("read 3 of 15 " + ending, rows, cpu() - start, Files.size(file));
      System.out.printf(Locale.ROOT, "  sum %.2f, peak memory %d MB%n", sum, peak());
      if (List.of("sav", "zsav", "dta").contains(ending)) {
        haven(file, rows);
      }
    }
  }

  /** The same by haven, in a process of its own; nothing where it is not installed. */
  private static void haven(Path file, long rows) throws IOException, InterruptedException {
    Path script = Files.writeString(file.resolveSibling("haven.R"), HAVEN);
    List<String> command = new ArrayList<>(List.of("Rscript", script.toString(), file.toString()));
    command.addAll(WANTED);
    Process process;
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      System.out.println("  haven: R is not here");
      return;
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String[] parts = said.strip().split(" ", -1);
    if (process.waitFor() != 0 || parts.length != 3) {
      System.out.println("  haven: not installed, or it failed");
      return;
    }
    report("  haven", rows, (long) (1e9 * Double.parseDouble(parts[0])), Files.size(file));
    System.out.printf(
        Locale.ROOT,
        "  sum %.2f, peak memory %d MB%n",
        Double.parseDouble(parts[1]),
        Long.parseLong(parts[2]) >> 10);
  }

  /** Peak memory of this process in MB; 0 where the system does not say. */
  private static long peak() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmHWM")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10;
      }
    }
    return 0;
  }

  private static void write(Path file, long rows) {
    List<Column> columns = new ArrayList<>();
    for (String text : TEXTS) {
      String[] parts = text.split(":", -1);
      columns.add(Column.text(parts[0], Integer.parseInt(parts[1])));
    }
    NUMBERS.forEach(name -> columns.add(Column.of(name, ValueType.NUMBER)));
    TableWriting writing = DataFile.writing(file);
    Schema schema = writing.fit(Schema.of(columns)).schema();
    ColumnBatch batch = new ColumnBatch(schema.columns(), BATCH);
    SplittableRandom random = new SplittableRandom(1);
    try (TableSink sink = writing.create(file, schema)) {
      for (long done = 0; done < rows; done += batch.rows()) {
        fill(batch, random, (int) Math.min(BATCH, rows - done));
        sink.write(batch);
      }
      sink.finish();
    }
  }

  private static void fill(ColumnBatch batch, SplittableRandom random, int rows) {
    batch.clear();
    for (int r = 0; r < rows; r++) {
      int person = random.nextInt(9_740_476);
      text(batch, 0, random.nextInt(10_000) == 0 ? "A" : "R");
      text(batch, 1, digits(person, 9));
      text(batch, 2, digits(100_000_000_000L + person * 3L, 12));
      text(batch, 3, digits(10_000_000 + random.nextInt(600_000), 8));
      int month = random.nextInt(12);
      text(batch, 4, digits(20_230_001 + (month + 1) * 100, 8));
      text(batch, 5, digits(20_230_028 + (month + 1) * 100, 8));
      text(batch, 6, random.nextInt(4) == 0 ? "B" : "O");
      text(batch, 7, digits(random.nextInt(2) + 1, 1));
      text(batch, 8, digits(random.nextInt(69), 2));
      text(batch, 9, random.nextInt(5) == 0 ? "" : digits(random.nextInt(9000), 4));
      int hours = random.nextInt(40, 174);
      batch.numbers(10)[r] = hours * (1200 + random.nextInt(4000)) / 100.0;
      batch.numbers(11)[r] = hours;
      batch.numbers(12)[r] = random.nextInt(30);
      batch.numbers(13)[r] = hours;
      batch.numbers(14)[r] = batch.numbers(10)[r] + random.nextInt(200);
    }
    batch.rows(rows);
  }

  private static void text(ColumnBatch batch, int column, String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    batch.texts(column).append(ascii, 0, ascii.length);
  }

  private static String digits(long number, int width) {
    String digits = Long.toString(number);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }

  /** Sums the numbers; every byte of the texts is looked at, so that nothing can be left out. */
  private static double read(Path file, List<String> columns) {
    double sum = 0;
    long hash = 0;
    try (BatchReader reader = DataFile.open(file).read(columns)) {
      for (@Nullable ColumnBatch batch = reader.next(); batch != null; batch = reader.next()) {
        for (int c = 0; c < columns.size(); c++) {
          if (batch.columns().get(c).type().isText()) {
            hash += hash(batch.texts(c), batch.rows());
          } else {
            for (int r = 0; r < batch.rows(); r++) {
              sum += batch.numbers(c)[r];
            }
          }
        }
      }
    }
    return hash == 0 ? -sum : sum;
  }

  private static long hash(TextColumn texts, int rows) {
    long hash = 0;
    byte[] bytes = texts.bytes();
    for (int r = 0; r < rows; r++) {
      long key = 7;
      for (int i = texts.start(r); i < texts.end(r); i++) {
        key = key * 31 + bytes[i];
      }
      hash += key;
    }
    return hash;
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void report(String step, long rows, long nanos, long bytes) {
    double seconds = nanos / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%-22s %,d rows  %.2f CPU s  %.2f M rows/CPU s  %d MB%n",
        step,
        rows,
        seconds,
        rows / seconds / 1e6,
        bytes >> 20);
  }
}
