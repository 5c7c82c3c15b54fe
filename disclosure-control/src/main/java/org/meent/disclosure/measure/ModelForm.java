// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.measure;

/** The form of a regression that can be estimated again. */
public enum ModelForm {
  /** Least squares. */
  LINEAR,
  /** Maximum likelihood of an outcome of zero or one. */
  LOGISTIC,
  /** Maximum likelihood of a count. */
  POISSON
}
