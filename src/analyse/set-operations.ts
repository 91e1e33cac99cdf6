/** union, intersect and except: two frames of the same columns, by position or by name. The outputs are new columns under the left side's names. */
import { didYouMean, listNames, TypeMismatch, UnknownColumn } from '../errors/index.ts'
import type { Relation } from '../plan/relation.ts'
import { commonType } from '../plan/type-rules.ts'
import { type Analysis, makeFrame, project } from './analysis.ts'
import type { AnalysedFrame } from './frame-scope.ts'
import { mismatch } from './literals.ts'
import { asType } from './meeting.ts'
import { type Attribute, columnExpr, type Expr, type Plan } from './resolved.ts'

/** The columns of both sides that make one output; undefined where a side has none. */
interface Pair {
  readonly name: string
  readonly left: Attribute | undefined
  readonly right: Attribute | undefined
}

export function analyseUnion(relation: Extract<Relation, { kind: 'union' }>, analysis: Analysis): AnalysedFrame {
  const left = analysis.frame(relation.left)
  const right = analysis.frame(relation.right)
  const pairs = relation.by === 'name' ? byName(left, right, relation.allowMissing) : byPosition(left, right, 'union')
  const { inputs, outputs } = aligned(left, right, pairs, 'union', analysis)
  return makeFrame(relation, { kind: 'set', operator: 'union all', inputs, outputs }, undefined)
}

export function analyseSetOperation(
  relation: Extract<Relation, { kind: 'setOperation' }>,
  analysis: Analysis,
): AnalysedFrame {
  const left = analysis.frame(relation.left)
  const right = analysis.frame(relation.right)
  const { operation, all } = relation
  const pairs = byPosition(left, right, operation)
  const { inputs, outputs } = aligned(left, right, pairs, operation, analysis)
  // All rows are the left side's; of an intersection the right has them, too.
  const among = outputs.map((output, index) => {
    const { left: a, right: b } = pairs[index] as Pair
    return { ...output, nullable: a?.nullable === true && (operation === 'except' || b?.nullable === true) }
  })
  return makeFrame(
    relation,
    { kind: 'set', operator: all ? `${operation} all` : operation, inputs, outputs: among },
    undefined,
  )
}

/** Both sides as projections of the same names and types. */
function aligned(
  left: AnalysedFrame,
  right: AnalysedFrame,
  pairs: readonly Pair[],
  verb: string,
  analysis: Analysis,
): { inputs: Plan[]; outputs: Attribute[] } {
  const outputs = pairs.map((pair): Attribute => {
    const [a, b] = [pair.left ?? pair.right, pair.right ?? pair.left] as [Attribute, Attribute]
    const type = commonType(a.type, b.type)
    if (!type) throw mismatch(`${verb}: the column ${JSON.stringify(pair.name)}`, a.type, b.type)
    return {
      id: analysis.newId(),
      name: pair.name,
      type,
      nullable: a.nullable || b.nullable || !pair.left || !pair.right,
    }
  })
  const side = (frame: AnalysedFrame, column: 'left' | 'right'): Plan =>
    project(
      frame.plan,
      pairs.map((pair, index) => {
        const output = outputs[index] as Attribute
        const attribute = pair[column]
        const missing: Expr = { kind: 'literal', value: null, type: output.type, nullable: true }
        return {
          attribute: { ...output, id: analysis.newId() },
          expr: attribute ? asType(columnExpr(attribute), output.type, verb) : missing,
        }
      }),
    )
  return { inputs: [side(left, 'left'), side(right, 'right')], outputs }
}

function byPosition(left: AnalysedFrame, right: AnalysedFrame, verb: string): readonly Pair[] {
  if (left.outputs.length !== right.outputs.length) {
    throw new TypeMismatch(
      `${verb}: ${left.outputs.length} columns on the left, ${right.outputs.length} on the right`,
      {
        hint: `left: ${listNames(left.byName.keys())}; right: ${listNames(right.byName.keys())}`,
      },
    )
  }
  return left.outputs.map((attribute, index) => ({
    name: attribute.name,
    left: attribute,
    right: right.outputs[index],
  }))
}

function byName(left: AnalysedFrame, right: AnalysedFrame, allowMissing: boolean): readonly Pair[] {
  const onlyRight = right.outputs.filter((attribute) => !left.byName.has(attribute.name))
  const onlyLeft = left.outputs.filter((attribute) => !right.byName.has(attribute.name))
  if (!allowMissing) {
    for (const [missing, other, side] of [
      [onlyLeft[0], right.byName, 'right'],
      [onlyRight[0], left.byName, 'left'],
    ] as const) {
      if (!missing) continue
      throw new UnknownColumn(`unionByName: the ${side} side has no column ${JSON.stringify(missing.name)}`, {
        hint: [
          didYouMean(missing.name, other.keys()),
          `There are ${listNames(other.keys())}. { allowMissing: true } fills with NULL.`,
        ]
          .filter(Boolean)
          .join(' '),
      })
    }
  }
  const both = left.outputs.map(
    (attribute): Pair => ({ name: attribute.name, left: attribute, right: right.byName.get(attribute.name) }),
  )
  return [...both, ...onlyRight.map((attribute): Pair => ({ name: attribute.name, left: undefined, right: attribute }))]
}
