/** Where a column reference is looked up: the columns of one frame, or of the two sides of a join. */
import { AmbiguousColumn, didYouMean, ForeignColumn, listNames, shorten, UnknownColumn } from '../errors/index.ts'
import { describeRelation, inputsOf, type Relation } from '../plan/relation.ts'
import type { Attribute, Plan } from './resolved.ts'

/**
 * A join gave new ids to right-hand columns that already stood on the left. `ids` leads from the id that the column has
 * in frames below the join to the one that it has above it.
 */
export interface Renewal {
  readonly left: Relation
  readonly right: Relation
  readonly ids: ReadonlyMap<number, number>
}

/** A frame after analysis. */
export interface AnalysedFrame {
  readonly relation: Relation
  readonly plan: Plan
  readonly outputs: readonly Attribute[]
  readonly byName: ReadonlyMap<string, Attribute>
  readonly byId: ReadonlyMap<number, Attribute>
  /** The renewals of the joins below, as seen from here. */
  readonly renewals: readonly Renewal[]
  /** Right after a join by names: the same frame with the keys of the sides that it has not, for references to them. */
  readonly wide?: AnalysedFrame
}

/** What expressions see while they are resolved. */
export interface Scope {
  /** `filter`, `select` …, for messages. */
  readonly verb: string
  byName(name: string): Attribute
  byIdentity(frame: AnalysedFrame, name: string, operand: 'left' | 'right' | undefined): Attribute
}

/** The columns of one frame. */
export function frameScope(current: AnalysedFrame, verb: string): Scope {
  return {
    verb,
    byName: (name) => current.byName.get(name) ?? unknownColumn(name, [current], verb),
    byIdentity: (frame, name) => {
      const origin = frame.byName.get(name) ?? unknownColumn(name, [frame], verb)
      return trace(origin, frame, current, verb)
    },
  }
}

/** The columns of both sides of a join, the right ones under their renewed ids. */
export function joinScope(left: AnalysedFrame, right: AnalysedFrame, renewed: AnalysedFrame): Scope {
  const verb = 'join'
  return {
    verb,
    byName: (name) => {
      const found = [left.byName.get(name), renewed.byName.get(name)].filter((one) => one !== undefined)
      if (found.length > 1) {
        throw new AmbiguousColumn(`join: both sides have a column ${JSON.stringify(shorten(name))}`, {
          hint: 'say which: join(other, (l, r) => l.id.eq(r.id))',
        })
      }
      return found[0] ?? unknownColumn(name, [left, right], verb)
    },
    byIdentity: (frame, name, operand) => {
      if (operand === 'left') return left.byName.get(name) ?? unknownColumn(name, [left], verb)
      if (operand === 'right') return renewed.byName.get(name) ?? unknownColumn(name, [right], verb)
      const origin = frame.byName.get(name) ?? unknownColumn(name, [frame], verb)
      const isLeft = frame.relation === left.relation
      const isRight = frame.relation === right.relation
      if (isLeft !== isRight) return (isLeft ? left : renewed).byName.get(name) as Attribute
      const onLeft = tryTrace(origin, frame, left)
      const onRight = onRenewedSide(tryTrace(origin, frame, right), renewed)
      if (onLeft === 'ambiguous' || onRight === 'ambiguous') throw ambiguous(name, frame, verb)
      if (onLeft && onRight) {
        const side = sideHolding({ left: left.relation, right: right.relation }, frame.relation)
        if (side === undefined || isLeft) throw ambiguous(name, frame, verb)
        return side === 'left' ? onLeft : onRight
      }
      return (
        onLeft ??
        onRight ??
        foreignColumn(
          name,
          frame,
          describeRelation(left.relation),
          [...left.byName.keys(), ...right.byName.keys()],
          verb,
        )
      )
    },
  }
}

/** What was found on the right of a join, under the identity that the join gives it. */
function onRenewedSide(found: Attribute | 'ambiguous' | undefined, renewed: AnalysedFrame) {
  return typeof found === 'object' ? renewed.byName.get(found.name) : found
}

/**
 * Follows a column of `frame` to where it stands in `current`: by id, or by the new id that a join below gave it.
 * Where both are possible, the operand of that join which is (or alone holds) `frame` decides; else it is ambiguous.
 */
function trace(origin: Attribute, frame: AnalysedFrame, current: AnalysedFrame, verb: string): Attribute {
  if (frame === current) return origin
  const found = tryTrace(origin, frame, current)
  if (found === 'ambiguous') throw ambiguous(origin.name, frame, verb)
  return found ?? foreignColumn(origin.name, frame, describeRelation(current.relation), current.byName.keys(), verb)
}

function tryTrace(
  origin: Attribute,
  frame: AnalysedFrame,
  current: AnalysedFrame,
): Attribute | 'ambiguous' | undefined {
  const renewals = current.renewals.filter((renewal) => renewal.ids.has(origin.id))
  const old = current.byId.get(origin.id)
  if (renewals.length === 0) return old
  const candidates = new Map<number, Attribute | undefined>()
  let staysOld = true
  for (const renewal of renewals) {
    const renewedId = renewal.ids.get(origin.id) as number
    const isLeft = renewal.left === frame.relation
    const isRight = renewal.right === frame.relation
    const side = isLeft !== isRight ? (isLeft ? 'left' : 'right') : sideHolding(renewal, frame.relation)
    if (side === 'left') continue
    if (side === 'right') {
      candidates.set(renewedId, current.byId.get(renewedId))
      staysOld = false
    } else if (current.byId.has(renewedId)) {
      candidates.set(renewedId, current.byId.get(renewedId))
    }
  }
  if (staysOld && old) candidates.set(old.id, old)
  if (candidates.size > 1) return 'ambiguous'
  return [...candidates.values()][0]
}

/** The one operand of the join in whose tree `frame` stands; undefined where it stands in both or in neither. */
function sideHolding(renewal: Pick<Renewal, 'left' | 'right'>, frame: Relation): 'left' | 'right' | undefined {
  const inLeft = contains(renewal.left, frame)
  const inRight = contains(renewal.right, frame)
  return inLeft === inRight ? undefined : inLeft ? 'left' : 'right'
}

function contains(root: Relation, wanted: Relation): boolean {
  const stack = [root]
  const seen = new Set<Relation>()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node === wanted) return true
    if (seen.has(node)) continue
    seen.add(node)
    stack.push(...inputsOf(node))
  }
  return false
}

function unknownColumn(name: string, frames: readonly AnalysedFrame[], verb: string): never {
  const names = frames.flatMap((frame) => [...frame.byName.keys()])
  const where = frames.map((frame) => describeRelation(frame.relation)).join(' and ')
  throw new UnknownColumn(`${verb}: no column ${JSON.stringify(shorten(name))} in ${where}`, {
    hint: [didYouMean(name, names), `There are ${listNames(names)}.`].filter(Boolean).join(' '),
  })
}

function foreignColumn(
  name: string,
  frame: AnalysedFrame,
  current: string,
  names: Iterable<string>,
  verb: string,
): never {
  throw new ForeignColumn(
    `${verb}: the column ${JSON.stringify(shorten(name))} of ${describeRelation(frame.relation)} is not part of ${current}`,
    {
      hint:
        describeRelation(frame.relation) === current
          ? 'it is a column of another frame of that name: keep the frame in a variable, or write a function, (o) => …'
          : `It was dropped or replaced on the way, or belongs to another frame. There are ${listNames(names)}.`,
    },
  )
}

function ambiguous(name: string, frame: AnalysedFrame, verb: string): AmbiguousColumn {
  return new AmbiguousColumn(
    `${verb}: ${JSON.stringify(shorten(name))} of ${describeRelation(frame.relation)} can be either side's column`,
    { hint: 'give one side an identity of its own with .alias(), or use a function: join(other, (l, r) => …)' },
  )
}
