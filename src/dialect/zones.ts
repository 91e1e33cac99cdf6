import { SHORT_ZONES, type Zone, zoneOf } from '../functions/time-zone.ts'
import { type Fragment, fragment } from './fragment.ts'
import type { SpelledCall } from './spelling.ts'

/** The zone that is written into the program; undefined where a column names it. */
export function writtenZone({ literals }: SpelledCall): Zone | undefined {
  return typeof literals[1] === 'string' ? zoneOf(literals[1]) : undefined
}

/** Java's short names of zones, as one binding. */
export const shortZones = (): Fragment => fragment('?', [JSON.stringify(SHORT_ZONES)])
