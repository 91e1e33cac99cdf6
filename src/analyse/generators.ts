/** Generators: functions that make several rows of one, and so are a step of the plan below the columns that name them. */
import { MisplacedGenerator, TypeMismatch } from '../errors/index.ts'
import { type FunctionEntry, functionEntry } from '../functions/entry.ts'
import { type Expression, type GeneratedPart, type Generator, outputName } from '../plan/expression.ts'
import { formatType, type SqlType, types } from '../plan/type.ts'
import { entryType } from '../plan/type-rules.ts'
import { type Analysis, computed, keep, project } from './analysis.ts'
import { chosenBy } from './chosen-by.ts'
import { resolveExpression } from './expressions.ts'
import type { Scope } from './frame-scope.ts'
import { freeName } from './free-name.ts'
import { refuseAggregate } from './placement.ts'
import { type Attribute, columnExpr, type Expr, hasWindow, type Plan } from './resolved.ts'

interface Generated {
  /** The plan whose rows the columns see. */
  readonly plan: Plan
  /** The columns, the one of a map as two. */
  readonly columns: readonly Expression[]
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
  if (!generator) return { plan: input, columns, partOf: () => undefined }
  if (second) {
    throw new MisplacedGenerator(
      `${scope.verb} takes one explode(…) or stack(…), and this one has ${generators.size}`,
      {
        hint: 'explode one in a withColumn of its own before; for all columns of posexplode(…) or stack(…) call it once',
      },
    )
  }
  const { plan, part, isMap } =
    generator.kind === 'elements'
      ? elements(input, generator, scope, analysis)
      : stacked(input, generator, scope, analysis)
  return {
    plan,
    columns: isMap ? columns.flatMap(keyAndValue) : columns,
    partOf: (column) => {
      const expression = bare(column)
      return expression.kind === 'generated' ? part(expression.part) : undefined
    },
  }
}

/** The one column of a map's entries as the two that they make. */
function keyAndValue(column: Expression): readonly Expression[] {
  const expression = bare(column)
  if (expression.kind !== 'generated' || expression.part !== 'value') return [column]
  const name = outputName(column) ?? 'col'
  if (name !== 'col') {
    throw new MisplacedGenerator(`explode of a map makes two columns, key and value, and not ${JSON.stringify(name)}`, {
      hint: "leave out .as(…), and rename them after: .rename({ key: 'name' })",
    })
  }
  const part = (which: GeneratedPart, as: string): Expression => {
    return { kind: 'alias', operand: { ...expression, part: which }, name: as }
  }
  return [part('key', 'key'), part('mapped', 'value')]
}

interface Made {
  readonly plan: Plan
  /** Whether there is a key beside each value. */
  readonly isMap?: true
  part(which: GeneratedPart): Expr
}

function elements(
  input: Plan,
  { operand: list, outer }: Extract<Generator, { kind: 'elements' }>,
  scope: Scope,
  analysis: Analysis,
): Made {
  const operand = resolveExpression(list, scope, analysis)
  if (operand.type.kind === 'map') return entries(input, operand, operand.type, outer, analysis)
  const { plan, position, value } = generate(input, operand, elementType(operand.type), outer, analysis)
  return { plan, part: (which) => columnExpr(which === 'position' ? position : value) }
}

/** A map's entries are an array of structs: each is taken apart. */
function entries(
  input: Plan,
  map: Expr,
  type: Extract<SqlType, { kind: 'map' }>,
  outer: boolean,
  analysis: Analysis,
): Made {
  const entry = entryType(type)
  const list: Expr = { ...called('mapEntries', [map]), type: types.array(entry), nullable: map.nullable }
  const { plan, position, value } = generate(input, list, entry, outer, analysis)
  const field = (name: string, of: SqlType, nullable: boolean): Expr => {
    const key: Expr = { kind: 'literal', value: name, type: types.string, nullable: false }
    return { ...called('getItem', [columnExpr(value), key]), type: of, nullable }
  }
  return {
    plan,
    isMap: true,
    part: (which) => {
      if (which === 'position') return columnExpr(position)
      if (which === 'key') return field('key', type.key, outer)
      if (which === 'mapped') return field('value', type.value, true)
      throw new MisplacedGenerator('explode of a map makes two columns, key and value', {
        hint: 'write it into a select: select((o) => [o.id, explode(o.rates)])',
      })
    },
  }
}

function called(name: string, args: readonly Expr[]) {
  return { kind: 'call', fn: functionEntry(name) as FunctionEntry, args } as const
}

function generate(input: Plan, operand: Expr, type: SqlType, outer: boolean, analysis: Analysis) {
  refuseAggregate(operand, 'explode')
  const { below, list } = withoutWindow(input, operand, analysis)
  const position: Attribute = { id: analysis.newId(), name: 'pos', type: types.int, nullable: outer }
  const value: Attribute = { id: analysis.newId(), name: 'col', type, nullable: true }
  const outputs = [...below.outputs, position, value]
  const plan = { kind: 'generate', input: below, operand: list, outer, position, value, outputs } as const
  return { plan, position, value }
}

/** A window function is computed before its row becomes many: as a hidden column below. */
function withoutWindow(input: Plan, operand: Expr, analysis: Analysis): { below: Plan; list: Expr } {
  if (!hasWindow(operand)) return { below: input, list: operand }
  const name = freeName('_list', new Set(input.outputs.map((attribute) => attribute.name)))
  const hidden = computed(name, operand, analysis)
  return { below: project(input, [...input.outputs.map(keep), hidden]), list: columnExpr(hidden.attribute) }
}

function elementType(type: SqlType): SqlType {
  if (type.kind === 'array') return type.element
  if (type.kind === 'json') return types.json
  throw new TypeMismatch(`explode takes an array, a map or json, not a ${formatType(type)}`)
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
