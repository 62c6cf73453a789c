# Reads a release of a Casebridge portal. Base R only.
#
#   source("https://portal.example/clients/casebridge.R")
#   release <- casebridge_read("https://portal.example/", "RELEASE-ID")   # or a folder that holds the site's files
#
#   casebridge_table(release, "contributor_group~sex_or_gender", "2015")     # a data frame, a row a cell
#   casebridge_figure(release, "sex.male.2015")$value                        # NA where the figure is withheld
#
# A code that begins with "?" is a reason for a missing answer: it is neither NA nor zero. A figure without a number has NA as
# its value and the reason in `status`.

# Opens a release by its id; the current one when none is named.
casebridge_read <- function(site, release = NULL) {
  base <- if (grepl("/$", site)) site else paste0(site, "/")
  if (is.null(release)) {
    latest <- paste(readLines(paste0(base, "latest.json"), warn = FALSE), collapse = "")
    release <- sub('.*"release":"([a-z2-7]+)".*', "\\1", latest)
  }
  list(site = base, id = release)
}

casebridge_rows <- function(release, path) {
  # A blank cell is a number that is not there; a text stays as it is, also "NA".
  read.csv(paste0(release$site, "data/", release$id, "/", utils::URLencode(path)),
    check.names = FALSE, colClasses = "character", na.strings = character(), encoding = "UTF-8"
  )
}

# The cells of a published table, whose key is its variables joined by "~"; by = "cohorts" for each cohort alone.
casebridge_table <- function(release, key, period = NULL, by = "tables") {
  cells <- casebridge_rows(release, paste0(by, "/", key, ".csv"))
  for (name in intersect(c("estimate", "sd", "lower", "upper", "display"), names(cells))) {
    cells[[name]] <- as.numeric(cells[[name]])
  }
  column <- if (by == "cohorts") "cohort" else "period"
  if (is.null(period)) cells else cells[cells[[column]] %in% period, ]
}

# The sum of the estimates whose codes are allowed: casebridge_total(cells, sex_or_gender = "male").
casebridge_total <- function(cells, ...) {
  where <- list(...)
  keep <- rep(TRUE, nrow(cells))
  for (name in names(where)) {
    if (!name %in% names(cells)) stop("the table has no variable ", name)
    keep <- keep & cells[[name]] %in% where[[name]]
  }
  sum(cells$estimate[keep])
}

casebridge_figures <- function(release) {
  figures <- casebridge_rows(release, "figures.csv")
  for (name in c("value", "lower", "upper", "base", "unknown_share", "bound_low", "bound_high", "epsilon", "delta")) {
    figures[[name]] <- as.numeric(ifelse(figures[[name]] == "", NA, figures[[name]]))
  }
  figures
}

casebridge_figure <- function(release, id) {
  figures <- casebridge_figures(release)
  if (!id %in% figures$id) stop("release ", release$id, " has no figure ", id)
  figures[figures$id == id, ]
}

# What contributors publicly declare, a row a statement.
casebridge_declared <- function(release) {
  rows <- casebridge_rows(release, "coverage.csv")
  rows$persons <- as.numeric(ifelse(rows$persons == "", NA, rows$persons))
  rows
}
