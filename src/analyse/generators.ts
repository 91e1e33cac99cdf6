/** Generators: functions that make several rows of one, and so are a step of the plan below the columns that name them. */
import { MisplacedGenerator, TypeMismatch } from '../errors/index.ts'
import type { Expression, GeneratedPart, Generator } from '../plan/expression.ts'
import { formatType, type SqlType, types } from '../plan/type.ts'
import type { Analysis } from './analysis.ts'
import { chosenBy } from './chosen-by.ts'
import { resolveExpression } from './expressions.ts'
import type { Scope } from './frame-scope.ts'
import { type Attribute, columnExpr, type Expr, type Plan } from './resolved.ts'

interface Generated {
  /** The plan whose rows the columns see. */
  readonly plan: Plan
  /** What a column is, if a generator made it. */
  partOf(column: Expression): Expr | undefined
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
    throw new MisplacedGenerator(
      `${scope.verb} takes one explode(…) or stack(…), and this one has ${generators.size}`,
      {
        hint: 'explode one in a withColumn of its own before; for all columns of posexplode(…) or stack(…) call it once',
      },
    )
  }
  const { plan, part } =
    generator.kind === 'elements'
      ? elements(input, generator, scope, analysis)
      : stacked(input, generator, scope, analysis)
  return {
    plan,
    partOf: (column) => {
      const expression = bare(column)
      return expression.kind === 'generated' ? part(expression.part) : undefined
    },
  }
}

interface Made {
  readonly plan: Plan
  part(which: GeneratedPart): Expr
}

function elements(
  input: Plan,
  { operand: list, outer }: Extract<Generator, { kind: 'elements' }>,
  scope: Scope,
  analysis: Analysis,
): Made {
  const operand = resolveExpression(list, scope, analysis)
  const { plan, position, value } = generate(input, operand, elementType(operand.type), outer, analysis)
  return { plan, part: (which) => columnExpr(which === 'position' ? position : value) }
}

function generate(input: Plan, operand: Expr, type: SqlType, outer: boolean, { newId }: Analysis) {
  const position: Attribute = { id: newId(), name: 'pos', type: types.int, nullable: outer }
  const value: Attribute = { id: newId(), name: 'col', type, nullable: true }
  const outputs = [...input.outputs, position, value]
  return { plan: { kind: 'generate', input, operand, outer, position, value, outputs } as const, position, value }
}

function elementType(type: SqlType): SqlType {
  if (type.kind === 'array') return type.element
  if (type.kind === 'json') return types.json
  throw new TypeMismatch(`explode takes an array or json, not a ${formatType(type)}`, {
    hint: type.kind === 'map' ? "ask for the values of known keys: o.rates.getItem('low')" : undefined,
  })
}

/** A row for each place in the stack, which chooses among the values. */
function stacked(input: Plan, { rows }: Extract<Generator, { kind: 'stack' }>, scope: Scope, analysis: Analysis): Made {
  const places: Expr = { kind: 'literal', value: [...rows.keys()], type: types.array(types.int), nullable: false }
  const { plan, value: place } = generate(input, places, types.int, false, analysis)
  const columns = (rows[0] ?? []).map((_, column) =>
    chosenBy(
      place,
      rows.map((row, index) => ({
        when: index,
        expr: resolveExpression(row[column] as Expression, scope, analysis),
        where: `stack: column ${column}`,
      })),
    ),
  )
  return { plan, part: (which) => columns[which as number] as Expr }
}
