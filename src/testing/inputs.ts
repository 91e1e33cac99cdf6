import { selfName } from '../dag/models/bind.ts'
import { callBody } from '../dag/models/call-body.ts'
import type { Definition } from '../dag/models/definition.ts'
import type { Binding } from '../dag/models/ref.ts'
import { didYouMean, GivenMismatch, listNames } from '../errors/index.ts'
import type { Relation } from '../plan/relation.ts'
import type { Fields } from '../plan/schema.ts'
import { arrangeRows, inferFields } from '../session/infer-schema.ts'
import { type ColumnsOf, labelOf, namesOf } from './columns-of.ts'
import type { GivenTable, PlainRow } from './given.ts'

/** What `ref` and `table` mean in a body under test. */
export interface Inputs {
  readonly binding: Binding
  /** @throws GivenMismatch where the body read what was not given */
  checkRead(): void
  /** @throws GivenMismatch also where it did not read what was given: for a body that has come to its end */
  checkAll(): void
}

/** A body's inputs are the given rows. Ephemeral models that are not given are part of the query, as ever. */
export function inputsFrom(given: readonly GivenTable[], columnsOf: ColumnsOf): Inputs {
  /** What the body read, by the name that an error has for it. */
  const read = new Map<string, Definition | string>()
  const missing = new Set<Definition | string>()
  const users = new Map<GivenTable, Definition | string>()

  const entryFor = (of: Definition | string): GivenTable | undefined => {
    const names = typeof of === 'string' ? [of] : namesOf(of)
    const entry =
      given.find((one) => one.of === of || (typeof one.of !== 'string' && same(one.of, of))) ??
      given.find((one) => typeof one.of === 'string' && names.includes(one.of))
    if (entry === undefined) return undefined
    const other = users.get(entry)
    if (other !== undefined && other !== of && !same(other, of)) {
      throw new GivenMismatch(`given: ${JSON.stringify(entry.of)} means two of the things that the body reads`, {
        hint: `say which: ${listNames([other, of].flatMap((one) => (typeof one === 'string' ? [one] : namesOf(one))))}`,
      })
    }
    users.set(entry, of)
    return entry
  }

  const bound = (of: Definition | string, known: () => Fields | undefined): Relation | undefined => {
    const name = typeof of === 'string' ? of : labelOf(of)
    const entry = entryFor(of)
    if (entry === undefined) return undefined
    read.set(name, of)
    return { kind: 'alias', input: valuesOf(entry.rows, entry.fields ?? known(), name), name }
  }
  /** The body goes on, so that all that is missing is told at once. */
  const lacking = (of: Definition | string, fields: Fields | undefined): Relation => {
    missing.add(of)
    read.set(typeof of === 'string' ? of : labelOf(of), of)
    return { kind: 'values', fields: fields ?? [], rows: [] }
  }
  const binding: Binding = {
    bind(definition) {
      const relation = bound(definition, () => columnsOf(definition))
      if (relation !== undefined) return relation
      if (definition.kind !== 'model' || definition.options.materialized !== 'ephemeral')
        return lacking(definition, columnsOf(definition))
      return { kind: 'alias', input: callBody(definition, binding), name: labelOf(definition) }
    },
    table: (name, fields) => bound(name, () => fields) ?? lacking(name, fields),
  }
  return {
    binding,
    checkRead() {
      if (missing.size > 0) throw mismatch([...missing], [], [...read.values()])
    },
    checkAll() {
      const unread = given.filter((one) => !users.has(one))
      if (missing.size > 0 || unread.length > 0) throw mismatch([...missing], unread, [...read.values()])
    },
  }
}

/** A seed or source may be declared in several files. */
function same(one: Definition | string, other: Definition | string): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other
  return one === other || (selfName(one) !== undefined && selfName(one) === selfName(other))
}

/** Given rows as a relation. @throws InvalidValue, InvalidArgument for rows that do not fit the columns */
export function valuesOf(rows: readonly PlainRow[], known: Fields | undefined, name: string): Relation {
  const what = `given: ${name}`
  if (known === undefined && rows.length === 0) {
    throw new GivenMismatch(`nothing tells the columns of ${name}, of which no rows are given`, {
      hint: `give a schema beside them, [['${name}', [], schema({ … })]], or to the source that it is`,
    })
  }
  const fields = known ?? inferFields(rows, what)
  return { kind: 'values', fields, rows: arrangeRows(rows, fields, what) }
}

function mismatch(
  missing: readonly (Definition | string)[],
  unread: readonly GivenTable[],
  read: readonly (Definition | string)[],
): GivenMismatch {
  const name = (of: Definition | string): string => (typeof of === 'string' ? of : labelOf(of))
  const names = read.flatMap((of) => (typeof of === 'string' ? [of] : namesOf(of)))
  const said = [
    missing.length > 0 && `the body reads ${listNames(missing.map(name))}, of which given has no rows`,
    unread.length > 0 &&
      `given has rows of ${listNames(unread.map(({ of }) => name(of)))}, which the body does not read`,
  ].filter((part) => part !== false)
  const nameless = missing.some((of) => typeof of !== 'string' && namesOf(of).length === 0)
  const hints = [
    ...unread.map(({ of }) => didYouMean(name(of), names)),
    `It reads ${listNames(read.map(name))}.`,
    nameless && 'What has no name is given by itself: given: [[model, rows]].',
    missing.length > 0 && 'No rows at all are [].',
  ].filter((part) => typeof part === 'string')
  return new GivenMismatch(said.join('; '), { hint: hints.join(' ') })
}
