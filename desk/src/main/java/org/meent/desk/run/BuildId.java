// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which build of Meent this is. */
public final class BuildId {
  private BuildId() {}

  /** The version, as the build wrote it down. */
  public static String current() {
    try (InputStream in =
        BuildId.class.getResourceAsStream("/META-INF/meent/desk/build.properties")) {
      Properties build = new Properties();
      build.load(in);
      return build.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
