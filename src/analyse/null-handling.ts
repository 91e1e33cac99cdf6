/** fillna, dropna and replace: what they do to each column, said in plain expressions. */
import { TypeMismatch } from '../errors/index.ts'
import { call, type Expression, type LiteralValue, literal, nameReference } from '../plan/expression.ts'
import type { Relation } from '../plan/relation.ts'
import { formatType, type SqlType, types } from '../plan/type.ts'
import { isFractional, isIntegral, isNumeric } from '../plan/type-rules.ts'
import { type Analysis, computed, keep, makeFrame, project } from './analysis.ts'
import { chosen } from './chosen.ts'
import { resolveCondition, resolveExpression } from './expressions.ts'
import { type AnalysedFrame, frameScope } from './frame-scope.ts'
import { naturalType } from './literals.ts'
import type { Attribute, ColumnStep } from './resolved.ts'

type Node<K> = Extract<Relation, { kind: K }>

/** NULL or NaN: what fillna fills and dropna drops. */
const presence = (attribute: Attribute): Expression =>
  isFractional(attribute.type) ? call('nanToNull', [nameReference(attribute.name)]) : nameReference(attribute.name)

/** Whether a column holds values of a plain value's kind: numbers, texts, booleans. */
function sameKind(column: SqlType, value: SqlType): boolean {
  return isNumeric(value) ? isNumeric(column) : column.kind === value.kind
}

/** A value as one of a column's type: numbers are cut or widened at once, the rest is the database's cast. */
function castTo(value: LiteralValue, type: SqlType): Expression {
  const natural = naturalType(value)
  if (value === null || natural.kind === type.kind || isFractional(type)) return literal(value, type)
  if (isIntegral(type) && typeof value === 'number') return literal(Math.trunc(value), type)
  return { kind: 'cast', operand: literal(value), to: type, onError: 'raise' }
}

/** Replaces some columns of a frame by expressions over its columns. */
function withChanged(
  relation: Relation,
  input: AnalysedFrame,
  changes: ReadonlyMap<string, Expression>,
  analysis: Analysis,
): AnalysedFrame {
  const scope = frameScope(input, relation.kind)
  const columns = input.outputs.map((attribute): ColumnStep => {
    const change = changes.get(attribute.name)
    return change ? computed(attribute.name, resolveExpression(change, scope, analysis), analysis) : keep(attribute)
  })
  return makeFrame(relation, project(input.plan, columns), input.joined)
}

export function analyseFillna(relation: Node<'fillna'>, analysis: Analysis): AnalysedFrame {
  const input = analysis.frame(relation.input)
  const { fill } = relation
  const filled: readonly (readonly [Attribute, LiteralValue])[] =
    fill.kind === 'columns'
      ? chosen(input, [...fill.values.keys()], 'fillna').map(
          (attribute) => [attribute, fill.values.get(attribute.name) as LiteralValue] as const,
        )
      : chosen(input, fill.names, 'fillna')
          .filter((attribute) => sameKind(attribute.type, naturalType(fill.value)))
          .map((attribute) => [attribute, fill.value] as const)
  const changes = filled
    .filter(([attribute]) => attribute.nullable || isFractional(attribute.type))
    .map(
      ([attribute, value]) =>
        [attribute.name, call('coalesce', [presence(attribute), castTo(value, attribute.type)])] as const,
    )
  return withChanged(relation, input, new Map(changes), analysis)
}

export function analyseDropna(relation: Node<'dropna'>, analysis: Analysis): AnalysedFrame {
  const input = analysis.frame(relation.input)
  const named = chosen(input, relation.names, 'dropna')
  const { threshold } = relation
  // Of a column without NULL there is nothing to ask.
  const columns = threshold === 'any' ? named.filter(({ nullable, type }) => nullable || isFractional(type)) : named
  if (columns.length === 0) return makeFrame(relation, input.plan, input.joined)
  const present = columns.map((attribute) => call('isNotNull', [presence(attribute)]))
  const condition =
    threshold === 'any' || threshold === 'all'
      ? present.length === 1
        ? (present[0] as Expression)
        : call(threshold === 'any' ? 'and' : 'or', present)
      : call('gte', [
          present
            .map(
              (one): Expression => ({
                kind: 'case',
                branches: [{ when: one, then: literal(1, types.int) }],
                otherwise: literal(0, types.int),
              }),
            )
            .reduce((sum, one) => call('plus', [sum, one])),
          literal(threshold, types.int),
        ])
  const resolved = resolveCondition(condition, frameScope(input, 'dropna'), analysis)
  // What every row that stays must have has no NULL any more.
  const asked = new Set(
    threshold === 'any' || (threshold === 'all' && columns.length === 1) ? columns.map(({ id }) => id) : [],
  )
  const outputs = input.outputs.map((output) => (asked.has(output.id) ? { ...output, nullable: false } : output))
  return makeFrame(relation, { kind: 'filter', input: input.plan, condition: resolved, outputs }, input.joined)
}

export function analyseReplace(relation: Node<'replace'>, analysis: Analysis): AnalysedFrame {
  const input = analysis.frame(relation.input)
  const kinds = relation.pairs
    .flat()
    .filter((value) => value !== null)
    .map(naturalType)
  const kind = kinds[0] ?? types.void
  if (kinds.some((one) => !sameKind(one, kind))) {
    throw new TypeMismatch('replace takes values of one kind', {
      hint: `these are ${[...new Set(kinds.map(formatType))].join(' and ')}`,
    })
  }
  const changes = chosen(input, relation.names, 'replace')
    .filter((attribute) => sameKind(attribute.type, kind))
    .map((attribute): [string, Expression] => {
      const column = nameReference(attribute.name)
      const branches = relation.pairs.map(([from, to]) => ({
        when: equals(column, from, attribute),
        then: castTo(to, attribute.type),
      }))
      return [attribute.name, { kind: 'case', branches, otherwise: column }]
    })
  return withChanged(relation, input, new Map(changes), analysis)
}

function equals(column: Expression, value: LiteralValue, attribute: Attribute): Expression {
  if (value === null) return call('isNull', [column])
  if (typeof value === 'number' && Number.isNaN(value))
    return call('and', [call('isNotNull', [column]), call('isNull', [presence(attribute)])])
  return call('eq', [column, literal(value)])
}
