# What packages of R answer; the page shows these lines. Each answer goes out as a line.

text__statcheck <- function(text) {
  found <- statcheck::statcheck(text, messages = FALSE)
  if (is.null(found)) "no statistic found" else paste(found$raw, ifelse(found$error, "is wrong", "is right"))
}

input <- file("stdin")
given <- readLines(input, warn = FALSE)
close(input)
for (text in given) cat("=> ", text__statcheck(text), "\n", sep = "")
