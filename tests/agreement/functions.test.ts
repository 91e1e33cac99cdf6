/**
 * What the face of a function says of its values is what analysis finds, and what comes from the databases: for every
 * function and method, with every kind of argument, as it is and as one that can be NULL.
 */
import { beforeAll, expect, test } from 'vitest'
import * as faces from '../../src/functions/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { allCalls, type Call } from './calls.ts'
import { type Checked, checkTypes } from './check-types.ts'
import { isTold } from './is-told.ts'
import { askAll } from './on-engine.ts'
import { disagreement, isVague, wordsIn } from './told.ts'

const HEADING = `import * as f from '../../src/index.ts'
import type { ColumnOf } from '../../src/column/column.ts'
import type { Sample } from '../../tests/agreement/samples.ts'
import type { Told } from '../../tests/agreement/told.ts'
declare const c: f.DataFrame<Sample>
const w = f.Window.orderBy(c.id)
declare function told<V>(column: ColumnOf<V>): Told<V>`.split('\n')

let calls: readonly Call[]
let checked: ReadonlyMap<string, Checked>

beforeAll(() => {
  calls = allCalls()
  checked = checkTypes([...HEADING, ...calls.map(({ text }, at) => `export const x${at} = told(${text})`)])
}, 300_000)

/** Calls that compile, with the words of their static types. */
const compiled = () =>
  calls.flatMap((call, at) => {
    const found = checked.get(`x${at}`)
    return found && 'type' in found ? [{ call, words: wordsIn(found.type) }] : []
  })

test('every function has calls that compile', () => {
  const shown = new Set(compiled().map(({ call }) => call.of))
  // Those of grouping sets are among the programs.
  expect(Object.keys(faces).filter((name) => !shown.has(name))).toEqual(['grouping', 'groupingId', 'col'])
  expect(compiled().length).toBeGreaterThan(6000)
})

test('static types are vague of what documents and structs hold alone', () => {
  const held = ({ text }: Call): boolean => /json|record|pairs|getField|getItem/.test(text)
  const vague = compiled().filter(({ words, call }) => isVague(words) && !held(call))
  expect(vague.map(({ call }) => call.text)).toEqual([])
})

test('static and analysed types agree', () => {
  const differing = compiled().flatMap(({ call, words }) => {
    const why = disagreement(words, call)
    return why === undefined ? [] : [`${call.text}: ${why}`]
  })
  expect(differing).toEqual([])
})

onEveryEngine((database) => {
  test('values are of their static types', async () => {
    const wanted = new Map(compiled().map(({ call, words }) => [call, words]))
    const asked = await askAll(database.engine, [...wanted.keys()])
    const differing = asked.flatMap(({ call, values }) => {
      const words = wanted.get(call) as readonly string[]
      const strange = values.find((value) => !isTold(value, words) || (value === null && !call.nullable))
      return strange === undefined ? [] : [`${call.text}: ${JSON.stringify(strange)} is none of ${words.join(' | ')}`]
    })
    expect(differing).toEqual([])
    // What no engine says and what raises has no values: most must have some, or nothing was compared.
    expect(asked.filter(({ values }) => values.length > 0).length).toBeGreaterThan(0.8 * wanted.size)
  }, 300_000)
})
