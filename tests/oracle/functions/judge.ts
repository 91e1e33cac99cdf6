/** Compares each of Millrace's answers with Spark's. */
import { DatabaseError, InternalError, MillraceError, type Session, UnsupportedOnDialect } from '../../../src/index.ts'
import type { SessionScope } from '../../../src/session/scope.ts'
import type { EngineName } from '../engines.ts'
import { missingExpressions } from '../missing.ts'
import type { Json } from '../nodes.ts'
import { sameUnordered, sameValue } from '../values.ts'
import { askUnits, type UnitAnswer } from './ask.ts'
import { argumentTypes, type Cells, type FunctionCase, type FunctionFile, raised } from './cases.ts'
import type { Answered } from './deviations/rule.ts'
import { deviations } from './deviations.ts'
import { unaskable, unholdable } from './set-aside.ts'
import { type Unit, unitsOf } from './units.ts'

export type Verdict = 'equal' | 'aside' | 'deviate' | 'refused' | 'different' | 'missing'

export interface Judgement {
  readonly verdict: Verdict
  readonly reason: string | undefined
  /** Spoils nothing: set aside, or under a † of the semantics. */
  readonly excused: boolean
  readonly one: FunctionCase
  readonly unit: Unit
  readonly spark: Cells
  /** Undefined where it was not asked. */
  readonly ours: UnitAnswer | undefined
}

/** Every recorded answer of a function on one engine. */
export async function judgeFunction(
  file: FunctionFile,
  engine: EngineName,
  session: Session,
  scope: SessionScope,
): Promise<readonly Judgement[]> {
  const judgements: Judgement[] = []
  for (const one of file.cases) judgements.push(...(await judgeCase(file, one, engine, session, scope)))
  return judgements
}

async function judgeCase(
  file: FunctionFile,
  one: FunctionCase,
  engine: EngineName,
  session: Session,
  scope: SessionScope,
): Promise<readonly Judgement[]> {
  const kind = one.kind ?? file.kind
  const units = unitsOf(one, kind)
  const all = (unit: Unit, verdict: Verdict, reason: string, excused = false): readonly Judgement[] =>
    unit.answers.map((spark) => ({ verdict, reason, excused, one, unit, spark, ours: undefined }))
  const missing = missingExpressions(one)
  if (missing.length > 0) return units.flatMap((unit) => all(unit, 'missing', missing.join(', ')))
  const reasons = new Map(units.map((unit) => [unit, unaskable(one, unit, engine)]))
  const asked = units.filter((unit) => reasons.get(unit) === undefined)
  const answers = await askUnits(one, kind, asked, session, scope)
  const ours = new Map(asked.map((unit, index) => [unit, answers[index] as UnitAnswer]))
  return units.flatMap((unit) => {
    const given = ours.get(unit)
    if (!given) return all(unit, 'aside', reasons.get(unit) as string, true)
    return judgeUnit(file, one, unit, given, engine)
  })
}

function judgeUnit(
  file: FunctionFile,
  one: FunctionCase,
  unit: Unit,
  ours: UnitAnswer,
  engine: EngineName,
): readonly Judgement[] {
  const types = one.types ?? [one.type ?? 'void']
  // Over windows and from generators an id stands before the answers.
  const columnTypes = (cells: Cells) => (cells.length > types.length ? ['long', ...types] : types)
  const surplus = ours.kind === 'rows' && ours.rows.length !== unit.answers.length
  const expected = unit.answers.length > 0 || !surplus ? unit.answers : [[]]
  return expected.map((spark, index): Judgement => {
    const said = (verdict: Verdict, reason?: string, excused = false): Judgement => {
      return { verdict, reason, excused, one, unit, spark, ours }
    }
    if (surplus) return said('different', `${ours.rows.length} rows for ${unit.answers.length}`)
    const answered: Answered = {
      engine,
      file,
      one,
      unit,
      types: columnTypes(spark),
      argumentTypes: argumentTypes(one),
      spark,
      raised: raised(spark.at(-types.length), types[0] as string),
      ours: ours.kind === 'rows' ? (ours.rows[index] as Cells) : undefined,
      error: ours.kind === 'error' ? ours.error : undefined,
    }
    return judgeAnswer(answered, said)
  })
}

function judgeAnswer(
  answered: Answered,
  said: (verdict: Verdict, reason?: string, excused?: boolean) => Judgement,
): Judgement {
  const { engine, spark, ours, error, types } = answered
  if (error instanceof UnsupportedOnDialect) return said('refused', error.message)
  const why = disagreement(answered)
  if (why === undefined) return said('equal')
  const values = answered.raised ? [] : types
  const aside = values.map((type, index) => unholdable(spark[index], type, engine)).find((one) => one !== undefined)
  if (aside !== undefined && isNear(ours, answered)) return said('aside', aside, true)
  const rule = deviations.find((one) => applies(one, answered))
  if (rule) return said('deviate', rule.name, rule.dagger !== undefined)
  return said('different', error ? `error ${error.name}` : why)
}

function applies(rule: (typeof deviations)[number], answered: Answered): boolean {
  const { file, engine } = answered
  if (rule.functions !== '*' && !rule.functions.includes(file.function)) return false
  if (rule.engines !== '*' && !rule.engines.includes(engine)) return false
  if (rule.types && !rule.types.test(answered.argumentTypes.join(', '))) return false
  return rule.applies(answered)
}

function disagreement({ one, spark, raised: theirs, ours, error, types }: Answered): string | undefined {
  if (theirs) {
    if (!error) return `Spark raises ${theirs.error}`
    return isAboutData(error) ? undefined : 'another kind of error'
  }
  if (error || !ours) return 'an error'
  const same = (a: Json | undefined, b: Json | undefined, type: string) =>
    sameValue(a, b, type) || (one.unordered === true && sameUnordered(a, b, type))
  return types.every((type, index) => same(ours[index], spark[index], type)) ? undefined : 'another value'
}

/** An error that a value of the rows, or a constant, has caused: not a slip of ours in SQL. */
function isAboutData(error: Error): boolean {
  if (!(error instanceof MillraceError) || error instanceof InternalError) return false
  return !(error instanceof DatabaseError) || /^22|^P0001/.test(error.sqlState ?? '')
}

/** What an engine has in the place of a value that it cannot hold: nothing, or a decimal of fewer digits. */
function isNear(ours: Cells | undefined, { spark, types }: Answered): boolean {
  if (!ours) return true
  const near = (a: Json | undefined, b: Json | undefined, type: string) =>
    sameValue(a, b, type) ||
    a === null ||
    (type.startsWith('decimal') && Math.abs(Number(a) - Number(b)) <= Math.abs(Number(b)) * 1e-15) ||
    !type.match(/^(double|float|decimal)/)
  return types.every((type, index) => near(ours[index], spark[index], type))
}
