/** The instant that `currentTimestamp()` is where types are worked out and queries are compared or told, but not run. */
export const ANY_INSTANT = new Date(0)
