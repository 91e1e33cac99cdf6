import { distance } from 'fastest-levenshtein'

/** How many names an error lists before it says "… and 12 more". */
const LISTED = 20

/** The names close enough to `wanted` to be what the user meant, best first, three at most. */
export function nearest(wanted: string, names: Iterable<string>): string[] {
  const lower = wanted.toLowerCase()
  const limit = Math.max(1, Math.floor(wanted.length / 3))
  return [...new Set(names)]
    .map((name) => ({
      name,
      distance: typos(lower, name.toLowerCase()),
      within: name.toLowerCase().includes(lower),
    }))
    .filter((candidate) => candidate.distance <= limit || (candidate.within && wanted.length > 2))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map((candidate) => candidate.name)
}

/** Levenshtein's distance, but two neighbours that changed places are one typo, not two. */
function typos(a: string, b: string): number {
  const at = [...a].findIndex((letter, index) => letter !== b[index])
  const swapped =
    at >= 0 &&
    a.length === b.length &&
    a[at] === b[at + 1] &&
    a[at + 1] === b[at] &&
    a.slice(at + 2) === b.slice(at + 2)
  return swapped ? 1 : distance(a, b)
}

/** `Did you mean "amount"?`, or undefined where nothing is near. */
export function didYouMean(wanted: string, names: Iterable<string>): string | undefined {
  const found = nearest(wanted, names)
  if (found.length === 0) return undefined
  return `Did you mean ${found.map((name) => JSON.stringify(shorten(name))).join(' or ')}?`
}

/** `a, b, c … and 12 more`, for the list of what was available. */
export function listNames(names: Iterable<string>): string {
  const all = [...names]
  if (all.length === 0) return 'none'
  const shown = all
    .slice(0, LISTED)
    .map((name) => shorten(name))
    .join(', ')
  return all.length > LISTED ? `${shown} … and ${all.length - LISTED} more` : shown
}

/** A name or value as an error may print it: a 10,000-character name must not bury the message. */
export function shorten(text: string, limit = 80): string {
  return text.length > limit ? `${text.slice(0, limit - 1)}…` : text
}
