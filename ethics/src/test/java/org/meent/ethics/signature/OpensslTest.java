// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.ethics.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stock OpenSSL, an implementation that is not ours, agrees; skipped where it is not installed. */
class OpensslTest {
  @TempDir Path folder;

  @Test
  void verifiesWithoutUs() throws Exception {
    assumeTrue(run("version") == 0, "no openssl on this machine");
    SigningKey authority = authority(false);
    write(authority, KeyMaker.of(authority));
    assertThat(verify("content")).isZero();
    Files.writeString(folder.resolve("other"), "{\"a\":2}");
    assertThat(verify("other")).isNotZero();
  }

  @Test
  void refusesADemonstrationUnlessToldToIgnoreTheMarker() throws Exception {
    assumeTrue(run("version") == 0, "no openssl on this machine");
    SigningKey authority = authority(true);
    write(authority, KeyMaker.of(authority));
    assertThat(verify("content")).isNotZero();
    assertThat(verify("content", "-ignore_critical")).isZero();
  }

  private static SigningKey authority(boolean demonstration) {
    return KeyMaker.authority(
        "City", demonstration, LocalDate.of(2020, 1, 1), LocalDate.of(2099, 12, 31));
  }

  private void write(SigningKey authority, KeyMaker maker) throws IOException {
    SigningKey key =
        maker.issue(
            "E. Ethiek", "ethics-committee", LocalDate.of(2020, 1, 1), LocalDate.of(2099, 12, 31));
    byte[] content = "{\"a\":1}\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Files.write(folder.resolve("content"), content);
    Files.write(folder.resolve("signature"), key.sign(content));
    Files.writeString(folder.resolve("authority.pem"), KeyMaker.pem(authority));
  }

  private int verify(String content, String... more) throws Exception {
    String[] command = {
      "cms",
      "-verify",
      "-binary",
      "-inform",
      "DER",
      "-in",
      "signature",
      "-content",
      content,
      "-CAfile",
      "authority.pem",
      "-out",
      "out"
    };
    String[] all = java.util.Arrays.copyOf(command, command.length + more.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    return run(all);
  }

  private int run(String... arguments) throws InterruptedException {
    try {
      java.util.List<String> command = new java.util.ArrayList<>(java.util.List.of("openssl"));
      command.addAll(java.util.List.of(arguments));
      return new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve("said").toFile())
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1;
    }
  }
}
