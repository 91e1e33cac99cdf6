/** Where a column reference is looked up: the columns of one frame, or of the two sides of a join. */
import { AmbiguousColumn, didYouMean, ForeignColumn, listNames, shorten, UnknownColumn } from '../errors/index.ts'
import { describeRelation, inputsOf, type Relation } from '../plan/relation.ts'
import type { Attribute, Plan } from './resolved.ts'

/** The join that a frame's rows come from: directly, or through verbs that keep its columns' identities. */
export interface Joined {
  readonly left: AnalysedFrame
  readonly right: AnalysedFrame
  /** The new ids of right-hand columns that already stood on the left, by the ids that they have on the right. */
  readonly ids: ReadonlyMap<number, number>
  /** Whether this join or one below it gave new ids. */
  readonly renews: boolean
}

/** A frame after analysis. */
export interface AnalysedFrame {
  readonly relation: Relation
  readonly plan: Plan
  readonly outputs: readonly Attribute[]
  readonly byName: ReadonlyMap<string, Attribute>
  readonly byId: ReadonlyMap<number, Attribute>
  readonly joined: Joined | undefined
  /** Right after a join by names: the same frame with the keys of the sides that it has not, for references to them. */
  readonly wide?: () => AnalysedFrame
}

/** What expressions see while they are resolved. */
export interface Scope {
  /** `filter`, `select` …, for messages. */
  readonly verb: string
  /** Whether the rows are those of grouping sets, which `grouping` asks about. */
  readonly sets?: boolean
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

/** Follows a column of `frame` to where it stands in `current`. */
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
  const ids = idsOf(origin.id, frame, current, new Map())
  return ids.length > 1 ? 'ambiguous' : current.byId.get(ids[0] ?? Number.NaN)
}

/**
 * The ids that a column of `frame` has in `current`: its own, or those that joins below gave it. Where both operands of a
 * join have it, it is that of the one which is, or alone holds, `frame`; else it is either's.
 */
function idsOf(
  id: number,
  frame: AnalysedFrame,
  current: AnalysedFrame,
  known: Map<AnalysedFrame, readonly number[]>,
): readonly number[] {
  const { joined } = current
  if (!joined?.renews || cameThrough(joined, id, frame)) return current.byId.has(id) ? [id] : []
  const found = known.get(current)
  if (found) return found
  const { left, right } = joined
  const onLeft = idsOf(id, frame, left, known)
  const onRight = idsOf(id, frame, right, known).map((one) => joined.ids.get(one) ?? one)
  const side = onLeft.length > 0 && onRight.length > 0 ? operandOf(joined, frame.relation) : undefined
  const both = side === 'left' ? onLeft : side === 'right' ? onRight : [...onLeft, ...onRight]
  // A column that neither has was made by the join, or above it.
  const made = both.length === 0 && !left.byId.has(id) && !right.byId.has(id)
  const ids = (made ? [id] : both).filter((one) => current.byId.has(one))
  known.set(current, ids)
  return ids
}

/** Whether a column of the frame came through the join, at once or through later ones, under the id that it has there. */
function cameThrough(join: Joined, id: number, frame: AnalysedFrame): boolean {
  for (let { joined } = frame; joined; ) {
    if (joined === join) return true
    const { left, right } = joined
    joined = (left.byId.has(id) ? left : right.byId.has(id) ? right : undefined)?.joined
  }
  return false
}

/** The operand of a join which is the frame, or alone has it in its tree. */
function operandOf({ left, right }: Joined, frame: Relation): 'left' | 'right' | undefined {
  const [isLeft, isRight] = [frame === left.relation, frame === right.relation]
  if (isLeft !== isRight) return isLeft ? 'left' : 'right'
  return sideHolding({ left: left.relation, right: right.relation }, frame)
}

/** The one operand of the join in whose tree `frame` stands; undefined where it stands in both or in neither. */
function sideHolding(
  join: { readonly left: Relation; readonly right: Relation },
  frame: Relation,
): 'left' | 'right' | undefined {
  const inLeft = contains(join.left, frame)
  const inRight = contains(join.right, frame)
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
