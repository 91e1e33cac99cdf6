import { describeValue } from '../column/expression-column.ts'
import { InvalidArgument } from '../errors/index.ts'
import { call, type Expression, type LiteralValue, literal, type NamedExpression } from '../plan/expression.ts'
import type { PivotValue, Relation } from '../plan/relation.ts'
import { types } from '../plan/type.ts'
import { columnRecord, columnValue, namedColumn } from './arguments.ts'

/** The one implementation of GroupedData. */
export class GroupedPlan<F> {
  readonly #input: Relation
  readonly #keys: readonly Expression[]
  readonly #sets: readonly (readonly number[])[] | undefined
  readonly #derive: (relation: Relation) => F

  constructor(
    input: Relation,
    keys: readonly Expression[],
    derive: (relation: Relation) => F,
    sets?: readonly (readonly number[])[],
  ) {
    this.#sets = sets
    this.#input = input
    this.#keys = keys
    this.#derive = derive
  }

  agg(aggregates: unknown): F {
    const record = columnRecord(this.#input, aggregates, 'agg')
    if (record.length === 0) throw new InvalidArgument('agg takes at least one aggregate')
    return this.#aggregate(record)
  }
  pivot(on: unknown, values: unknown): { agg(aggregates: unknown): F } {
    const column =
      typeof on === 'string' ? namedColumn(this.#input, on, 'pivot') : columnValue(this.#input, on, 'pivot')
    if (!Array.isArray(values) || values.length === 0) {
      throw new InvalidArgument(`pivot takes the list of values that become columns, not ${describeValue(values)}`, {
        hint: "df.distinctValues('channel') fetches them",
      })
    }
    if (this.#sets) throw new InvalidArgument('pivot follows groupBy, not rollup, cube or groupingSets')
    const pivoted = values.map((value: LiteralValue): PivotValue => ({ value, label: String(value) }))
    return {
      agg: (aggregates) => {
        const record = columnRecord(this.#input, aggregates, 'agg')
        if (record.length === 0) throw new InvalidArgument('agg takes at least one aggregate')
        return this.#derive({
          kind: 'pivot',
          input: this.#input,
          keys: this.#keys,
          on: column,
          values: pivoted,
          aggregates: record,
        })
      },
    }
  }
  count(): F {
    return this.#aggregate([{ name: 'count', expression: call('count', [literal(1, types.int)]) }])
  }
  sum(...names: unknown[]): F {
    return this.#each('sum', names)
  }
  avg(...names: unknown[]): F {
    return this.#each('avg', names)
  }
  min(...names: unknown[]): F {
    return this.#each('min', names)
  }
  max(...names: unknown[]): F {
    return this.#each('max', names)
  }

  #each(fn: string, names: readonly unknown[]): F {
    if (names.length === 0) throw new InvalidArgument(`${fn} takes at least one name`)
    return this.#aggregate(
      names.map((name): NamedExpression => {
        if (typeof name !== 'string')
          throw new InvalidArgument(`groupBy(…).${fn} takes names of columns, not ${describeValue(name)}`, {
            hint: `for an expression write agg((o) => ({ total: ${fn}(…) }))`,
          })
        return {
          name: `${fn}(${name})`,
          expression: call(fn, [{ kind: 'attribute', frame: this.#input, name, operand: undefined }]),
        }
      }),
    )
  }
  #aggregate(aggregates: readonly NamedExpression[]): F {
    return this.#derive({ kind: 'aggregate', input: this.#input, keys: this.#keys, sets: this.#sets, aggregates })
  }
}
