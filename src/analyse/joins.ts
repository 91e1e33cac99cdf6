import { didYouMean, listNames, MisplacedAggregate, shorten, UnknownColumn } from '../errors/index.ts'
import { type FunctionEntry, functionEntry } from '../functions/entry.ts'
import type { JoinKind, Relation } from '../plan/relation.ts'
import { types } from '../plan/type.ts'
import { commonType } from '../plan/type-rules.ts'
import { type Analysis, computed, keep, makeFrame, project } from './analysis.ts'
import { resolveCondition } from './expressions.ts'
import { type AnalysedFrame, type Joined, joinScope } from './frame-scope.ts'
import { freeName } from './free-name.ts'
import { fullJoin } from './full-join.ts'
import { mismatch } from './literals.ts'
import { asType } from './meeting.ts'
import {
  type Attribute,
  type ColumnStep,
  columnExpr,
  type Expr,
  hasAggregate,
  hasWindow,
  type Plan,
} from './resolved.ts'

type Join = Extract<Relation, { kind: 'join' }>

const COLLISION_HINT = "choose another suffix: join(other, on, { suffix: '_other' })"

/** All seven kinds of joins. Right-hand columns whose identity already stands on the left get a new one. */
export function analyseJoin(relation: Join, analysis: Analysis): AnalysedFrame {
  const left = analysis.frame(relation.left)
  const right = analysis.frame(relation.right)
  const { frame: renewed, ids } = renew(left, right, analysis)
  const condition = joinCondition(relation, left, right, renewed, analysis)
  const how = relation.how
  const keepsLeft = how === 'semi' || how === 'anti'
  const leftColumns = left.outputs.map((attribute) => emptied(attribute, how === 'right' || how === 'full'))
  const rightColumns = renewed.outputs.map((attribute) => emptied(attribute, how === 'left' || how === 'full'))
  const outputs = keepsLeft ? leftColumns : [...leftColumns, ...rightColumns]
  const plan: Plan =
    how === 'full' && condition
      ? fullJoin({ left: left.plan, right: renewed.plan, condition, outputs }, analysis)
      : { kind: 'join', left: left.plan, right: renewed.plan, how, condition, outputs }
  const renews = ids.size > 0 || [left, right].some((side) => side.joined?.renews)
  const joined: Joined = { left, right, ids, renews }
  if (keepsLeft) {
    const names = relation.on.kind === 'names' ? relation.on.names : []
    const first = names.map((name) => left.byName.get(name) as Attribute)
    const keysFirst = [...first, ...left.outputs.filter((attribute) => !names.includes(attribute.name))]
    const moved = keysFirst.some((attribute, index) => attribute !== left.outputs[index])
    return makeFrame(relation, moved ? project(plan, keysFirst.map(keep)) : plan, left.joined)
  }
  if (relation.on.kind !== 'names') {
    const columns = suffixed(leftColumns, rightColumns, relation.suffix)
    return makeFrame(relation, project(plan, columns), joined, COLLISION_HINT)
  }
  const isNullable = (name: string): boolean => [left, right].some((side) => side.byName.get(name)?.nullable ?? true)
  const columns = columnsByName(relation, [leftColumns, rightColumns], isNullable, analysis)
  const frame = makeFrame(relation, project(plan, columns), joined, COLLISION_HINT)
  const wide = (): AnalysedFrame => {
    const taken = new Set(frame.byName.keys())
    const hidden = outputs
      .filter((attribute) => !frame.byId.has(attribute.id))
      .map((attribute) => ({ attribute: { ...attribute, name: freeName('_key', taken) }, expr: columnExpr(attribute) }))
    return makeFrame(relation, project(plan, [...columns, ...hidden]), joined)
  }
  return { ...frame, wide }
}

const emptied = (attribute: Attribute, empty: boolean): Attribute =>
  attribute.nullable || !empty ? attribute : { ...attribute, nullable: true }

/** Gives new ids to the right-hand columns that the left side has too. */
function renew(
  left: AnalysedFrame,
  right: AnalysedFrame,
  analysis: Analysis,
): { frame: AnalysedFrame; ids: ReadonlyMap<number, number> } {
  const ids = new Map<number, number>()
  for (const attribute of right.outputs) if (left.byId.has(attribute.id)) ids.set(attribute.id, analysis.newId())
  if (ids.size === 0) return { frame: right, ids }
  const columns = right.outputs.map((attribute): ColumnStep => {
    return { attribute: { ...attribute, id: ids.get(attribute.id) ?? attribute.id }, expr: columnExpr(attribute) }
  })
  return { frame: makeFrame(right.relation, project(right.plan, columns), undefined), ids }
}

function joinCondition(
  relation: Join,
  left: AnalysedFrame,
  right: AnalysedFrame,
  renewed: AnalysedFrame,
  analysis: Analysis,
): Expr | undefined {
  const { on } = relation
  if (on.kind === 'none') return undefined
  if (on.kind === 'condition') {
    const condition = resolveCondition(on.condition, joinScope(left, right, renewed), analysis)
    if (hasAggregate(condition) || hasWindow(condition)) {
      throw new MisplacedAggregate('join: the condition holds an aggregate or window function', {
        hint: 'compute it with withColumn first',
      })
    }
    return condition
  }
  const equal = on.names.map((name) => {
    const [a, b] = [key(left, name, 'left'), key(renewed, name, 'right')]
    const type = commonType(a.type, b.type)
    if (!type) throw mismatch(`join on ${JSON.stringify(name)}`, a.type, b.type)
    const numeric = a.type.kind !== 'date' && a.type.kind !== 'timestamp'
    const sides = [a, b].map((one) => (numeric ? columnExpr(one) : asType(columnExpr(one), type, 'join')))
    return booleanCall('eq', sides)
  })
  return equal.length === 1 ? equal[0] : booleanCall('and', equal)
}

function booleanCall(name: string, args: readonly Expr[]): Expr {
  return {
    kind: 'call',
    fn: functionEntry(name) as FunctionEntry,
    args,
    type: types.boolean,
    nullable: args.some((arg) => arg.nullable),
  }
}

function key(frame: AnalysedFrame, name: string, side: string): Attribute {
  const found = frame.byName.get(name)
  if (found) return found
  throw new UnknownColumn(`join: no column ${JSON.stringify(shorten(name))} on the ${side} side`, {
    hint: [didYouMean(name, frame.byName.keys()), `There are ${listNames(frame.byName.keys())}.`]
      .filter(Boolean)
      .join(' '),
  })
}

/** By condition: every column of both; a right-hand name that collides gets the suffix. */
function suffixed(left: readonly Attribute[], right: readonly Attribute[], suffix: string): readonly ColumnStep[] {
  const taken = new Set(left.map((attribute) => attribute.name))
  return [
    ...left.map(keep),
    ...right.map((attribute): ColumnStep => {
      const name = taken.has(attribute.name) ? `${attribute.name}${suffix}` : attribute.name
      return { attribute: { ...attribute, name }, expr: columnExpr(attribute) }
    }),
  ]
}

/** By names: the key columns first, once. A full join takes either side's value, a right join the right's. */
function columnsByName(
  relation: Join,
  [left, right]: readonly [readonly Attribute[], readonly Attribute[]],
  isNullable: (name: string) => boolean,
  analysis: Analysis,
): readonly ColumnStep[] {
  const names = relation.on.kind === 'names' ? relation.on.names : []
  const keys = names.map((name): ColumnStep => {
    const a = left.find((attribute) => attribute.name === name) as Attribute
    const b = right.find((attribute) => attribute.name === name) as Attribute
    return keyColumn(relation.how, name, [a, b], isNullable(name), analysis)
  })
  const others = (side: readonly Attribute[]) => side.filter((attribute) => !names.includes(attribute.name))
  return [...keys, ...suffixed(others(left), others(right), relation.suffix)]
}

function keyColumn(
  how: JoinKind,
  name: string,
  [left, right]: readonly [Attribute, Attribute],
  nullable: boolean,
  analysis: Analysis,
): ColumnStep {
  if (how === 'right') return keep(right)
  if (how !== 'full') return keep(left)
  const type = commonType(left.type, right.type) as Attribute['type']
  const args = [left, right].map((one) => asType(columnExpr(one), type, 'join'))
  // A row that only one side has has that side's key, which may be NULL there.
  const coalesced: Expr = { kind: 'call', fn: functionEntry('coalesce') as FunctionEntry, args, type, nullable }
  return computed(name, coalesced, analysis)
}
