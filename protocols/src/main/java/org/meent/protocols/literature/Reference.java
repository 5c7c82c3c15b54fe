// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.literature;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where a method was published. Every estimator, rule and comparison carries one. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(Reference.List.class)
public @interface Reference {
  /** Authors as printed, with the year. */
  String authors();

  /** Title of the work. */
  String title();

  /** Journal, book or standard, with volume and pages or section. */
  String source() default "";

  /** DOI or stable address. */
  String url() default "";

  /** Several references on one element. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD})
  @interface List {
    /** The references. */
    Reference[] value();
  }
}
