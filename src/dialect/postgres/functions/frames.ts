/** Aggregates that PostgreSQL has no windows for, of the rows that a window has gathered. */
import type { SqlType } from '../../../plan/type.ts'
import { type Fragment, fill, fragment } from '../../fragment.ts'
import { type Spelling, spell } from '../../spelling.ts'
import { aggregateSpellings } from './aggregate.ts'
import { gatherSpellings } from './gather.ts'
import { percentileSpellings } from './percentile.ts'
import { pickSpellings } from './pick.ts'

const { approxCountDistinct } = aggregateSpellings
const { collectSet, listaggDistinct } = gatherSpellings
const { maxBy, minBy, mode } = pickSpellings
const ofFrames: Readonly<Record<string, Spelling>> = {
  approxCountDistinct,
  collectSet,
  listaggDistinct,
  maxBy,
  minBy,
  mode,
  ...percentileSpellings,
}

export const windowless: ReadonlySet<string> = new Set(Object.keys(ofFrames))

/** The lists side by side are rows again, in a query of their own: one aggregate of them for each row of the window. */
export const ofFrame: Spelling = ([, ...args], { type, types, literals }) => {
  const name = String(literals[0])
  const isList = (place: number): boolean => literals[place + 1] === undefined
  const columns = args.map((arg, place) => (isList(place) ? fragment(`"_${place}"`) : arg))
  const inner = types.slice(1).map((one, place): SqlType => (isList(place) && one.kind === 'array' ? one.element : one))
  const aggregate = spell(ofFrames[name] as Spelling, columns, { type, types: inner, literals: literals.slice(1) })
  const lists = args.filter((_, place) => isList(place))
  const names = columns.filter((_, place) => isList(place)).map(({ sql }) => sql)
  return fill(`(select $1 from unnest($+) as "_frame"(${names.join(', ')}))`, [aggregate as Fragment, ...lists])
}
