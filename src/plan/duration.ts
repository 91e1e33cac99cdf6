import { InvalidArgument } from '../errors/index.ts'

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }
/** Units written out: `'7 days'`, `'90 minutes'`. */
const WORDS: Readonly<Record<string, string>> = { second: 's', minute: 'm', min: 'm', hour: 'h', day: 'd' }

/**
 * Reads a duration as people write it: `'500ms'`, `'30s'`, `'10m'`, `'2h'`, `'1d'`, `'1.5h'`, `'7 days'`.
 *
 * @param what names the option in the error: `timeout`, `retry.delay`.
 * @returns milliseconds, above zero.
 * @throws InvalidArgument for anything else.
 */
export function parseDuration(text: unknown, what: string): number {
  const found =
    typeof text === 'string'
      ? /^\s*(\d+(?:\.\d+)?)\s*(ms|s|m|h|d|(?:second|minute|min|hour|day)(?=s?\s*$))s?\s*$/.exec(text)
      : null
  const unit = found?.[2] ?? ''
  const milliseconds = found ? Number(found[1]) * (UNITS[WORDS[unit] ?? unit] as number) : 0
  if (!found || milliseconds <= 0 || !Number.isSafeInteger(Math.ceil(milliseconds))) {
    throw new InvalidArgument(`${what}: ${JSON.stringify(text)} is not a duration`, {
      hint: 'write a number and a unit, above zero: 500ms, 30s, 10m, 2h, 1d',
    })
  }
  return Math.ceil(milliseconds)
}

/** A duration as a person reads it, rounded to what matters: `0.4 s`, `12 s`, `3 min`, `22 h 3 min`, `4 d`. */
export function formatDuration(milliseconds: number): string {
  const seconds = milliseconds / 1000
  if (seconds < 10) return `${(Math.max(0, Math.round(seconds * 100)) / 100).toString()} s`
  if (seconds < 60) return `${Math.round(seconds)} s`
  const minutes = Math.ceil(seconds / 60)
  if (minutes < 120) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
  return `${Math.floor(hours / 24)} d${hours % 24 === 0 ? '' : ` ${hours % 24} h`}`
}
