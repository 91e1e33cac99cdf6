/** Reads `2026-01-31`, `2026-01-31T08:00:00` (UTC) or an instant with its zone; undefined where it is none. */
export function parseInstant(text: string): Date | undefined {
  if (!isDay(text.slice(0, 10))) return undefined
  const time = Date.parse(/^\d{4}-\d{2}-\d{2}[T ][\d:.]+$/.test(text) ? `${text.replace(' ', 'T')}Z` : text)
  return Number.isNaN(time) ? undefined : new Date(time)
}

/** True for a calendar day, `2024-02-29`: `Date.parse` would take a 30th of February for the 1st of March. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) && text >= '0001'
}
