// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.refusal;

/** What a command says to the shell; the table stands in the manual of every command. */
public enum ExitCode {
  /** The work was done. */
  DONE(0),
  /** The command line itself is wrong. */
  USAGE(2),
  /** Protocol, gate or a criterion such as overlap says no. */
  REFUSED(3),
  /** A file is not what it should be. */
  BAD_INPUT(4),
  /** A signature, log, certificate or package does not verify. */
  VERIFICATION_FAILED(5),
  /** JDK, native library, disk or port. */
  ENVIRONMENT(6),
  /** A fault of Meent itself. */
  BUG(70);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number that the process ends with. */
  public int code() {
    return code;
  }
}
