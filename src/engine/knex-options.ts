import { debuglog } from 'node:util'

const debug = debuglog('millrace')

/**
 * Knex's own remarks: for whoever sets NODE_DEBUG=millrace. A run's output belongs to the user, and the remarks repeat
 * what our errors say.
 */
export const quietLog = { warn: debug, error: debug, deprecate: debug, debug, inspectionDepth: 2, enableColors: false }

/** How long a statement waits for a free connection of the pool, in milliseconds. */
export const ACQUIRE_TIMEOUT = 60_000
