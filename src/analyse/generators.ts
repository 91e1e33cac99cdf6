/** Generators: functions that make several rows of one, and so are a step of the plan below the columns that name them. */
import { MisplacedGenerator, TypeMismatch } from '../errors/index.ts'
import type { Expression, Generator } from '../plan/expression.ts'
import { formatType, type SqlType, types } from '../plan/type.ts'
import type { Analysis } from './analysis.ts'
import { resolveExpression } from './expressions.ts'
import type { Scope } from './frame-scope.ts'
import type { Attribute, Plan } from './resolved.ts'

interface Generated {
  /** The plan whose rows the columns see. */
  readonly plan: Plan
  /** What a column is a part of, if a generator made it. */
  partOf(column: Expression): Attribute | undefined
}

const bare = (column: Expression): Expression => (column.kind === 'alias' ? column.operand : column)

/**
 * The rows that the generator among `columns`, if there is one, makes of those of `input`.
 *
 * @throws MisplacedGenerator for a second one, TypeMismatch for what has no elements.
 */
export function withGenerated(
  input: Plan,
  columns: readonly Expression[],
  scope: Scope,
  analysis: Analysis,
): Generated {
  const generators = new Set(
    columns.flatMap((column): readonly Generator[] => {
      const expression = bare(column)
      return expression.kind === 'generated' ? [expression.generator] : []
    }),
  )
  const [generator, second] = generators
  if (!generator) return { plan: input, partOf: () => undefined }
  if (second) {
    throw new MisplacedGenerator(`${scope.verb} takes one explode(…), and this one has ${generators.size}`, {
      hint: 'explode one in a withColumn of its own before; for both columns of posexplode(…) call it once',
    })
  }
  const operand = resolveExpression(generator.operand, scope, analysis)
  const attribute = (name: string, type: SqlType, nullable: boolean): Attribute => ({
    id: analysis.newId(),
    name,
    type,
    nullable,
  })
  const position = attribute('pos', types.int, generator.outer)
  const value = attribute('col', elementType(operand.type), true)
  const { outer } = generator
  return {
    plan: { kind: 'generate', input, operand, outer, position, value, outputs: [...input.outputs, position, value] },
    partOf: (column) => {
      const expression = bare(column)
      if (expression.kind !== 'generated') return undefined
      return expression.part === 'position' ? position : value
    },
  }
}

function elementType(type: SqlType): SqlType {
  if (type.kind === 'array') return type.element
  if (type.kind === 'json') return types.json
  throw new TypeMismatch(`explode takes an array or json, not a ${formatType(type)}`, {
    hint: type.kind === 'map' ? "ask for the values of known keys: o.rates.getItem('low')" : undefined,
  })
}
