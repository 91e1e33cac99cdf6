/** Time zones as Spark names them: `Europe/Berlin`, `UTC`, `+05:30`, `GMT+2`. */
import { didYouMean, InvalidArgument, UnsupportedOnDialect } from '../errors/index.ts'

/** A fixed distance from UTC in minutes, or a region whose distance changes. */
export type Zone =
  | { readonly kind: 'offset'; readonly minutes: number }
  | { readonly kind: 'region'; readonly name: string }

/** Java's short names of zones; engines know others by the same letters. */
export const SHORT_ZONES: Readonly<Record<string, string>> = {
  ACT: 'Australia/Darwin',
  AET: 'Australia/Sydney',
  AGT: 'America/Argentina/Buenos_Aires',
  ART: 'Africa/Cairo',
  AST: 'America/Anchorage',
  BET: 'America/Sao_Paulo',
  BST: 'Asia/Dhaka',
  CAT: 'Africa/Harare',
  CNT: 'America/St_Johns',
  CST: 'America/Chicago',
  CTT: 'Asia/Shanghai',
  EAT: 'Africa/Addis_Ababa',
  ECT: 'Europe/Paris',
  EST: '-05:00',
  HST: '-10:00',
  IET: 'America/Indiana/Indianapolis',
  IST: 'Asia/Kolkata',
  JST: 'Asia/Tokyo',
  MIT: 'Pacific/Apia',
  MST: '-07:00',
  NET: 'Asia/Yerevan',
  NST: 'Pacific/Auckland',
  PLT: 'Asia/Karachi',
  PNT: 'America/Phoenix',
  PRT: 'America/Puerto_Rico',
  PST: 'America/Los_Angeles',
  SST: 'Pacific/Guadalcanal',
  UT: '+00:00',
  UTC: '+00:00',
  GMT: '+00:00',
  VST: 'Asia/Ho_Chi_Minh',
  Z: '+00:00',
}

/** Hours and minutes from UTC, as a regular expression that all engines understand. */
export const OFFSET = '^(UTC|GMT|UT)?[+-](([0-9]|0[0-9]|1[0-7])(:[0-5]?[0-9])?|(0[0-9]|1[0-7])[0-5][0-9]|18(:?00)?)$'
/** A region: names of one word are left out, since engines mean different things by them (`CET`). */
export const REGION = '^([A-Z][A-Za-z_]+(/[A-Z][A-Za-z_-]+)+|Etc/GMT[+-][0-9]{1,2})$'

const isKnown = new Map<string, boolean>()

function isKnownZone(name: string): boolean {
  const known = isKnown.get(name)
  if (known !== undefined) return known
  let found = true
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name })
  } catch {
    found = false
  }
  if (isKnown.size < 1000) isKnown.set(name, found)
  return found
}

/** The zone of a name; undefined where there is none. */
export function zoneOf(name: string): Zone | undefined {
  const plain = Object.hasOwn(SHORT_ZONES, name) ? (SHORT_ZONES[name] as string) : name
  if (new RegExp(OFFSET).test(plain)) {
    const [, sign, hours, minutes = '0'] = /([+-])(\d\d?):?(\d\d?)?$/.exec(plain) ?? []
    return { kind: 'offset', minutes: (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1) }
  }
  return new RegExp(REGION).test(plain) && isKnownZone(plain) ? { kind: 'region', name: plain } : undefined
}

/**
 * @throws InvalidArgument where no zone has that name, UnsupportedOnDialect where engines mean different ones by it.
 */
export function requireZone(name: string, fn: string): Zone {
  const zone = zoneOf(name)
  if (zone) return zone
  if (/^[A-Z]{2}|^[A-Z][a-z]+$/.test(name) && isKnownZone(name)) {
    throw new UnsupportedOnDialect(`${fn}: engines mean different time zones by ${JSON.stringify(name)}`, {
      hint: "name a city of it: 'Europe/Berlin'",
    })
  }
  const near = didYouMean(name, Intl.supportedValuesOf('timeZone'))
  throw new InvalidArgument(`${fn}: there is no time zone ${JSON.stringify(name)}`, {
    hint: [near, "Zones are written 'Europe/Berlin', 'UTC' or '+05:30'."].filter(Boolean).join(' '),
  })
}
