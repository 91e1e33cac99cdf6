import { TypeMismatch } from '../errors/index.ts'
import { call, type Expression, literal, nameReference } from '../plan/expression.ts'
import { describeRelation, type Relation } from '../plan/relation.ts'
import { formatType, type SqlType, types } from '../plan/type.ts'
import { type Analysis, computed, keep, makeFrame, project } from './analysis.ts'
import { rowNumber } from './duplicates.ts'
import { resolveCondition, resolveExpression } from './expressions.ts'
import { type AnalysedFrame, frameScope } from './frame-scope.ts'
import { freeName } from './free-name.ts'
import { type Attribute, columnExpr, type Plan } from './resolved.ts'

/** Types whose text is not the same on every engine, or none at all. */
const WITHOUT_TEXT = new Set(['array', 'map', 'struct', 'json', 'binary', 'unknown'])

/**
 * `sample` and `randomSplit`: each row gets a fraction from a digest of its values, the seed, and its number among equal
 * rows; so every engine chooses the same rows, in whatever order it keeps them.
 */
export function analyseSample(relation: Extract<Relation, { kind: 'sample' }>, analysis: Analysis): AnalysedFrame {
  const input = analysis.frame(relation.input)
  const taken = new Set(input.outputs.map(({ name }) => name))
  const [content, number, fraction] = ['_content', '_number', '_fraction'].map((stem) => freeName(stem, taken))
  const [text, place] = [nameReference(content as string), nameReference(number as string)]
  const add = (below: AnalysedFrame, name: string, expression: Expression): AnalysedFrame => {
    const column = computed(name, resolveExpression(expression, frameScope(below, 'sample'), analysis), analysis)
    return makeFrame(relation, project(below.plan, [...below.outputs.map(keep), column]), input.joined)
  }
  const described = add(input, content as string, contentOf(input.outputs, input.relation))
  const among = computed(
    number as string,
    rowNumber([columnExpr(described.byName.get(content as string) as Attribute)], []),
    analysis,
  )
  const numbered = makeFrame(relation, project(described.plan, [...described.outputs.map(keep), among]), input.joined)
  const drawn = call('fraction', [call('concat', [literal(`${relation.seed} `), asText(place), literal(' '), text])])
  const chosen = choose(add(numbered, fraction as string, drawn), fraction as string, relation, taken, analysis)
  return makeFrame(relation, project(chosen, input.outputs.map(keep)), input.joined)
}

/** The rows whose fraction is wanted, as often as it is. */
function choose(
  drawn: AnalysedFrame,
  fraction: string,
  { keep: kept, ...relation }: Extract<Relation, { kind: 'sample' }>,
  taken: Set<string>,
  analysis: Analysis,
): Plan {
  const number = nameReference(fraction)
  const double = (value: number): Expression => literal(value, types.double)
  if (kept.kind === 'range') {
    const within = call('and', [call('gte', [number, double(kept.from)]), call('lt', [number, double(kept.to)])])
    const condition = resolveCondition(within, frameScope(drawn, 'sample'), analysis)
    return { kind: 'filter', input: drawn.plan, condition, outputs: drawn.outputs }
  }
  const name = freeName('_threshold', taken)
  const threshold: Attribute = { id: analysis.newId(), name, type: types.double, nullable: false }
  const thresholds: Plan = {
    kind: 'values',
    fields: [{ name, type: types.double, nullable: false }],
    rows: kept.thresholds.map((one) => [one]),
    outputs: [threshold],
  }
  const outputs = [...drawn.outputs, threshold]
  const both = makeFrame({ ...relation, keep: kept }, { ...thresholds, outputs }, drawn.joined)
  const reached = resolveCondition(call('gte', [number, nameReference(name)]), frameScope(both, 'sample'), analysis)
  return { kind: 'join', left: drawn.plan, right: thresholds, how: 'inner', condition: reached, outputs }
}

/** All values of a row as one text that no other row has: each with its length before it, NULL without. */
function contentOf(columns: readonly Attribute[], relation: Relation): Expression {
  const parts = columns.map(({ name, type }): Expression => {
    if (WITHOUT_TEXT.has(type.kind)) {
      throw new TypeMismatch(
        `${describeRelation(relation)} cannot be sampled: its column ${JSON.stringify(name)} is of type ${formatType(type)}`,
        { hint: 'rows are chosen by what is in them: sample before the column is there, or drop it and join it again' },
      )
    }
    const value = type.kind === 'string' ? nameReference(name) : asText(withOneZero(name, type))
    const told = call('concat', [asText(call('length', [value])), literal(':'), value])
    return call('coalesce', [told, literal('-')])
  })
  return parts.length === 1 ? (parts[0] as Expression) : call('concat', parts)
}

/** Negative zero equals zero, and not every engine keeps its sign in a table: their text must be one. */
const withOneZero = (name: string, type: SqlType): Expression =>
  type.kind === 'double' || type.kind === 'float'
    ? call('plus', [nameReference(name), literal(0, types.double)])
    : nameReference(name)

const asText = (operand: Expression): Expression => ({ kind: 'cast', operand, to: types.string, onError: 'raise' })
