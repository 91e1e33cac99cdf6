/** The values that samples of expressions have on an engine. */
import type { Engine } from '../../src/engine/engine.ts'
import { DatabaseError, MillraceError, Session, UnsupportedOnDialect } from '../../src/index.ts'
import { refusesValue } from '../property/subject.ts'
import { type Call, evaluate, frameWith } from './calls.ts'
import { SAMPLES, Samples } from './samples.ts'

/** The values of one call; those of no row where the engine cannot say it, or each row raises. */
export interface Asked {
  readonly call: Call
  readonly values: readonly unknown[]
}

const AT_ONCE = 60

/** What raises for a value; PostgreSQL has a word of its own for a text of NUL. */
const raises = (error: Error): boolean =>
  refusesValue(error) || (error instanceof DatabaseError && error.sqlState === '54000')

/** Asks for many at once, and alone for what raises. */
export async function askAll(engine: Engine, calls: readonly Call[]): Promise<readonly Asked[]> {
  const session = new Session(engine)
  await session.createDataFrame(SAMPLES as never, Samples).write('samples', { mode: 'overwrite' })
  const samples = session.table('samples', Samples)
  await samples.resolve()
  const columns = calls.map((call) => ({ call, column: evaluate(call.text, samples) }))
  type One = (typeof columns)[number]
  const frameOf = (some: readonly One[], of = samples) =>
    frameWith(
      Object.fromEntries(some.map(({ column }, at) => [`x${at}`, column])),
      some[0]?.call.aggregate === true,
      of,
    )
  const ask = async (some: readonly One[]): Promise<readonly Asked[]> => {
    try {
      const rows = await frameOf(some).collect()
      return some.map(({ call }, at) => ({ call, values: rows.map((row) => row[`x${at}`]) }))
    } catch (error) {
      const [one] = some
      if (one === undefined || !(error instanceof MillraceError)) throw error
      if (some.length === 1 && error instanceof UnsupportedOnDialect) return []
      if (some.length === 1) return [{ call: one.call, values: await byRow(one, error) }]
      const half = some.length >> 1
      return [...(await ask(some.slice(0, half))), ...(await ask(some.slice(half)))]
    }
  }
  /** Of rows that raise by themselves there is no value. */
  const byRow = async (one: One, whole: Error): Promise<readonly unknown[]> => {
    if (!raises(whole)) throw new Error(`${one.call.text} on ${engine.dialect}`, { cause: whole })
    const values: unknown[] = []
    for (const { id } of SAMPLES) {
      try {
        const rows = await frameOf([one], samples.filter(samples.id.eq(id as number))).collect()
        values.push(...rows.map(({ x0 }) => x0))
      } catch (error) {
        if (!(error instanceof Error && raises(error))) throw error
      }
    }
    return values
  }
  const asked: Asked[] = []
  for (const aggregate of [false, true]) {
    const alike = columns.filter(({ call }) => call.aggregate === aggregate)
    for (let from = 0; from < alike.length; from += AT_ONCE)
      asked.push(...(await ask(alike.slice(from, from + AT_ONCE))))
  }
  return asked
}
