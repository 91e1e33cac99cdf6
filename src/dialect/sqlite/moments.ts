/** Parts of a stored timestamp `$1`: text to the second, and behind a point its fraction without zeros at its end. */

/** Whole seconds since 1970. Of the text to the second: SQLite rounds a fraction to milliseconds. */
export const SECONDS = 'unixepoch(substr($1, 1, 19))'
/** The part of a second. */
export const MICROSECONDS = "cast(substr(substr($1, 21) || '000000', 1, 6) as integer)"
