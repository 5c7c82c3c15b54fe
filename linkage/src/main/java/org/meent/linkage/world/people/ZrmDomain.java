// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.people;

/** The thirteen domains of the self-sufficiency matrix of 2017 (GGD Amsterdam), names only. */
public enum ZrmDomain {
  /** Finances. */
  FINANCIEN("Financiën"),
  /** Work and education. */
  WERK("Werk & opleiding"),
  /** Use of time. */
  TIJDSBESTEDING("Tijdsbesteding"),
  /** Housing. */
  HUISVESTING("Huisvesting"),
  /** Domestic relations. */
  HUISELIJKE_RELATIES("Huiselijke relaties"),
  /** Mental health. */
  GEESTELIJKE_GEZONDHEID("Geestelijke gezondheid"),
  /** Physical health. */
  LICHAMELIJKE_GEZONDHEID("Lichamelijke gezondheid"),
  /** Substance use. */
  MIDDELENGEBRUIK("Middelengebruik"),
  /** Basic activities of daily life. */
  BASALE_ADL("Basale ADL"),
  /** Instrumental activities of daily life. */
  INSTRUMENTELE_ADL("Instrumentele ADL"),
  /** Social network. */
  SOCIAAL_NETWERK("Sociaal netwerk"),
  /** Participation in society. */
  PARTICIPATIE("Maatschappelijke participatie"),
  /** Justice. */
  JUSTITIE("Justitie");

  private final String label;

  ZrmDomain(String label) {
    this.label = label;
  }

  /** Its name as published. */
  public String label() {
    return label;
  }
}
