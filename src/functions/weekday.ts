const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** The day of the week, 0 = Monday, that a name, its first three or its first two letters mean. */
export function weekdayOf(name: unknown): number | undefined {
  const word = String(name).toLowerCase()
  const at = DAYS.findIndex((day) => [day, day.slice(0, 3), day.slice(0, 2)].includes(word))
  return at < 0 ? undefined : at
}
