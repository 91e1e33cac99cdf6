/** Compares Millrace's answer with Spark's. */
import {
  DatabaseError,
  InternalError,
  MillraceError,
  UnsupportedOnDialect,
  ValueOutOfRange,
} from '../../../src/index.ts'
import { differenceOf } from './compare.ts'
import { deviations } from './deviations.ts'
import type { SparkError } from './program.ts'
import type { Outcome } from './run-topic.ts'

export type Verdict = 'equal' | 'deviate' | 'refused' | 'different' | 'missing'

export interface Judgement extends Outcome {
  readonly verdict: Verdict
  /** Why: the deviation's name, the missing names, what differs. */
  readonly reason: string | undefined
}

/** `equal`, or a declared deviation, or `refused` before any SQL, or `different`: a bug of ours. */
export function judge(outcome: Outcome, engine: string): Judgement {
  const { ours, program } = outcome
  const said = (verdict: Verdict, reason?: string): Judgement => ({ ...outcome, verdict, reason })
  if (ours.kind === 'missing') return said('missing', ours.names.join(', '))
  const why = disagreement(outcome)
  if (why === undefined) return said('equal')
  const rule = deviations.find((one) => one.applies({ ...outcome, ours, engine }))
  if (rule) return said('deviate', rule.name)
  if (ours.kind === 'error' && ours.error instanceof UnsupportedOnDialect && !('error' in program.expect)) {
    return said('refused', ours.error.message)
  }
  return said('different', why)
}

/** How the two answers disagree; undefined where they do not. */
function disagreement({ ours, program }: Outcome): string | undefined {
  const theirs = program.expect
  if ('error' in theirs) {
    if (ours.kind === 'rows') return `Spark refuses: ${theirs.error}`
    if (ours.kind === 'error' && sensible(ours.error, theirs)) return undefined
    return 'another kind of error'
  }
  if (ours.kind === 'error') return `error ${ours.error.name}`
  return ours.kind === 'rows' ? differenceOf(ours.answer, theirs) : undefined
}

/** What Spark refuses while it analyses must be refused before any SQL; what fails in its rows may fail in the database. */
function sensible(error: Error, theirs: SparkError): boolean {
  if (!(error instanceof MillraceError) || error instanceof InternalError) return false
  const inDatabase = error instanceof DatabaseError
  if (theirs.phase === 'run') return !inDatabase || /^22/.test(error.sqlState ?? '')
  return !inDatabase && !(error instanceof ValueOutOfRange) && !(error instanceof UnsupportedOnDialect)
}
