import { describeValue } from '../column/expression-column.ts'
import { didYouMean, InvalidArgument, listNames } from '../errors/index.ts'
import type { PlainRow } from '../frame/actions.ts'
import type { WriteOptions } from '../frame/options.ts'

const CHOICES = {
  mode: ['error', 'overwrite', 'append', 'ignore'],
  onSchemaChange: ['fail', 'append', 'ignore'],
} as const
const KNOWN = ['mode', 'indexes', 'onSchemaChange']

/** Checks the options of `write`, which plain JavaScript may have misspelled. @throws InvalidArgument */
export function checkWriteOptions(options: WriteOptions<PlainRow>): {
  mode: WriteOptions<PlainRow>['mode']
  onSchemaChange: WriteOptions<PlainRow>['onSchemaChange']
  indexes: readonly (readonly string[])[]
} {
  for (const key of Object.keys(options)) {
    if (!KNOWN.includes(key))
      throw new InvalidArgument(`write has no option ${JSON.stringify(key)}`, {
        hint: didYouMean(key, KNOWN) ?? `There are ${listNames(KNOWN)}.`,
      })
  }
  for (const [key, choices] of Object.entries(CHOICES)) {
    const value = options[key as keyof typeof CHOICES]
    if (value !== undefined && !(choices as readonly string[]).includes(value)) {
      throw new InvalidArgument(`write: ${key} is ${describeValue(value)}`, {
        hint: [didYouMean(String(value), choices), `There are ${listNames(choices)}.`].filter(Boolean).join(' '),
      })
    }
  }
  if (options.onSchemaChange !== undefined && options.mode !== 'append') {
    throw new InvalidArgument("write: onSchemaChange belongs to mode 'append'")
  }
  return {
    mode: options.mode,
    onSchemaChange: options.onSchemaChange,
    indexes: (options.indexes ?? []).map((columns) => (typeof columns === 'string' ? [columns] : columns)),
  }
}
