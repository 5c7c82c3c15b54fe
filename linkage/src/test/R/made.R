# SPDX-License-Identifier: GPL-3.0-or-later
# Files that the corpus of other projects lacks, written by haven 2.5.1 and PSPP 1.6.2; invented values.
# Rscript made.R CORPUS-FOLDER ; then golden.R
suppressMessages(library(haven))
out <- commandArgs(trailingOnly = TRUE)[1]
d <- data.frame(
  answer = labelled(c(1, 2, tagged_na("a"), NA), c(Yes = 1, No = 2, Refused = tagged_na("a")), label = "A coded question"),
  real = c(-1.5, 1e300, 0, 1 / 3), short = c("a", "", "caf\u00e9", "z"),
  day = as.Date(c("1960-01-01", "2024-02-29", NA, "1582-10-15")),
  moment = as.POSIXct(c(0, 1e9, NA, -5e9), origin = "1970-01-01", tz = "UTC"), stringsAsFactors = FALSE)
long <- transform(d, text = c(strrep("lang ", 700), "", strrep("\u00e9", 1500), "kort"))
names(long) <- c(names(d), "text")
# Before version 118 a file has no declared character set, and haven writes UTF-8 into it: ASCII only there.
ascii <- function(x) { for (n in names(x)) if (is.character(x[[n]])) x[[n]] <- gsub("\u00e9", "e", x[[n]]); x }
write_dta(ascii(d), file.path(out, "made_115.dta"), version = 12)
for (v in 13:15) write_dta(if (v == 13) ascii(long) else long, file.path(out, sprintf("made_%d.dta", 104 + v)), version = v, strl_threshold = 2045)
write_sav(d[, -1], file.path(out, "made_haven.zsav"), compress = "zsav")
syntax <- tempfile(fileext = ".sps")
writeLines(c("data list list /code (f3.1) naam (a12) keus (a3).", "begin data", "1.5 'jansen' 'ja'", "-9 'onbekend' 'nee'", "99 '' '---'", ". 'de vries' ''", "end data.",
  "variable labels code 'een getal' naam 'een lange tekst'.", "value labels code -9 'weigert' 1.5 'anderhalf' /naam 'onbekend' 'niet bekend' /keus 'ja' 'J' 'nee' 'N'.",
  "missing values code (lowest thru -1, 99) naam ('onbekend') keus ('---').", "variable level code (scale) naam (nominal) keus (ordinal).",
  sprintf("save outfile='%s' /uncompressed.", file.path(out, "made_pspp.sav")), sprintf("save outfile='%s' /zcompressed.", file.path(out, "made_pspp.zsav"))), syntax)
system2("pspp", c("-o", "/dev/null", syntax))
