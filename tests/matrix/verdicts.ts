/** What a function is on an engine: from its snapshot, the cases that passed, and the deviations that are declared. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DialectName } from '../../src/plan/dialect-name.ts'
import type { FunctionDeviation } from '../oracle/functions/deviations/rule.ts'
import { deviations } from '../oracle/functions/deviations.ts'
import type { FunctionRow } from './rows.ts'

const ENGINES: ReadonlySet<DialectName> = new Set(['sqlite', 'postgres', 'duckdb'])
/** Whether the tests run on it; for the others they compile alone. */
export const hasEngine = (dialect: DialectName): boolean => ENGINES.has(dialect)

export interface Verdict {
  /** `some`: of the types that it takes, some are refused. */
  readonly spelled: 'all' | 'some' | 'none'
  /** Every part of it stands in a test that passed. */
  readonly proved: boolean
  /** Declared deviations from Spark. */
  readonly deviations: readonly FunctionDeviation[]
  /** What the dialect refuses, in its words. */
  readonly refusals: readonly string[]
}

/** What the passing tests used, by engine. */
export type Used = Readonly<Record<DialectName, ReadonlySet<string>>>

const SNAPSHOTS = join(import.meta.dirname, '..', 'sql', 'snapshots')

export function verdictOf(row: FunctionRow, dialect: DialectName, used: Used): Verdict {
  const isProved = (part: string): boolean => used[dialect].has(`function ${part}`)
  const parts = row.parts.map((part) => snapshotOf(part, dialect, isProved(part)))
  const none = parts.some(({ statement }) => !statement)
  const refusals = [...new Set(parts.flatMap((part) => part.refusals))]
  return {
    spelled: none ? 'none' : refusals.length > 0 ? 'some' : 'all',
    proved: row.parts.every(isProved),
    deviations: deviationsOf(row, dialect),
    refusals,
  }
}

/** The deviations that are declared for this function alone, or for it among others. */
function deviationsOf({ name, aliases, parts }: FunctionRow, dialect: DialectName) {
  const names = new Set([name, ...aliases, ...parts])
  return deviations.filter(
    (one) =>
      one.functions !== '*' &&
      one.functions.some((spark) => names.has(camelOf(spark))) &&
      (one.engines === '*' || one.engines.some((engine) => engine === dialect)),
  )
}

/** Spark's `date_add` is `dateAdd` here. */
const camelOf = (spark: string): string => spark.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/**
 * What the snapshot of a function shows. Functions without one become constants or other plans before any dialect is
 * asked: of the engine that nothing can run on, only what was compiled counts.
 */
function snapshotOf(
  name: string,
  dialect: DialectName,
  proved: boolean,
): { statement: boolean; refusals: readonly string[] } {
  const file = join(SNAPSHOTS, dialect, 'functions', `${name}.sql`)
  if (!existsSync(file)) return { statement: hasEngine(dialect) || proved, refusals: [] }
  const lines = readFileSync(file, 'utf8').split('\n')
  return {
    statement: lines.some((line) => line !== '' && !line.startsWith('--')),
    refusals: lines.flatMap((line) => /^-- \w+: (.*not .*)$/.exec(line)?.[1] ?? []),
  }
}
