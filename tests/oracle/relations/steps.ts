/** Builds a program's frames with the public API. */
import { lit } from '../../../src/index.ts'
import { build, type FrameOf } from '../expressions.ts'
import { invoke, invokeFunction } from '../missing.ts'
import type { ExpressionNode, Json } from '../nodes.ts'
import { verbOf } from './missing-verbs.ts'
import type { Program, Step } from './program.ts'

/** The frames that the program's steps make, by their names. `table` gives the frame of an input table. */
export function buildFrames(
  { steps }: Pick<Program, 'steps'>,
  table: (name: string) => object,
): ReadonlyMap<string, object> {
  const frames = new Map<string, object>()
  const frameOf: FrameOf = (name) => {
    const frame = frames.get(name)
    if (!frame) throw new TypeError(`the program has no step ${name}`)
    return frame
  }
  for (const step of steps) {
    frames.set(step.as, step.op === 'table' ? table(step.name) : (apply(step, frameOf) as object))
  }
  return frames
}

/** The frame that the program's last step makes. */
export function buildProgram(program: Pick<Program, 'steps' | 'result'>, table: (name: string) => object): object {
  const frame = buildFrames(program, table).get(program.result)
  if (!frame) throw new TypeError('the program made no frame')
  return frame
}

function apply(step: Step, frameOf: FrameOf): unknown {
  const frame = frameOf(step.in)
  const verb = (...args: readonly unknown[]) => invoke(frame, verbOf(step.op), ...args)
  const column = (node: ExpressionNode) => build(node, frameOf)
  const columns = (nodes: readonly ExpressionNode[]) => nodes.map(column)
  const record = (named: readonly (readonly [string, ExpressionNode])[]) =>
    Object.fromEntries(named.map(([name, node]) => [name, column(node)]))
  switch (step.op) {
    case 'filter':
      return verb(column(step.where))
    case 'select':
      return verb(...(step.cols as readonly ExpressionNode[]).map((node) => named(node, column(node))))
    case 'withColumn':
      return (step.cols as Step['aggs']).reduce<unknown>(
        (all, [name, node]) => invoke(all, 'withColumn', name, column(node)),
        frame,
      )
    case 'withColumns':
      return verb(record(step.cols as Step['aggs']))
    case 'rename':
      return verb(Object.fromEntries(step.map))
    case 'drop':
    case 'toDF':
      return verb(...(step.names ?? []))
    case 'dropDuplicates':
      return step.names === undefined ? verb() : verb(step.names)
    case 'alias':
      return verb(step.name)
    case 'join':
      return join(step, frame, frameOf)
    case 'groupBy':
    case 'rollup':
    case 'cube':
      return invoke(verb(...columns(step.keys)), 'agg', record(step.aggs))
    case 'groupingSets':
      return invoke(verb(step.sets, ...columns(step.keys)), 'agg', record(step.aggs))
    case 'pivot':
      return pivot(step, frame, column)
    case 'unpivot':
      return verb(step.ids, step.values, step.variable, step.value)
    case 'union':
    case 'intersect':
    case 'intersectAll':
    case 'except':
    case 'exceptAll':
    case 'crossJoin':
      return verb(frameOf(step.right))
    case 'unionByName':
      return step.allowMissing ? verb(frameOf(step.right), { allowMissing: true }) : verb(frameOf(step.right))
    case 'sort':
      return verb(...columns(step.by))
    case 'limit':
    case 'offset':
      return verb(step.n)
    case 'sample':
      return verb(step.n, step.seed)
    case 'fillna':
      return step.values !== undefined
        ? verb(step.values)
        : step.names
          ? verb(step.value, step.names)
          : verb(step.value)
    case 'dropna':
      return verb({ how: step.how, thresh: step.thresh, subset: step.names })
    case 'replace':
      return step.names ? verb(new Map(step.map), step.names) : verb(new Map(step.map))
    case 'describe':
    case 'summary':
      return verb(...(step.names ?? []))
    case 'explode':
      return explode(step, frame, column)
    case 'cache':
    case 'distinct':
      return verb()
    default:
      throw new TypeError(`the oracle knows no step ${step.op}`)
  }
}

/** A column of a certain frame keeps the name by which it was asked, whatever a join made of it. */
function named(node: ExpressionNode, column: unknown): unknown {
  // A bare literal has no name here; in Spark it is called by its text.
  if ('lit' in node) return invoke(column, 'as', String(node.lit))
  return 'col' in node && node.of !== undefined ? invoke(column, 'as', node.col) : column
}

function join(step: Step, frame: object, frameOf: FrameOf): unknown {
  const right = frameOf(step.right)
  const how = step.how ?? 'inner'
  if (step.on === undefined) {
    // Without a condition Spark pairs every row with every row; here that is written out.
    return how === 'inner' || how === 'cross'
      ? invoke(frame, 'crossJoin', right)
      : invoke(frame, 'join', right, lit(true), how)
  }
  const on = Array.isArray(step.on) ? step.on : build(step.on as ExpressionNode, frameOf)
  return invoke(frame, 'join', right, on, how)
}

/** Elements beside some columns, or beside all of them. */
function explode(step: Step, frame: object, column: (node: ExpressionNode) => unknown): unknown {
  const names = step.names ?? []
  const fn = `${names.length > 1 ? 'posexplode' : 'explode'}${step.outer ? 'Outer' : ''}`
  const made = [invokeFunction(fn, column(step.list as ExpressionNode))].flat()
  if (!step.cols) return invoke(frame, 'withColumns', Object.fromEntries(names.map((name, at) => [name, made[at]])))
  const kept = (step.cols as readonly ExpressionNode[]).map(column)
  return invoke(frame, 'select', ...kept, ...made.map((one, at) => invoke(one, 'as', names[at])))
}

/** Spark names the columns by their values alone where there is one aggregate; here the aggregate's name always follows. */
function pivot(step: Step, frame: object, column: (node: ExpressionNode) => unknown): unknown {
  const aggregates = Object.fromEntries(step.aggs.map(([name, node]) => [name, column(node)]))
  const on = step.on as ExpressionNode
  const grouped = invoke(frame, 'groupBy', ...step.keys.map(column))
  const values = step.values as readonly Json[]
  const pivoted = invoke(
    invoke(grouped, 'pivot', 'col' in on && on.of === undefined ? on.col : column(on), values),
    'agg',
    aggregates,
  )
  const [only] = step.aggs
  if (step.aggs.length !== 1 || !only) return pivoted
  const plain = values.map((value) => [`${String(value)}_${only[0]}`, String(value)])
  return invoke(pivoted, 'rename', Object.fromEntries(plain))
}
