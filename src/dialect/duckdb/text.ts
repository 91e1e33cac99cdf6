/** `$1` with the sigmas that end a word as such: DuckDB maps one letter to one, wherever it stands. */
export const WITH_FINAL_SIGMA =
  "case when contains($1, 'Σ') then regexp_replace($1, '(\\p{L})Σ(\\P{L}|$)', '\\1ς\\2', 'g') else $1 end"

/** A text in lower case; of the letters that become two there is one. */
export const lowered = (text: string): string => `lower(replace(${text}, 'İ', 'i̇'))`

export const LOWER = lowered(WITH_FINAL_SIGMA)
