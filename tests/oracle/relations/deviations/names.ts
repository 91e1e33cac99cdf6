/** Names: their case, their limits, and two of the same. */
import { differenceOf } from '../compare.ts'
import { frameNames } from '../frame-names.ts'
import { bothRows, type Deviation, type DeviationCase, ourError, sparkRefuses, stepsOf } from './rule.ts'

/** Every column name that the program's frames have or ask for. */
function allNames(one: DeviationCase): readonly string[] {
  const names = [...frameNames(one.program, one.tables).values()].flat()
  return [...new Set(names)]
}
const sameButCase = (a: string, b: string): boolean => a !== b && a.toLowerCase() === b.toLowerCase()
const hasTwin = (name: string, names: readonly string[]): boolean => names.some((other) => sameButCase(other, name))

/** A frame that has two names which differ in case only. */
const holdsTwins = (one: DeviationCase): boolean =>
  [...frameNames(one.program, one.tables).values()].some((names) => names.some((name) => hasTwin(name, names)))

const POSTGRES_BYTES = 63
function unholdable(name: string, engine: string): boolean {
  if (name === '' || name.includes('\0')) return true
  if (engine === 'postgres') return Buffer.byteLength(name) > POSTGRES_BYTES
  // Names that SQLite takes for constants, quoted or not, above a query within a query.
  return engine === 'sqlite' && /^(true|false)$/i.test(name)
}

export const nameDeviations: readonly Deviation[] = [
  {
    name: 'names are case-sensitive',
    reason: '§3: "† Names are case-sensitive everywhere"',
    applies: (one) => {
      const error = ourError(one, 'UnknownColumn')
      const asked = /no column ("(?:[^"\\]|\\.)*")/.exec(error?.message ?? '')?.[1]
      if (asked !== undefined) return hasTwin(JSON.parse(asked) as string, allNames(one))
      const refused = sparkRefuses(one)
      if (refused) return refused.spark.error === 'AMBIGUOUS_REFERENCE' && holdsTwins(one)
      const rows = bothRows(one)
      const names = rows?.ours.columns.map(([name]) => name) ?? []
      return (
        rows !== undefined &&
        differenceOf(rows.ours, rows.spark) === 'names' &&
        names.some((name) => hasTwin(name, names))
      )
    },
  },
  {
    name: 'a name that the engine cannot hold',
    reason:
      '§3: "what an engine cannot hold (PostgreSQL 63 bytes, empty, NUL; names that differ only in case on SQLite and DuckDB) is an error before SQL"',
    applies: (one) => {
      if (!ourError(one, 'InvalidName')) return false
      if (allNames(one).some((name) => unholdable(name, one.engine))) return true
      return ['sqlite', 'duckdb'].includes(one.engine) && holdsTwins(one)
    },
  },
  {
    name: 'two columns of one name',
    reason: '§3: "† Duplicate output names are an error"',
    applies: (one) =>
      ourError(one, 'DuplicateColumn') !== undefined &&
      [...frameNames(one.program, one.tables)].some(
        ([as, names]) =>
          new Set(names).size < names.length && !one.program.steps.some((step) => step.as === as && step.op === 'join'),
      ),
  },
  {
    name: 'rename applies its map at once',
    reason: '§3: "† `rename` applies its whole map at once"',
    applies: (one) =>
      one.ours.kind === 'rows' &&
      stepsOf(one, 'rename').some(({ map }) => map.some(([from]) => map.some(([, to]) => to === from))),
  },
  {
    name: 'an unknown name is an error in drop and rename too',
    reason: '§3: "Unknown name: an error before any SQL, with the nearest names and the list"',
    applies: (one) => {
      const [, verb, name = '""'] =
        /^(drop|rename): no column ("(?:[^"\\]|\\.)*")/.exec(ourError(one, 'UnknownColumn')?.message ?? '') ?? []
      const asked = JSON.parse(name) as string
      const frames = frameNames(one.program, one.tables)
      return stepsOf(one, 'drop', 'rename').some(
        (step) =>
          step.op === verb &&
          (step.names ?? step.map.map(([from]) => from)).includes(asked) &&
          !frames.get(step.in)?.includes(asked),
      )
    },
  },
  {
    name: "names that Spark's parser refuses",
    reason: '§3: "† Millrace answers where Spark refuses: … names that its parser refuses"',
    applies: (one) =>
      sparkRefuses(one)?.spark.error.startsWith('UNRESOLVED_COLUMN') === true &&
      allNames(one).some((name) => /[.`]/.test(name)),
  },
]
