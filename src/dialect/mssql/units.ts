import type { TimeUnit } from '../../functions/time-unit.ts'

/** A unit as T-SQL names it. Weeks start on Monday by ISO; a plain `week` starts where the session says. */
export const isoUnit = (unit: TimeUnit): string => (unit === 'week' ? 'iso_week' : unit)
