import { describeValue } from '../../column/expression-column.ts'
import { InvalidArgument } from '../../errors/index.ts'
import { fieldsOf, type Schema } from '../../frame/schema.ts'
import { declaration } from '../declared-at.ts'
import { checkKeys } from '../options.ts'
import { type ModelRef, reference, type SeedOptions } from './definition.ts'

const OPTIONS = [
  'name',
  'schema',
  'tags',
  'owner',
  'description',
  'columns',
  'tests',
  'modelTests',
  'eventTime',
] as const

/**
 * A CSV file of the project that becomes a table: loaded again when the file or the schema has changed.
 *
 * @param file relative to the project's root: `seeds/countries.csv`; its first line has the columns' names
 * @param schema the columns and their types
 * @example const countries = seed('seeds/countries.csv', schema({ code: 'string', name: 'string' }))
 * @throws InvalidArgument for what is no file name or no schema
 */
export function seed<R>(file: string, schema: Schema<R>, options: SeedOptions<NoInfer<R>> = {}): ModelRef<R> {
  if (typeof file !== 'string' || file === '')
    throw new InvalidArgument(`seed takes the name of a CSV file first, not ${describeValue(file)}`)
  const fields = fieldsOf(schema)
  if (fields === undefined) {
    throw new InvalidArgument(`seed takes a schema as second argument, not ${describeValue(schema)}`, {
      hint: "seed('seeds/countries.csv', schema({ code: 'string' }))",
    })
  }
  checkKeys('seed', 'option', Object.keys(options), OPTIONS)
  return reference<R>({
    kind: 'seed',
    file: file.replace(/^\.\//, ''),
    fields,
    options: options as SeedOptions,
    frames: declaration(seed),
  })
}
