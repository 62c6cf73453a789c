# Redoes a figure of a release from its public files, with nothing but base R.
#
#   Rscript interval.R BUNDLE FIGURE         for example: Rscript interval.R demo/bundle sex.male.2015
#
# Prints the value and the 95 % interval, and fails unless they are those of data/figures.json. How: docs/bundle-format.md,
# "Redoing an interval".

z <- 1.96

# Base R reads no JSON. Arrays of numbers or of texts become vectors, other arrays lists, objects named lists; numbers are
# doubles, null is NULL kept as NA.
read_json <- function(text) {
  token <- '"(?:[^"\\\\]|\\\\.)*"|-?[0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true|false|null|[][{}:,]'
  tokens <- regmatches(text, gregexpr(token, text, perl = TRUE))[[1]]
  closing <- which(tokens == "]")
  at <- 1
  unescape <- function(token) {
    inner <- substr(token, 2, nchar(token) - 1)
    if (grepl("\\", inner, fixed = TRUE)) eval(parse(text = token)) else inner
  }
  value <- function() {
    token <- tokens[at]
    at <<- at + 1
    if (token == "{") {
      names <- character()
      members <- list()
      while (tokens[at] != "}") {
        if (tokens[at] == ",") at <<- at + 1
        names <- c(names, unescape(tokens[at]))
        at <<- at + 2
        members[[length(names)]] <- value()
      }
      at <<- at + 1
      return(setNames(members, names))
    }
    if (token == "[") {
      if (tokens[at] == "]") {
        at <<- at + 1
        return(list())
      }
      # A list without brackets or braces inside is read in one go: measurements have thousands of numbers.
      end <- closing[findInterval(at - 1, closing) + 1]
      flat <- tokens[at:(end - 1)]
      flat <- flat[flat != ","]
      if (!any(flat %in% c("[", "{", "null", "true", "false"))) {
        at <<- end + 1
        if (startsWith(flat[1], '"')) return(vapply(flat, unescape, "", USE.NAMES = FALSE))
        return(as.numeric(flat))
      }
      items <- list()
      while (tokens[at] != "]") {
        if (tokens[at] == ",") at <<- at + 1
        items[[length(items) + 1]] <- value()
      }
      at <<- at + 1
      return(items)
    }
    if (startsWith(token, '"')) return(unescape(token))
    switch(token, true = TRUE, false = FALSE, null = NA, as.numeric(token))
  }
  value()
}

lines_of <- function(path) readLines(path, encoding = "UTF-8", warn = FALSE)

key <- function(cohort, set) paste(c(cohort, set), collapse = "\r")

# Takes the mean along every axis off. Cells are row-major, the last variable fastest; an R array runs the first fastest, so
# axes are reversed.
centred <- function(values, sizes) {
  if (length(sizes) == 0) return(values)
  if (length(sizes) == 1) return(values - mean(values))
  cells <- array(values, dim = rev(sizes))
  for (axis in seq_along(sizes)) {
    others <- seq_along(sizes)[-axis]
    cells <- sweep(cells, others, apply(cells, others, mean))
  }
  as.vector(cells)
}

release_of <- function(measurements) {
  residuals <- new.env()
  for (m in measurements$measurements) {
    if (m$kind != "residual") stop("this script reads residual measurements only")
    set <- as.character(unlist(m$set))
    sizes <- vapply(set, function(v) length(measurements$domains[[v]]), 0)
    cells <- prod(sizes)
    residuals[[key(m$cohort, set)]] <- list(
      values = centred(m$values / cells, sizes),
      # The residual's variance s: that of the noise over the square of the number of cells.
      s = as.numeric(m$variance) / cells^2
    )
  }
  list(domains = measurements$domains, residuals = residuals)
}

subsets_of <- function(release, table) {
  free <- table[vapply(table, function(v) length(release$domains[[v]]) > 1, TRUE)]
  c(list(character()), unlist(lapply(seq_along(free), function(n) combn(free, n, simplify = FALSE)), recursive = FALSE))
}

allowed <- function(release, where, variable) {
  if (variable %in% names(where)) as.character(where[[variable]]) else release$domains[[variable]]
}

# Weights of a residual's cells in the sum of the table's cells that `where` allows.
weights_of <- function(release, table, where, subset) {
  outside <- 1
  for (v in setdiff(table, subset)) {
    outside <- outside * length(allowed(release, where, v)) / length(release$domains[[v]])
  }
  weights <- outside
  for (v in subset) {
    flags <- as.numeric(release$domains[[v]] %in% allowed(release, where, v))
    weights <- as.vector(outer(flags, weights))
  }
  weights
}

count_of <- function(release, cohorts, a) {
  total <- 0
  for (cohort in cohorts) for (subset in subsets_of(release, a$table)) {
    values <- release$residuals[[key(cohort, subset)]]$values
    total <- total + sum(weights_of(release, a$table, a$where, subset) * values)
  }
  total
}

covariance_of <- function(release, cohorts, a, b) {
  total <- 0
  for (cohort in cohorts) for (subset in subsets_of(release, a$table[a$table %in% b$table])) {
    sizes <- vapply(subset, function(v) length(release$domains[[v]]), 0)
    left <- centred(weights_of(release, a$table, a$where, subset), sizes)
    right <- centred(weights_of(release, b$table, b$where, subset), sizes)
    total <- total + release$residuals[[key(cohort, subset)]]$s * sum(left * right)
  }
  total
}

# All p in [0, 1] with (x - p n)^2 <= z^2 (vx - 2 p c + p^2 vn).
fieller <- function(x, n, vx, vn, c) {
  a <- n^2 - z^2 * vn
  b <- x * n - z^2 * c
  d <- x^2 - z^2 * vx
  if (a <= 0) stop("the base is too small for an interval")
  root <- sqrt(max(0, b^2 - a * d))
  c(max(0, (b - root) / a), min(1, (b + root) / a))
}

redo <- function(release, figure) {
  source <- figure$source
  cohorts <- as.character(unlist(source$cohorts))
  base_table <- if (is.null(source$baseTable)) source$table else source$baseTable
  x <- list(table = as.character(unlist(source$table)), where = source$numerator)
  n <- list(table = as.character(unlist(base_table)), where = source$base)
  if (figure$unit == "records") {
    value <- count_of(release, cohorts, x)
    half <- z * sqrt(covariance_of(release, cohorts, x, x)) + 0.5
    return(pmax(0, c(value, value - half, value + half)))
  }
  if (figure$unit != "share") stop(paste(figure$id, "is neither a number of records nor a share"))
  top <- count_of(release, cohorts, x)
  base <- count_of(release, cohorts, n)
  vx <- covariance_of(release, cohorts, x, x)
  vn <- covariance_of(release, cohorts, n, n)
  c(top / base, fieller(top, base, vx, vn, covariance_of(release, cohorts, x, n)))
}

arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) != 2) stop("usage: Rscript interval.R BUNDLE FIGURE")
# figures.json has one figure a line.
lines <- lines_of(file.path(arguments[1], "data/figures.json"))
lines <- grep(paste0('"id":"', arguments[2], '"'), lines, fixed = TRUE, value = TRUE)
figure <- if (length(lines) == 1) read_json(sub(",$", "", lines))
if (is.null(figure) || !is.list(figure$source) || is.na(figure$value)) {
  stop(paste(arguments[2], "is not a protected figure of this release with a value"))
}
result <- redo(release_of(read_json(paste(lines_of(file.path(arguments[1], "data/measurements.json")), collapse = "\n"))), figure)
cat(sprintf("%s: %.9f (%.9f to %.9f)\n", arguments[2], result[1], result[2], result[3]))
stated <- c(figure$value, figure$interval)
if (any(abs(result - stated) > 1e-6 * pmax(1, abs(stated)))) {
  stop(paste("the release states", paste(stated, collapse = " ")))
}
