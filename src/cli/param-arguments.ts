import type { Graph, TaskNode } from '../dag/graph.ts'
import { paramsHint } from '../dag/params/resolve.ts'
import { UsageError } from '../errors/index.ts'
import { didYouMean, listNames } from '../errors/nearest.ts'
import { isFound, nodesCalled, onlyOne } from './find-node.ts'

/** One `--param`. */
export interface ParamArgument {
  /** As written before the `=`: `daily.currency`, `currency`. */
  readonly key: string
  /** Full name; undefined where it is for every selected task that declares the parameter. */
  readonly task: string | undefined
  readonly name: string
  readonly text: string
}

/** Reads `daily.currency=USD`; the text may hold further dots and `=`. @throws UsageError for what no task takes */
export function readArgument(graph: Graph, written: string): ParamArgument {
  const equals = written.indexOf('=')
  const key = equals < 0 ? written : written.slice(0, equals)
  const dot = key.lastIndexOf('.')
  const [task, name] = dot < 0 ? [undefined, key] : [key.slice(0, dot), key.slice(dot + 1)]
  if (equals < 0 || name === '' || task === '')
    // What came may be a secret: it is not repeated.
    throw new UsageError(`--param takes NAME=VALUE${equals < 0 ? ', and one of them has no "="' : ''}`, {
      hint: '--param currency=USD, or --param daily.currency=USD for one task alone',
    })
  const text = written.slice(equals + 1)
  return { key, task: task === undefined ? undefined : taskOf(graph, task, name, key), name, text }
}

/** The full name of the task that an argument names, and which has the parameter. */
function taskOf(graph: Graph, task: string, name: string, key: string): string {
  const tasks = tasksOf(graph)
  const found = nodesCalled(tasks, task)
  if (!isFound(found)) {
    const names = tasks.flatMap(({ shortName, params }) => (params === undefined ? [] : [shortName]))
    throw new UsageError(`--param ${key}: there is no task "${task}"`, {
      hint: [didYouMean(task, names), `tasks with parameters are ${listNames(names)}`].filter(Boolean).join(' '),
    })
  }
  const node = onlyOne(found, task, 'tasks', `--param ${key}: `)
  if (!declares(node, name))
    throw new UsageError(`--param ${key}: ${node.shortName} has no parameter "${name}"`, {
      hint: paramsHint(name, Object.keys(node.params ?? {})),
    })
  return node.name
}

const tasksOf = ({ nodes }: Graph): TaskNode[] => [...nodes.values()].filter((node) => node.resourceType === 'task')
const declares = ({ params = {} }: TaskNode, name: string): boolean => Object.hasOwn(params, name)

/** Whether an argument gives the task something. */
export function isFor(node: TaskNode, { task, name }: ParamArgument): boolean {
  return declares(node, name) && (task === undefined || task === node.name)
}

/** @throws UsageError for the first argument that gives nothing to any of `chosen` */
export function checkChosen(graph: Graph, chosen: readonly TaskNode[], params: readonly ParamArgument[]): void {
  for (const one of params) {
    if (chosen.some((node) => isFor(node, one))) continue
    const elsewhere = tasksOf(graph).filter((node) => isFor(node, one))
    const names = new Set(chosen.flatMap(({ params = {} }) => Object.keys(params)))
    const available = chosen.flatMap(({ shortName, params = {} }) =>
      Object.keys(params).map((name) => `${shortName}.${name}`),
    )
    throw new UsageError(`--param ${one.key}: no selected task has a parameter "${one.name}"`, {
      hint:
        elsewhere.length > 0
          ? `${listNames(elsewhere.map(({ shortName }) => shortName))} has it, and is not selected`
          : [didYouMean(one.name, names), `parameters are ${listNames(available)}`].filter(Boolean).join(' '),
    })
  }
}

/** The arguments of a command without the values of parameters, which may be secrets. */
export function withoutValues(argv: readonly string[]): string[] {
  return argv.map((text, index) => {
    if (argv[index - 1] === '--param') return nameAlone(text)
    return text.startsWith('--param=') ? `--param=${nameAlone(text.slice('--param='.length))}` : text
  })
}

/** `currency=…` */
export const nameAlone = (written: string): string => written.replace(/=[\s\S]*$/, '=…')
