import { didYouMean, listNames, TypeMismatch, UnknownColumn } from '../errors/index.ts'
import type { Relation } from '../plan/relation.ts'
import { commonType } from '../plan/type-rules.ts'
import { type Analysis, makeFrame, project } from './analysis.ts'
import { asType } from './expressions.ts'
import type { AnalysedFrame } from './frame-scope.ts'
import { mismatch } from './literals.ts'
import { type Attribute, columnExpr, type Plan } from './resolved.ts'

/** `union` by position and `unionByName`: the outputs are new columns under the left side's names. */
export function analyseUnion(relation: Extract<Relation, { kind: 'union' }>, analysis: Analysis): AnalysedFrame {
  const left = analysis.frame(relation.left)
  const right = analysis.frame(relation.right)
  const paired = relation.by === 'name' ? byName(left, right) : byPosition(left, right)
  const outputs = left.outputs.map((attribute, index): Attribute => {
    const other = paired[index] as Attribute
    const type = commonType(attribute.type, other.type)
    if (!type) throw mismatch(`union: the column ${JSON.stringify(attribute.name)}`, attribute.type, other.type)
    return { id: analysis.newId(), name: attribute.name, type, nullable: attribute.nullable || other.nullable }
  })
  const side = (frame: AnalysedFrame, attributes: readonly Attribute[]): Plan =>
    project(
      frame.plan,
      attributes.map((attribute, index) => {
        const output = outputs[index] as Attribute
        return {
          attribute: { ...output, id: analysis.newId() },
          expr: asType(columnExpr(attribute), output.type, 'union'),
        }
      }),
    )
  const inputs = [side(left, left.outputs), side(right, paired)]
  return makeFrame(relation, { kind: 'union', inputs, outputs }, [])
}

function byPosition(left: AnalysedFrame, right: AnalysedFrame): readonly Attribute[] {
  if (left.outputs.length === right.outputs.length) return right.outputs
  throw new TypeMismatch(`union: ${left.outputs.length} columns on the left, ${right.outputs.length} on the right`, {
    hint: `left: ${listNames(left.byName.keys())}; right: ${listNames(right.byName.keys())}`,
  })
}

function byName(left: AnalysedFrame, right: AnalysedFrame): readonly Attribute[] {
  for (const [names, other, side] of [
    [left.byName, right.byName, 'right'],
    [right.byName, left.byName, 'left'],
  ] as const) {
    const missing = [...names.keys()].find((name) => !other.has(name))
    if (missing !== undefined) {
      throw new UnknownColumn(`unionByName: the ${side} side has no column ${JSON.stringify(missing)}`, {
        hint: [didYouMean(missing, other.keys()), `There are ${listNames(other.keys())}.`].filter(Boolean).join(' '),
      })
    }
  }
  return left.outputs.map((attribute) => right.byName.get(attribute.name) as Attribute)
}
