import type { Ddl } from '../dialect/ddl.ts'
import { ContractBroken, didYouMean, UnsupportedOnDialect } from '../errors/index.ts'
import { call, nameReference } from '../plan/expression.ts'
import type { Relation } from '../plan/relation.ts'
import type { Field, Fields } from '../plan/schema.ts'
import { formatType, type SqlType, sameType } from '../plan/type.ts'
import type { SessionScope } from '../session/scope.ts'

/**
 * Compares the columns that a model's plan gives with those that its contract promises: names and types, in any order.
 * Whether a NULL is there only the rows know.
 *
 * @param what the model, as messages call it
 * @throws ContractBroken with all differences
 */
export function checkContract(contract: Fields, actual: Fields, what: string): void {
  refuse(what, differences(contract, actual, sameType))
}

/**
 * Compares a relation that was built with what its contract promises: names and types as the catalogue has them, in any
 * order, and by one query that there is no NULL where none may be.
 *
 * @param relation what was built, where it stands now: a table of another name, before the swap
 * @param what the model, as messages call it
 * @throws ContractBroken with all differences
 */
export async function checkBuilt(
  scope: SessionScope,
  contract: Fields,
  relation: Relation,
  what: string,
): Promise<void> {
  const { outputs } = await scope.prepare(relation)
  const broken = differences(contract, outputs, storedAlike(scope.dialect.ddl))
  const promised = contract.filter(({ name, nullable }) => {
    const found = outputs.find((output) => output.name === name)
    return !nullable && found?.nullable === true
  })
  refuse(what, [...broken, ...(await nulls(scope, relation, promised))])
}

function differences(contract: Fields, actual: Fields, same: (a: SqlType, b: SqlType) => boolean): readonly string[] {
  const wanted = new Map(contract.map((field) => [field.name, field]))
  const found = new Map(actual.map((field) => [field.name, field]))
  const extra = actual.filter(({ name }) => !wanted.has(name)).map(({ name }) => name)
  return [
    ...contract.flatMap((field): string[] => {
      const column = found.get(field.name)
      if (column === undefined) {
        const near = didYouMean(field.name, extra)
        return [`${described(field)} is missing${near === undefined ? '' : `. ${near}`}`]
      }
      return same(field.type, column.type) ? [] : [`${described(field)} is ${formatType(column.type)}`]
    }),
    ...extra.map((name) => `${JSON.stringify(name)} (${formatType((found.get(name) as Field).type)}) is not promised`),
  ]
}

const described = ({ name, type }: Field): string => `${JSON.stringify(name)} (${formatType(type)})`

/** Types that make the same column are one type to the database: it tells no more of them. */
function storedAlike(ddl: Ddl): (a: SqlType, b: SqlType) => boolean {
  const typeName = (type: SqlType): string | undefined => {
    try {
      return ddl.typeName(type, '')
    } catch (error) {
      if (error instanceof UnsupportedOnDialect) return undefined
      throw error
    }
  }
  return (a, b) => sameType(a, b) || (typeName(a) !== undefined && typeName(a) === typeName(b))
}

async function nulls(scope: SessionScope, input: Relation, columns: Fields): Promise<readonly string[]> {
  if (columns.length === 0) return []
  const aggregates = columns.map(({ name }) => ({
    name,
    expression: call('countIf', [call('isNull', [nameReference(name)])]),
  }))
  return scope.using({ kind: 'aggregate', input, keys: [], sets: undefined, aggregates }, async ({ statement }) => {
    const { rows } = await scope.connection.query(statement, { signal: scope.options.signal })
    return columns.flatMap((field, index) => {
      const count = Number(rows[0]?.[index] ?? 0)
      if (count === 0) return []
      return [`${described(field)} is NULL in ${count} ${count === 1 ? 'row' : 'rows'}`]
    })
  })
}

function refuse(what: string, broken: readonly string[]): void {
  if (broken.length === 0) return
  throw new ContractBroken(`${what} breaks its contract: ${broken.join('; ')}`, {
    hint: "change the model or the contract; a trailing ? allows NULL: 'long?'",
  })
}
