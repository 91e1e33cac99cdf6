import type { Graph, TaskGiven, TaskNode } from '../dag/graph.ts'
import { type Interval, intervalAt, intervalBetween } from '../dag/interval.ts'
import { exampleOf, fingerprintOf, type ParamNodes } from '../dag/params/declared.ts'
import { askText, resolveParams } from '../dag/params/resolve.ts'
import type { NamedTask } from '../dag/resolve-graph.ts'
import type { TaskInputs } from '../dag/task.ts'
import { UsageError } from '../errors/index.ts'
import { formatDuration } from '../plan/duration.ts'
import { checkChosen, isFor, type ParamArgument, readArgument } from './param-arguments.ts'

/** What the options of a command give to tasks, models and snapshots. */
export interface InputOptions {
  /** `currency=USD`, `daily.currency=USD`. */
  readonly param?: readonly string[]
  /** `2026-01-01/2026-02-01`. */
  readonly interval?: string
  readonly empty?: boolean
  /** In milliseconds. */
  readonly sample?: number
}

/** The same, read. */
export interface GivenInputs {
  readonly params: readonly ParamArgument[]
  /** Of every task; undefined where each has that of its schedule. */
  readonly interval: Interval | undefined
  /** `--empty`, `--sample 2d`: what is read, where that is not all. */
  readonly part: string | undefined
  readonly now: Date
}

/** @throws UsageError for what cannot be read */
export function readInputs(graph: Graph, options: InputOptions, now: Date): GivenInputs {
  const { param = [], interval } = options
  const params = param.map((written) => readArgument(graph, written))
  const first = (one: ParamArgument): number =>
    params.findIndex(({ task, name }) => task === one.task && name === one.name)
  const twice = params.find((one, index) => first(one) !== index)
  if (twice !== undefined) throw new UsageError(`--param ${twice.key} is given twice`)
  return { params, interval: interval === undefined ? undefined : readInterval(interval), part: partOf(options), now }
}

function partOf({ empty, sample }: InputOptions): string | undefined {
  if (empty === true) return '--empty'
  return sample === undefined ? undefined : `--sample ${formatDuration(sample)}`
}

function readInterval(text: string): Interval {
  const [start = '', end = '', ...more] = text.split('/')
  if (end === '' || more.length > 0)
    throw new UsageError(`--interval: ${JSON.stringify(text)} is no START/END`, {
      hint: 'two days or instants in UTC, the end no more part of it: --interval 2026-01-01/2026-02-01',
    })
  return intervalBetween(start, end, '--interval')
}

/** What the state keeps of what a task is given; undefined where it is what every run gives it. */
export function givenTo(node: TaskNode, { params, interval, part, now }: GivenInputs): TaskGiven | undefined {
  if (node.resourceType === 'model' || node.resourceType === 'snapshot')
    return part === undefined ? undefined : { params: undefined, interval: undefined, part }
  // Seeds are loaded from their files, and tests ask what is there.
  if (node.resourceType !== 'task') return undefined
  const usual = interval === undefined || textOf(interval) === textOf(intervalAt(node.schedule, now))
  const given = {
    params: fingerprintOf(node.params ?? {}, textsFor(node, params)),
    interval: usual ? undefined : textOf(interval),
    part,
  }
  return given.params === undefined && usual && part === undefined ? undefined : given
}

const textOf = ({ start, end }: Interval): string => `${start.toISOString()}/${end.toISOString()}`

/** What is given to each parameter of a task; what names the task goes before what names none. */
function textsFor(node: TaskNode, params: readonly ParamArgument[]): ReadonlyMap<string, string> {
  const mine = params.filter((one) => isFor(node, one))
  const general = mine.filter(({ task }) => task === undefined)
  const own = mine.filter(({ task }) => task !== undefined)
  return new Map([...general, ...own].map(({ name, text }) => [name, text]))
}

/**
 * What each selected task is given: parameters as their types have them, and the interval.
 *
 * @param selected full names
 * @param tasks gives the definitions; asked only where a selected task has parameters
 * @returns by full name
 * @throws UsageError naming every parameter that is unknown, missing, or given what it does not take
 */
export async function inputsOf(
  graph: Graph,
  selected: ReadonlySet<string>,
  given: GivenInputs,
  tasks: () => Promise<readonly NamedTask[]>,
): Promise<ReadonlyMap<string, TaskInputs>> {
  const chosen = [...graph.nodes.values()].filter((node) => node.resourceType === 'task' && selected.has(node.name))
  checkChosen(graph, chosen, given.params)
  const needs = chosen.some(({ params }) => params !== undefined)
  const definitions = new Map(needs ? (await tasks()).map((task) => [task.name, task.definition]) : [])
  const inputs = new Map<string, TaskInputs>()
  const wrong: Wrong[] = []
  for (const node of chosen) {
    const texts = textsFor(node, given.params)
    const declared = definitions.get(node.name)?.options.params ?? {}
    const { values, problems } = await resolveParams(declared, texts, askText)
    inputs.set(node.name, { params: values, interval: given.interval ?? intervalAt(node.schedule, given.now) })
    // What is not enabled is not run.
    if (!node.enabled) continue
    for (const problem of problems) {
      const { type, example } = typeOf(node.params, problem.name)
      const place = `${node.shortName}.${problem.name}`
      if (problem.kind === 'missing')
        wrong.push({
          message: `${node.shortName} needs its parameter ${problem.name} (${type})`,
          hint: `--param ${place}=${example}`,
        })
      else wrong.push({ message: `the parameter ${place} (${type}): ${problem.why}`, hint: undefined })
    }
  }
  if (wrong.length === 0) return inputs
  const hints = wrong.flatMap(({ hint }) => hint ?? [])
  throw new UsageError(wrong.map(({ message }) => message).join('\n'), {
    hint: hints.length === 0 ? undefined : hints.join(' '),
  })
}

interface Wrong {
  readonly message: string
  readonly hint: string | undefined
}

function typeOf(nodes: ParamNodes = {}, name: string): { readonly type: string; readonly example: string } {
  const node = nodes[name] ?? { type: 'unknown' }
  return { type: node.type, example: exampleOf(node) }
}
