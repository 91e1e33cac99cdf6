/** Looks at what was built before anybody else can see it. */
import { checkBuilt } from '../../check/contract.ts'
import { formatSample, runCheck } from '../../check/run-check.ts'
import type { CheckSpec } from '../../check/spec.ts'
import type { TableName, Transaction } from '../../engine/engine.ts'
import { TestFailed } from '../../errors/index.ts'
import type { Relation } from '../../plan/relation.ts'
import type { Fields } from '../../plan/schema.ts'
import { makeScope, type SessionScope } from '../../session/scope.ts'
import type { WriteTableRequest } from '../../write/index.ts'

/** What must be true of a relation for others to see it. */
export interface Demands {
  /** The columns that it promises. */
  readonly contract: Fields | undefined
  /** The tests that it must pass, asked of where it is now. */
  readonly tests: ((tested: TableName) => readonly NamedCheck[]) | undefined
}

export interface NamedCheck {
  readonly name: string
  readonly check: CheckSpec
}

/**
 * Looks at a table that stands beside the one whose place it shall take.
 *
 * @param what the model, as messages call it
 * @returns undefined where nothing is demanded
 */
export function auditFor(scope: SessionScope, what: string, demands: Demands): WriteTableRequest['audit'] {
  if (demands.contract === undefined && demands.tests === undefined) return undefined
  return (beside, on) => inside(scope, on, (inner) => meet(inner, beside, what, demands))
}

/** Makes a relation where it is seen, and looks at it before the transaction ends. */
export function madeAndAudited<T>(
  scope: SessionScope,
  target: TableName,
  demands: Demands,
  make: (scope: SessionScope) => Promise<T>,
): Promise<T> {
  if (demands.contract === undefined && demands.tests === undefined) return make(scope)
  const perform = async (on: Transaction): Promise<T> =>
    inside(scope, on, async (inner) => {
      const made = await make(inner)
      await meet(inner, target, target.name, demands)
      return made
    })
  return scope.engine.transaction(perform, { signal: scope.options.signal })
}

async function inside<T>(
  scope: SessionScope,
  transaction: Transaction,
  body: (inner: SessionScope) => Promise<T>,
): Promise<T> {
  const inner = makeScope(scope.engine, scope.options, transaction, scope)
  let drop = false
  try {
    const result = await body(inner)
    drop = true
    return result
  } finally {
    await inner.close(drop)
  }
}

/** @throws ContractBroken; TestFailed naming every test that failed, with its first rows */
async function meet(scope: SessionScope, table: TableName, what: string, { contract, tests }: Demands): Promise<void> {
  const built: Relation = { kind: 'table', table, fields: undefined }
  if (contract !== undefined) await checkBuilt(scope, contract, built, what)
  const failed: string[] = []
  for (const { name, check } of tests?.(table) ?? []) {
    // Rows that are kept would go with the table: the test keeps them when it runs for itself.
    const verdict = await runCheck(scope, { ...check, storeFailures: undefined })
    if (verdict.status === 'fail') failed.push(`${name}: ${verdict.message}\n${formatSample(verdict)}`)
  }
  if (failed.length > 0) throw new TestFailed(failed.join('\n'), { hint: `${what} is as it was before` })
}
