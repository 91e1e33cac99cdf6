import { describeValue } from '../column/expression-column.ts'
import { InvalidArgument } from '../errors/index.ts'
import { call, type Expression, literal, type NamedExpression } from '../plan/expression.ts'
import type { Relation } from '../plan/relation.ts'
import { types } from '../plan/type.ts'
import { columnRecord } from './arguments.ts'

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
