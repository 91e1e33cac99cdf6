/** Reads `2026-01-31`, `2026-01-31T08:00:00` (UTC) or an instant with its zone; undefined where it is none. */
export function parseInstant(text: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return undefined
  const time = Date.parse(/^\d{4}-\d{2}-\d{2}[T ][\d:.]+$/.test(text) ? `${text.replace(' ', 'T')}Z` : text)
  return Number.isNaN(time) ? undefined : new Date(time)
}
