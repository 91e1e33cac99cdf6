/** A random program as the TypeScript that a user would write. */
import type { AliasNode, ExpressionNode, Json } from '../oracle/nodes.ts'
import { verbOf } from '../oracle/relations/missing-verbs.ts'
import type { Program, Step } from '../oracle/relations/program.ts'
import type { World } from '../property/generate/worlds.ts'
import { printExpression, written } from './print-expression.ts'

/** One expression that is the program's last frame; `f` is the public API, `session` a session. */
export function printProgram(world: World, { steps, result }: Pick<Program, 'steps' | 'result'>): string {
  // Tables are steps of their own names, which may hold anything; a frame that is kept has its name again.
  const names = new Map<string, string>()
  const named = (name: string): string => names.get(name) as string
  const lines = steps.map((step, at) => {
    const text = printStep(renamed(step, named), world)
    names.set(step.as, `f${at}`)
    return `const f${at} = ${text}`
  })
  return `(() => { ${[...lines, `return ${named(result)}`].join('; ')} })()`
}

/** The step with other names for frames. */
function renamed(step: Step, named: (frame: string) => string): Step {
  const isFrame = new Set(['in', 'right', 'of'])
  const again = (key: string, value: unknown): unknown =>
    isFrame.has(key) && typeof value === 'string' ? named(value) : value
  return JSON.parse(JSON.stringify(step, again)) as Step
}

const lists = (values: readonly unknown[]): string => values.map(written).join(', ')

function printStep(step: Step, world: World): string {
  if (step.op === 'table') return printTable(step.name, world)
  const verb = (...args: readonly string[]): string => `${step.in}.${verbOf(step.op)}(${args.join(', ')})`
  const column = (node: ExpressionNode): string => printExpression(node, step.in)
  const record = (named: Step['aggs']): string =>
    `{ ${named.map(([name, node]) => `${written(name)}: ${column(node)}`).join(', ')} }`
  const named = (node: ExpressionNode): string => {
    if ('lit' in node) return `${column(node)}.as(${written(String(node.lit))})`
    return 'col' in node && node.of !== undefined ? `${column(node)}.as(${written(node.col)})` : column(node)
  }
  switch (step.op) {
    case 'filter':
      return verb(column(step.where))
    case 'select':
      if (isOfAggregates(step.cols as readonly ExpressionNode[])) {
        const aggregates = (step.cols as readonly AliasNode[]).map(({ alias, as }) => [as, alias] as const)
        return `${step.in}.agg(${record(aggregates)})`
      }
      return verb(...(step.cols as readonly ExpressionNode[]).map(named))
    case 'withColumn':
      return (step.cols as Step['aggs']).reduce(
        (all, [name, node]) => `${all}.withColumn(${written(name)}, ${column(node)})`,
        step.in,
      )
    case 'withColumns':
      return verb(record(step.cols as Step['aggs']))
    case 'rename':
      return verb(written(Object.fromEntries(step.map)))
    case 'drop':
    case 'toDF':
      return verb(lists(step.names ?? []))
    case 'dropDuplicates':
      return verb(...(step.names === undefined ? [] : [written(step.names)]))
    case 'alias':
      return verb(written(step.name))
    case 'join':
      return printJoin(step, column)
    case 'groupBy':
    case 'rollup':
    case 'cube':
      return `${verb(...step.keys.map(column))}.agg(${record(step.aggs)})`
    case 'groupingSets':
      return `${verb(written(step.sets), lists(step.keys.map((key) => (key as { col: string }).col)))}.agg(${record(step.aggs)})`
    case 'pivot':
      return printPivot(step, column, record(step.aggs))
    case 'unpivot':
      return verb(written(step.ids), written(step.values), written(step.variable), written(step.value))
    case 'unionByName':
      return verb(step.right, ...(step.allowMissing ? ['{ allowMissing: true }'] : []))
    case 'union':
    case 'intersect':
    case 'intersectAll':
    case 'except':
    case 'exceptAll':
    case 'crossJoin':
      return verb(step.right)
    case 'sort':
      return verb(...step.by.map(column))
    case 'limit':
    case 'offset':
      return verb(String(step.n))
    case 'sample':
      return verb(String(step.n), String(step.seed))
    case 'fillna':
      return step.values !== undefined
        ? verb(written(step.values))
        : verb(written(step.value), ...(step.names ? [written(step.names)] : []))
    case 'dropna':
      return verb(written({ how: step.how, thresh: step.thresh, subset: step.names }))
    case 'replace':
      return verb(`new Map(${written(step.map)})`, ...(step.names ? [written(step.names)] : []))
    case 'describe':
    case 'summary':
      return verb(lists(step.names ?? []))
    case 'explode':
      return printExplode(step, column)
    case 'distinct':
    case 'cache':
      return verb()
    default:
      throw new TypeError(`nobody prints the step ${step.op}`)
  }
}

function printTable(name: string, world: World): string {
  const columns = world[name]?.columns.map(([column, type]) => `${written(column)}: ${written(type)}`) ?? []
  return `session.table(${written(name)}, f.schema({ ${columns.join(', ')} }))`
}

type Print = (node: ExpressionNode) => string

function printJoin(step: Step, column: Print): string {
  const how = step.how ?? 'inner'
  if (step.on === undefined) return `${step.in}.crossJoin(${step.right})`
  const on = Array.isArray(step.on) ? written(step.on) : column(step.on as ExpressionNode)
  return `${step.in}.join(${step.right}, ${on}, ${written(how)})`
}

function printPivot(step: Step, column: Print, aggregates: string): string {
  const values = step.values as readonly Json[]
  const pivoted = `${step.in}.groupBy(${step.keys.map(column).join(', ')}).pivot(${written((step.on as { col: string }).col)}, ${written(values)}).agg(${aggregates})`
  const [only] = step.aggs
  if (step.aggs.length !== 1 || !only) return pivoted
  return `${pivoted}.rename(${written(Object.fromEntries(values.map((value) => [`${String(value)}_${only[0]}`, String(value)])))})`
}

function printExplode(step: Step, column: Print): string {
  const names = step.names ?? []
  const fn = `f.${names.length > 1 ? 'posexplode' : 'explode'}${step.outer ? 'Outer' : ''}`
  const called = `${fn}(${column(step.list as ExpressionNode)})`
  const parts = names.map((_, at) => `part${at}`)
  const made = step.cols
    ? `select(${[...(step.cols as readonly ExpressionNode[]).map(column), ...parts.map((part, at) => `${part}.as(${written(names[at])})`)].join(', ')})`
    : `withColumns({ ${parts.map((part, at) => `${written(names[at])}: ${part}`).join(', ')} })`
  // Both columns must be of one call.
  return `((${parts.length > 1 ? `[${parts}]` : parts}) => ${step.in}.${made})(${called})`
}

/** One row of aggregates: a select of them is for programs without types. */
const isOfAggregates = (nodes: readonly ExpressionNode[]): boolean =>
  nodes.every((node) => 'alias' in node && 'fn' in node.alias && ['max', 'count'].includes(node.alias.fn))
