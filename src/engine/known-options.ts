import { didYouMean, InvalidArgument, listNames } from '../errors/index.ts'

/**
 * Refuses an option that would be ignored, for plain JavaScript and for objects that are put together.
 *
 * @param known every option: a list that the types hold complete
 * @throws InvalidArgument naming the nearest ones; the value may be a secret, and is not repeated
 */
export function refuseUnknown<O extends object>(
  engine: string,
  options: O,
  known: Readonly<Record<keyof Required<O>, true>>,
): void {
  const names = Object.keys(known)
  const unknown = Object.keys(options).find((name) => !names.includes(name))
  if (unknown === undefined) return
  const near = unknown === 'schema' ? SCHEMA : didYouMean(unknown, names)
  throw new InvalidArgument(`${engine}: unknown option "${unknown}"`, {
    hint: [near, `Options are ${listNames(names)}.`].filter(Boolean).join(' '),
  })
}

/** Where a schema is said is another place than people try first. */
const SCHEMA = "The schema of tables is said beside the engine: export const schema = 'dev_{user}'."
