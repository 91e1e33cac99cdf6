import { inspect } from 'node:util'

/** The longest text of a cell. */
const LONGEST = 60
/** How much of a long text is shown before the place where it begins to differ. */
const BEFORE = 20

/** A value as a difference shows it: texts in quotes, so that '1' is not 1, and NULL is not 'NULL'. */
export const cellText = (value: unknown): string => cut(wholeText(value), 0)

/** Two texts that are not the same, also where only their ends differ. */
export function differingTexts(a: unknown, b: unknown): readonly [string, string] {
  const [one, other] = [wholeText(a), wholeText(b)]
  // Two values that are written alike are of different kinds.
  if (one === other) return [`${cut(one, 0)} (${kindOf(a)})`, `${cut(other, 0)} (${kindOf(b)})`]
  let same = 0
  while (one[same] === other[same]) same += 1
  return [cut(one, same), cut(other, same)]
}

function wholeText(value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  if (typeof value === 'string') return JSON.stringify(value)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString()
  if (value instanceof Uint8Array) return `0x${Buffer.from(value).toString('hex')}`
  if (typeof value === 'object')
    return inspect(value, { depth: 8, breakLength: Number.POSITIVE_INFINITY, compact: true })
  return String(value)
}

/** At most so much that the character at `place` can be seen. */
function cut(text: string, place: number): string {
  if (text.length <= LONGEST) return text
  const start = place < LONGEST - 1 ? 0 : place - BEFORE
  const head = start === 0 ? '' : '…'
  const part = text.slice(start, start + LONGEST - 2)
  return `${head}${part}${start + part.length < text.length ? '…' : ''}`
}

const kindOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? (value.constructor?.name ?? 'object') : typeof value
