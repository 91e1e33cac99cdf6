import type { Engine } from '../../../src/engine/engine.ts'
import { Session } from '../../../src/index.ts'
import { makeScope } from '../../../src/session/scope.ts'
import type { EngineName } from '../engines.ts'
import type { FunctionFile } from './cases.ts'
import { judgeFunction } from './judge.ts'
import type { Judged } from './report.ts'

/** Puts every recorded answer of the functions to one engine. */
export async function askFunctions(
  files: readonly FunctionFile[],
  engine: Engine,
  name: EngineName,
): Promise<readonly Judged[]> {
  const session = new Session(engine)
  const scope = makeScope(engine, {})
  const judged: Judged[] = []
  for (const file of files) judged.push({ file, judgements: await judgeFunction(file, name, session, scope) })
  await session.close()
  return judged
}
