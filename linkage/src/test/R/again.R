# SPDX-License-Identifier: GPL-3.0-or-later
# Reads files with haven and writes them again in the same format.
# Rscript again.R FROM-FOLDER TO-FOLDER
suppressMessages(library(haven))
args <- commandArgs(trailingOnly = TRUE)
for (f in list.files(args[1])) {
  from <- file.path(args[1], f); to <- file.path(args[2], f)
  if (grepl("dta$", f)) write_dta(read_dta(from), to, version = 14)
  else write_sav(read_sav(from, user_na = TRUE), to, compress = if (grepl("zsav$", f)) "zsav" else "byte")
}
