# SPDX-License-Identifier: GPL-3.0-or-later
# What haven reads from the files in the corpus, as text that tests compare with.
# Rscript golden.R CORPUS-FOLDER GOLDEN-FOLDER   (made with R 4.2, haven 2.5.1)
suppressMessages(library(haven))
args <- commandArgs(trailingOnly = TRUE)
clean <- function(x) { x <- if (is.null(x) || is.na(x)) "" else enc2utf8(as.character(x)); x <- gsub("\\", "\\\\", x, fixed = TRUE); x <- gsub("\t", "\\t", x, fixed = TRUE); x <- gsub("\r", "\\r", x, fixed = TRUE); gsub("\n", "\\n", x, fixed = TRUE) }
num <- function(x) sprintf("%.17g", x)
code <- function(x) if (is.character(x)) paste0("t:", clean(x)) else { tag <- na_tag(x); if (!is.na(tag)) paste0("g:", tag) else paste0("n:", num(x)) }
fingerprint <- function(x) {
  tmp <- tempfile(); con <- file(tmp, "wb")
  if (is.character(x)) {
    for (s in x) { writeBin(charToRaw(enc2utf8(s)), con); writeBin(as.raw(10), con) }
  } else {
    v <- as.numeric(unclass(x)); miss <- is.na(v); tag <- rep(NA_character_, length(v))
    if (any(miss)) tag[miss] <- na_tag(v[miss])
    flags <- ifelse(miss, ifelse(is.na(tag), 46L, vapply(tag, function(t) if (is.na(t)) 0L else utf8ToInt(t), 0L)), 0L)
    v[miss] <- 0
    writeBin(v + 0, con, size = 8, endian = "big"); writeBin(as.raw(flags), con)
  }
  close(con); unname(tools::md5sum(tmp))
}
for (f in list.files(args[1], pattern = "\\.(sav|zsav|dta|sas7bdat)$")) {
  path <- file.path(args[1], f); out <- character(); put <- function(...) out <<- c(out, paste(..., sep = "\t"))
  d <- tryCatch(if (grepl("dta$", f)) read_dta(path) else if (grepl("sas7bdat$", f)) read_sas(path) else read_sav(path, user_na = TRUE), error = function(e) e)
  if (inherits(d, "error")) { put("error", clean(conditionMessage(d))) } else {
    lab <- attr(d, "label", exact = TRUE); put("file", nrow(d), ncol(d), clean(if (is.null(lab)) "" else lab))
    for (i in seq_along(d)) {
      x <- d[[i]]; n <- clean(names(d)[i]); a <- attributes(x)
      kind <- if (inherits(x, "Date")) "DATE" else if (inherits(x, "POSIXct")) "DATETIME" else if (inherits(x, "hms")) "TIME" else if (is.character(x)) "TEXT" else "NUMBER"
      fmt <- c(a$format.spss, a$format.stata, a$format.sas, ""); l <- if (is.null(a[["label"]])) "" else a[["label"]]
      put("column", n, kind, fmt[1], clean(l))
      if (!is.null(a$labels)) for (j in seq_along(a$labels)) put("value", code(unname(a$labels)[j]), clean(names(a$labels)[j]))
      for (m in a$na_values) put("missing", code(m))
      if (!is.null(a$na_range)) put("range", num(a$na_range[1]), num(a$na_range[2]))
      put("md5", fingerprint(if (is.character(x)) as.character(x) else x))
    }
  }
  writeLines(enc2utf8(out), file.path(args[2], paste0(f, ".txt")), useBytes = TRUE)
}
