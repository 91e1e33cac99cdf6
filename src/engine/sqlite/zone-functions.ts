import { ValueOutOfRange } from '../../errors/index.ts'
import { zoneOf } from '../../functions/time-zone.ts'
import { microsecondsOf, momentText } from './calendar.ts'
import { asText, strict } from './strict.ts'

const SECOND = 1_000_000n
const DAY = 86_400n * SECOND

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(region: string): Intl.DateTimeFormat {
  const known = formats.get(region)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', { timeZone: region, timeZoneName: 'longOffset' })
  formats.set(region, format)
  return format
}

/** How far the clocks of a region are from UTC at a moment, in microseconds. */
function offsetIn(region: string, utc: bigint): bigint {
  const parts = formatOf(region).formatToParts(new Date(Number(utc / 1000n)))
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = /([+-])(\d+):(\d+)(?::(\d+))?/.exec(name) ?? []
  const distance = BigInt((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * SECOND
  return sign === '-' ? -distance : distance
}

function offsetOf(zone: string): (utc: bigint) => bigint {
  const known = zoneOf(zone)
  if (!known) throw new ValueOutOfRange(`there is no time zone ${JSON.stringify(zone)}`)
  if (known.kind === 'region') return (utc) => offsetIn(known.name, utc)
  const fixed = BigInt(known.minutes) * 60n * SECOND
  return () => fixed
}

/** Of two moments at which clocks show this the first; what they skip is counted on from before the gap. */
function toUtc(local: bigint, offset: (utc: bigint) => bigint): bigint {
  const first = local - offset(local - DAY)
  if (first + offset(first) === local) return first
  const second = local - offset(local + DAY)
  return second + offset(second) === local ? second : first
}

/** Moments as the clocks of time zones show them. */
export const zoneFunctions = [
  strict('from_utc', (moment, zone) => {
    const utc = microsecondsOf(asText(moment))
    return momentText(utc + offsetOf(asText(zone))(utc))
  }),
  strict('to_utc', (moment, zone) => momentText(toUtc(microsecondsOf(asText(moment)), offsetOf(asText(zone))))),
]
