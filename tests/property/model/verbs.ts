/** The reference model of every verb: what a step makes of its input frames. */
import type { ExpressionNode, Json } from '../../oracle/nodes.ts'
import type { Step } from '../../oracle/relations/program.ts'
import { castCell } from './cast.ts'
import { type Cell, fromJson, keyOf } from './cells.ts'
import { evaluate } from './evaluate.ts'
import { exploded } from './explode.ts'
import {
  chosen,
  filtered,
  type Identify,
  type ModelColumn,
  type ModelFrame,
  newId,
  project,
  renewed,
  rowsOf,
  sorted,
  widened,
} from './frames.ts'
import { aggregated, pivoted } from './grouping.ts'
import { isAggregate } from './groups.ts'
import { joined } from './joins.ts'
import { sampled } from './samples.ts'
import { summarised } from './summaries.ts'
import { isNumber, meet, type Type } from './types.ts'

/** The frame of a step. `frameOf` gives the frames of earlier steps, input tables among them. */
export function applyStep(step: Step, frameOf: (name: string) => ModelFrame): ModelFrame {
  const frame = frameOf(step.in)
  const identify: Identify = ({ of, col }) =>
    of === undefined ? undefined : frameOf(of).columns.find((column) => column.name === col)?.id
  const names = frame.columns.map((column) => column.name)
  const by = (renamed: (name: string) => string): ModelFrame => ({
    ...frame,
    columns: frame.columns.map((column) => ({ ...column, name: renamed(column.name) })),
  })
  switch (step.op) {
    case 'filter':
      return filtered(frame, evaluate(step.where, rowsOf(frame, identify)))
    case 'select':
      return selected(frame, step, identify)
    case 'withColumn':
      return (step.cols as Step['aggs']).reduce((all, one) => withColumns(all, [one], identify), frame)
    case 'withColumns':
      return withColumns(frame, step.cols as Step['aggs'], identify)
    case 'rename':
      return by((name) => String(step.map.find(([from]) => from === name)?.[1] ?? name))
    case 'toDF':
      return by((name) => step.names?.[names.indexOf(name)] as string)
    case 'drop':
      return project(
        frame,
        names.filter((name) => !step.names?.includes(name)).map((col) => [col, { col }]),
        identify,
      )
    case 'alias':
      return { ...frame, columns: frame.columns.map((column) => ({ ...column, id: newId() })) }
    case 'sort':
      return sorted(frame, step.by, identify)
    case 'limit':
      return chosen(frame, frame.rows.map((_, row) => row).slice(0, step.n))
    case 'offset':
      return chosen(frame, frame.rows.map((_, row) => row).slice(step.n))
    case 'distinct':
      return firstOf(frame, names)
    case 'dropDuplicates':
      return firstOf(frame, step.names ?? names)
    case 'join':
    case 'crossJoin':
      return joined(frame, frameOf(step.right), step, identify)
    case 'groupBy':
    case 'rollup':
    case 'cube':
    case 'groupingSets':
      return aggregated(frame, step, step.aggs, identify)
    case 'pivot':
      return pivoted(frame, step, identify)
    case 'unpivot':
      return unpivoted(frame, step)
    case 'fillna':
    case 'replace':
      return changed(frame, step)
    case 'dropna':
      return withoutNulls(frame, step)
    case 'sample':
      return sampled(frame, step)
    case 'explode':
      return exploded(frame, step, identify)
    case 'describe':
    case 'summary':
      return summarised(frame, step)
    // An order by columns that the frame no longer has is not kept.
    case 'cache':
      return { ...frame, places: undefined }
    default:
      return combined(frame, frameOf(step.right), step)
  }
}

/** A projection; of aggregates alone, one row about all rows. */
function selected(frame: ModelFrame, step: Step, identify: Identify): ModelFrame {
  const outputs = (step.cols as readonly ExpressionNode[]).map((node) => [outputName(node), node] as const)
  const grouped = outputs.every(([, node]) => 'alias' in node && 'fn' in node.alias && isAggregate(node.alias.fn))
  if (!grouped) return project(frame, outputs, identify)
  return aggregated(frame, { ...step, op: 'groupBy', keys: [] }, outputs, identify)
}

const outputName = (node: ExpressionNode): string =>
  'alias' in node ? node.as : 'col' in node ? node.col : 'expression'

function withColumns(frame: ModelFrame, added: Step['aggs'], identify: Identify): ModelFrame {
  const kept = frame.columns.map(({ name }): [string, ExpressionNode] => {
    const replaced = added.find(([one]) => one === name)
    return [name, replaced ? replaced[1] : { col: name }]
  })
  const fresh = added.filter(([name]) => !frame.columns.some((column) => column.name === name))
  const made = project(frame, [...kept, ...fresh], identify)
  const changed = new Set(added.map(([name]) => name))
  return { ...made, columns: made.columns.map((column) => (changed.has(column.name) ? renewed(column) : column)) }
}

/** The first row of each combination of values. */
function firstOf(frame: ModelFrame, names: readonly string[]): ModelFrame {
  const places = names.map((name) => frame.columns.findIndex((column) => column.name === name))
  const seen = new Set<string>()
  const first = frame.rows.flatMap((row, index) => {
    const key = keyOf(places.map((place) => row[place] as Cell))
    if (seen.has(key)) return []
    seen.add(key)
    return [index]
  })
  return { ...chosen(frame, first), places: undefined }
}

/** Values filled or replaced in the columns of their kind: numbers, texts, booleans. */
function changed(frame: ModelFrame, step: Step): ModelFrame {
  const pairs: readonly (readonly [Json, Json])[] = step.op === 'fillna' ? [[null, step.value]] : step.map
  const values = step.op === 'fillna' && step.values ? (step.values as { readonly [name: string]: Json }) : undefined
  const pairsFor = ({ name, type }: ModelColumn): readonly (readonly [Cell, Cell])[] => {
    if (values) return Object.hasOwn(values, name) ? [[null, plain(values[name] as Json, type)]] : []
    if (step.names && !step.names.includes(name)) return []
    return pairs
      .filter((pair) => pair.some((one) => sameKind(one, type)))
      .map(([from, to]) => [plain(from, type), plain(to, type)])
  }
  const changes = frame.columns.map(pairsFor)
  return {
    ...frame,
    columns: frame.columns.map((column, index) => (changes[index]?.length ? { ...column, id: newId() } : column)),
    rows: frame.rows.map((row) =>
      row.map((cell, index) => {
        const change = changes[index]?.find(([from]) => keyOf([from]) === keyOf([cell]))
        return change ? change[1] : cell
      }),
    ),
  }
}

const sameKind = (value: Json, type: Type): boolean =>
  typeof value === 'number' ? isNumber(type) : typeof value === type

/** A plain value as one of a column's type: numbers are cut or widened. */
function plain(value: Json, type: Type): Cell {
  if (typeof value !== 'number') return fromJson(value, type)
  return castCell(value, 'double', type, false)
}

function withoutNulls(frame: ModelFrame, { how = 'any', thresh, names }: Step): ModelFrame {
  const counted = frame.columns.flatMap(({ name }, index) =>
    names === undefined || names.includes(name) ? [index] : [],
  )
  const wanted = thresh ?? (how === 'any' ? counted.length : 1)
  const present = (row: readonly Cell[]) => counted.filter((index) => row[index] !== null).length
  return chosen(
    frame,
    frame.rows.flatMap((row, index) => (present(row) >= wanted ? [index] : [])),
  )
}

function unpivoted(frame: ModelFrame, step: Step): ModelFrame {
  const at = (name: string) => frame.columns.findIndex((column) => column.name === name)
  const ids = step.ids.map((name) => frame.columns[at(name)] as ModelColumn)
  const values = (step.values as readonly string[]).map((name) => frame.columns[at(name)] as ModelColumn)
  const type = values.map((column) => column.type).reduce(meet)
  const variable = { id: newId(), name: step.variable, type: 'string', loose: false }
  const value = { id: newId(), name: String(step.value), type, loose: values.some((column) => column.loose) }
  return {
    columns: [...ids, variable, value],
    rows: frame.rows.flatMap((row) =>
      values.map((column) => [
        ...ids.map(({ name }) => row[at(name)] as Cell),
        column.name,
        castCell(row[at(column.name)] as Cell, column.type, type, false),
      ]),
    ),
    places: undefined,
  }
}

/** union, intersect and except: rows of two frames of the same columns. The outputs are new columns. */
function combined(left: ModelFrame, other: ModelFrame, step: Step): ModelFrame {
  const right = step.op === 'unionByName' ? alike(left, other) : other
  const first = step.op === 'unionByName' ? alike(right, left) : left
  const types = first.columns.map((column, index) => meet(column.type, right.columns[index]?.type as Type))
  const [a, b] = [widened(first, types), widened(right, types)]
  const columns = first.columns.map((column, index) => ({
    id: newId(),
    name: column.name,
    type: types[index] as Type,
    loose: column.loose || (right.columns[index]?.loose ?? false),
  }))
  return { columns, rows: combineRows(step.op, a.rows, b.rows), places: undefined }
}

type Rows = readonly (readonly Cell[])[]
function combineRows(op: string, left: Rows, right: Rows): Rows {
  if (op.startsWith('union')) return [...left, ...right]
  const times = new Map<string, number>()
  for (const row of right) times.set(keyOf(row), (times.get(keyOf(row)) ?? 0) + 1)
  const seen = new Set<string>()
  const wanted = op.startsWith('intersect')
  return left.filter((row) => {
    const key = keyOf(row)
    const count = times.get(key) ?? 0
    if (op.endsWith('All')) {
      if (count > 0) times.set(key, count - 1)
      return count > 0 === wanted
    }
    if (seen.has(key)) return false
    seen.add(key)
    return count > 0 === wanted
  })
}

/** A frame with the columns of another, in its order; those it lacks are NULL, those of its own follow. */
function alike(model: ModelFrame, frame: ModelFrame): ModelFrame {
  const missing = (column: ModelColumn): ModelColumn => ({ ...column, type: 'void', loose: false })
  const own = (name: string) => frame.columns.findIndex((column) => column.name === name)
  const further = frame.columns.filter(({ name }) => !model.columns.some((column) => column.name === name))
  return {
    columns: [...model.columns.map((column) => frame.columns[own(column.name)] ?? missing(column)), ...further],
    rows: frame.rows.map((row) => [...model.columns, ...further].map(({ name }) => row[own(name)] ?? null)),
    places: undefined,
  }
}
