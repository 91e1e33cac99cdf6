/**
 * The row type of a frame is what analysis finds, whatever verbs made it: random programs, printed as users write them,
 * checked in one run. That the values are as analysis says is for the random plans to show. `MILLRACE_SEED` asks for others.
 */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import * as api from '../../src/index.ts'
import { offline, planOf } from '../compiler/support.ts'
import { makeProgram } from '../property/generate/program.ts'
import { program, worldsOf } from '../property/search.ts'
import { type Checked, checkTypes } from './check-types.ts'
import { printProgram } from './print-program.ts'
import { disagreement, wordsIn } from './told.ts'

const seed = Number(process.env.MILLRACE_SEED ?? 20_261)
const PROGRAMS = 400

const HEADING = `import * as f from '../../src/index.ts'
import type { FrameOf } from '../../src/frame/frame.ts'
import type { Told } from '../../tests/agreement/told.ts'
declare const session: f.Session
declare function row<R>(frame: FrameOf<R>): { [K in keyof R]: Told<R[K]> }`.split('\n')

/** A frame, and verbs that the random programs do not have. */
const T =
  "const t = session.table('t', f.schema({ k: 'string', n: 'int?', d: 'decimal(9,2)', at: 'timestamp?', day: 'date' }))"
const BY_HAND = [
  `t.rollup('k').agg({ a: f.grouping(t.k), b: f.groupingId(), c: f.count() })`,
  `t.cube('k', 'n').agg((o) => ({ a: f.grouping(o.k), b: f.max(o.day) }))`,
  `t.groupBy('k').count()`,
  `t.groupBy('k').sum('n', 'd')`,
  `t.groupBy('n').avg('n', 'd')`,
  `t.groupBy().max('k', 'n', 'd', 'at', 'day')`,
  `t.groupBy('k').min('at')`,
  `t.agg((o) => ({ n: f.sum(o.n), all: f.count(), first: f.first(o.day), list: f.collectList(o.d) }))`,
  `t.withColumnRenamed('n', 'm').withColumnsRenamed({ m: 'n', d: 'e' })`,
  `t.na.fill({ n: 0 }).na.drop({ subset: ['at'] })`,
  `t.dropna()`,
  `t.dropna({ how: 'all' })`,
  `t.dropna({ thresh: 2 })`,
  `t.fillna(0)`,
  `t.join(t.select('k', 'n').alias('u'), 'k', { how: 'full', suffix: '_u' })`,
  `t.join(t.alias('u'), (l, r) => l.k.eq(r.k), { how: 'left' })`,
  `t.join(t.alias('u'), (l, r) => l.k.eq(r.k), 'right')`,
  `t.join(t.alias('u'), ['k', 'day'], 'left')`,
  `t.crossJoin(t.alias('u'), { suffix: '2' })`,
  `t.melt(['k'], ['n', 'd'], 'what', 'much')`,
  `t.select('k', (o) => [o.n.plus(1).as('m'), f.rowNumber().over(f.Window.orderBy(o.day)).as('place')])`,
  `t.selectExpr('k', f.schema({ k: 'string?' }))`,
  `t.describe('k', 'n')`,
  `t.summary('count')`,
  `t.transform((o) => o.drop('at', 'day'))`,
  `t.randomSplit([1, 2], 1)[0]`,
  `t.select('k').union(t.select('k').limit(1)).intersect(t.select('k'))`,
  `t.unionByName(t.drop('n').withColumn('extra', f.lit(true)), { allowMissing: true })`,
  `t.select('n').unionByName(t.select('d').rename({ d: 'n' }))`,
  `session.range(3).withColumnRenamed('id', 'n')`,
  `session.createDataFrame([{ a: 1, b: 'x', c: true, d: 0.5 }])`,
  `t.select('k', f.explode(f.array(t.k, f.lit('x'))).as('one'))`,
].map((text) => `(() => { ${T}; return ${text} })()`)

const evaluated = (text: string): unknown =>
  (new Function('f', 'session', `'use strict'; return ${text}`) as (...given: unknown[]) => unknown)(
    api,
    offline.sqlite,
  )

/** Whether frames of the same names in other places are put upon each other: row types know no places. */
function isTurned(text: string): boolean {
  const operations = text.matchAll(/(f\d+)\.(?:union|intersect|intersectAll|subtract|exceptAll)\((f\d+)\)/g)
  return [...operations].some(([, left, right]) => {
    const frames = evaluated(
      text.replace(/return f\d+ \}\)\(\)$/, `return [${left}, ${right}] })()`),
    ) as readonly unknown[]
    const [ours = [], theirs = []] = frames.map((frame) => planOf(frame).outputs.map(({ name }) => name))
    return ours.some((name, place) => theirs.includes(name) && theirs[place] !== name)
  })
}

/** Whether a column of a frame before an outer join stands behind it: its type is that of its own frame, where no row is empty. */
function reachesBack(text: string): boolean {
  if (!/, "(?:left|right|full)"\)/.test(text)) return false
  return text.split('; ').some((step) => {
    const [, input, verb, rest = ''] = /= (f\d+)\.(\w+)\((.*)/.exec(step) ?? []
    return verb !== 'join' && [...rest.matchAll(/(f\d+)\.col\(/g)].some(([, frame]) => frame !== input)
  })
}

let texts: readonly string[]
let checked: ReadonlyMap<string, Checked>

beforeAll(() => {
  console.log(`programs of seed ${seed}; others: MILLRACE_SEED=${seed} npx vitest run tests/agreement/programs.test.ts`)
  const worlds = worldsOf(seed)
  const chosen = fc.sample(fc.tuple(fc.nat(worlds.length - 1), program), { seed, numRuns: PROGRAMS })
  const random = chosen.map(([place, steps]) => {
    const world = worlds[place] as (typeof worlds)[number]
    return printProgram(world, makeProgram(world, steps).program)
  })
  // New names for all columns leave it to the checker which of them is which.
  texts = [...BY_HAND, ...random.filter((text) => !text.includes('.toDF(') && !isTurned(text))]
  checked = checkTypes([...HEADING, ...texts.map((text, at) => `export const x${at} = row(${text})`)])
}, 300_000)

/** The columns that the checker prints, with their words. */
function columnsOf(printed: string): ReadonlyMap<string, readonly string[]> {
  const columns = [...printed.matchAll(/^\s*(?:\[?(-?[\p{L}\p{M}\p{N}_$]+)\]?|("(?:[^"\\]|\\.)*")): ([^;]*);/gmu)]
  return new Map(
    columns.map(([, plain, quoted, words]) => [
      plain ?? (JSON.parse(quoted as string) as string),
      wordsIn(words as string),
    ]),
  )
}

test('all programs compile', () => {
  const refused = [...checked].flatMap(([name, found]) =>
    'refused' in found ? [`${texts[Number(name.slice(1))]}: ${found.refused}`] : [],
  )
  expect(refused).toEqual([])
})

test('row types and analysed columns agree', () => {
  const differing = texts.flatMap((text, at) => {
    const found = checked.get(`x${at}`)
    if (!found || 'refused' in found) return []
    const columns = columnsOf(found.type)
    const { outputs } = planOf(evaluated(text))
    const names = new Set(outputs.map(({ name }) => name))
    if (names.size !== columns.size || [...names].some((name) => !columns.has(name)))
      return [`${text}: ${[...columns.keys()]}, not ${[...names]}`]
    return outputs.flatMap((output) => {
      // Of what is in arrays only the checker knows whether it can be NULL.
      const untold = text.includes('explode') || reachesBack(text)
      const known = untold ? { ...output, nullable: false } : output
      const why = disagreement(columns.get(output.name) as readonly string[], known)
      return why === undefined ? [] : [`${text}: ${output.name}: ${why}`]
    })
  })
  expect(differing).toEqual([])
})
