// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import org.meent.desk.run.BuildId;
import picocli.CommandLine.IVersionProvider;

/** The version line. */
final class Build implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "meent " + BuildId.current() + " (Java " + Runtime.version().feature() + ")"
    };
  }
}
