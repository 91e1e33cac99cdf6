/** Time zones as Spark names them: `Europe/Berlin`, `UTC`, `+05:30`, `GMT+2`. */
import { didYouMean, InvalidArgument } from '../errors/index.ts'

/** A fixed distance from UTC in minutes, or a region whose distance changes. */
export type Zone =
  | { readonly kind: 'offset'; readonly minutes: number }
  | { readonly kind: 'region'; readonly name: string }

/** Java's short names of zones; engines know others by the same letters. */
export const SHORT_ZONES: Readonly<Record<string, string>> = {
  ACT: 'Australia/Darwin', AET: 'Australia/Sydney', AGT: 'America/Argentina/Buenos_Aires', ART: 'Africa/Cairo',
  AST: 'America/Anchorage', BET: 'America/Sao_Paulo', BST: 'Asia/Dhaka', CAT: 'Africa/Harare', CNT: 'America/St_Johns',
  CST: 'America/Chicago', CTT: 'Asia/Shanghai', EAT: 'Africa/Addis_Ababa', ECT: 'Europe/Paris', EST: '-05:00',
  HST: '-10:00', IET: 'America/Indiana/Indianapolis', IST: 'Asia/Kolkata', JST: 'Asia/Tokyo', MIT: 'Pacific/Apia',
  MST: '-07:00', NET: 'Asia/Yerevan', NST: 'Pacific/Auckland', PLT: 'Asia/Karachi', PNT: 'America/Phoenix',
  PRT: 'America/Puerto_Rico', PST: 'America/Los_Angeles', SST: 'Pacific/Guadalcanal', UT: '+00:00', UTC: '+00:00',
  GMT: '+00:00', VST: 'Asia/Ho_Chi_Minh', Z: '+00:00',
} // biome-ignore format: a table

/** Hours and minutes from UTC, as a regular expression that all engines understand. */
export const OFFSET = '^(UTC|GMT|UT)?([+-])([0-9]|0[0-9]|1[0-8])(:?([0-5][0-9]))?$'
/** A region: names of one word are left out, since engines mean different things by them (`CET`). */
export const REGION = '^([A-Z][A-Za-z_]+(/[A-Z][A-Za-z_-]+)+|Etc/GMT[+-][0-9]{1,2})$'

const isKnown = new Map<string, boolean>()

function isRegion(name: string): boolean {
  if (!new RegExp(REGION).test(name)) return false
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
  const match = new RegExp(OFFSET).exec(plain)
  if (match) {
    const minutes = Number(match[3]) * 60 + Number(match[5] ?? 0)
    return { kind: 'offset', minutes: match[2] === '-' ? -minutes : minutes }
  }
  return isRegion(plain) ? { kind: 'region', name: plain } : undefined
}

/** @throws InvalidArgument where no zone has that name. */
export function requireZone(name: string, fn: string): Zone {
  const zone = zoneOf(name)
  if (zone) return zone
  const near = didYouMean(name, Intl.supportedValuesOf('timeZone'))
  throw new InvalidArgument(`${fn}: there is no time zone ${JSON.stringify(name)}`, {
    hint: [near, "Zones are written 'Europe/Berlin', 'UTC' or '+05:30'."].filter(Boolean).join(' '),
  })
}
