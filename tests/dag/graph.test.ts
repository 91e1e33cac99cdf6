import { describe, expect, test } from 'vitest'
import { compareTasks, describeDifferences } from '../../src/dag/compare.ts'
import { Task } from '../../src/dag/define-task.ts'
import { type NamedTask, resolveGraph } from '../../src/dag/resolve-graph.ts'
import { Daily, Monthly } from '../../src/dag/schedule.ts'
import type { TaskDefinition, TaskOptions } from '../../src/dag/task.ts'
import { graphOf, node, thrownBy } from './support.ts'

const nothing = (): void => undefined
const task = (options: TaskOptions = {}): TaskDefinition<unknown> => Task<unknown>(options, nothing)
function named(tasks: Record<string, TaskDefinition<unknown>>): NamedTask[] {
  return Object.entries(tasks).map(([name, definition]) => {
    const [file, ...exportName] = name.split(':')
    return {
      name: name.replace(':', '.'),
      file: `models/${file?.replaceAll('.', '/')}.ts`,
      exportName: exportName.join('.'),
      line: 3,
      definition,
      sources: {},
    }
  })
}
const resolve = (tasks: Record<string, TaskDefinition<unknown>>) => resolveGraph(named(tasks)).graph

describe('dependencies', () => {
  test('by reference, short name, full name and thunk become full names, each once', () => {
    const orders = task()
    const graph = resolve({
      'raw:orders': orders,
      'raw:items': task(),
      'sales.eu:daily': task({ dependsOn: [orders, 'items', 'raw.orders', () => orders, () => 'raw.items'] }),
      'sales:total': task({ dependsOn: () => ['eu.daily'] }),
    })
    expect(graph.nodes.get('sales.eu.daily')?.dependsOn).toEqual(['raw.orders', 'raw.items'])
    expect(graph.nodes.get('sales.total')?.dependsOn).toEqual(['sales.eu.daily'])
    expect(graph.levels).toEqual([['raw.items', 'raw.orders'], ['sales.eu.daily'], ['sales.total']])
  })

  test('a short name that two tasks have is their full name', () => {
    const graph = resolve({ 'a:load': task(), 'b:load': task(), 'b:other': task() })
    expect([...graph.nodes.values()].map((one) => one.shortName)).toEqual(['a.load', 'b.load', 'other'])
  })

  test('two tasks of one function stay apart', () => {
    const first = Task(nothing)
    const second = Task({ dependsOn: [first] }, nothing)
    expect(resolve({ 'a:first': first, 'a:second': second }).nodes.get('a.second')?.dependsOn).toEqual(['a.first'])
  })

  test('every mistake is reported, with place, nearest name and line', () => {
    const hidden = task()
    const plain = (_: unknown): void => undefined
    const error = thrownBy(() =>
      resolve({
        'raw:orders': task(),
        'a:load': task(),
        'b:load': task(),
        'c:one': task({ dependsOn: ['raw.ordes'] }),
        'c:two': task({ dependsOn: [undefined as never] }),
        'c:three': task({ dependsOn: ['load'] }),
        'c:four': task({ dependsOn: [hidden] }),
        'c:five': task({ dependsOn: [plain] }),
        'c:six': task({ dependsOn: [() => undefined] }),
        'c:seven': task({
          dependsOn: [
            () => {
              throw new TypeError('no')
            },
          ],
        }),
        'c:eight': task({ dependsOn: [{ name: 'x' } as never] }),
      }),
    )
    const found = error.errors?.map(({ message, hint, at }) => `${at} ${message} | ${hint}`)
    expect(found).toEqual([
      expect.stringContaining(
        'models/c.ts:3 dependsOn[0] of c.one: there is no task "raw.ordes" | Did you mean "raw.orders"',
      ),
      expect.stringContaining('dependsOn[0] of c.two is undefined: a circular import? | name the task as a thunk'),
      expect.stringContaining('dependsOn[0] of c.three: "load" is the name of 2 tasks | write one of a.load, b.load'),
      expect.stringMatching(
        /dependsOn\[0\] of c\.four is a task that no file exports \(declared at .*graph\.test\.ts:\d+:\d+\) \| export it/,
      ),
      expect.stringContaining('dependsOn[0] of c.five is the function plain, which is no task'),
      expect.stringContaining('dependsOn[0]() of c.six is undefined: a circular import?'),
      expect.stringContaining('dependsOn[0] of c.seven is a function that failed: no'),
      expect.stringContaining('dependsOn[0] of c.eight is no task and no model'),
    ])
  })
})

describe('levels', () => {
  test('are the longest path', () => {
    const graph = graphOf(
      node('a.d', { dependsOn: ['a.a', 'a.c'] }),
      node('a.c', { dependsOn: ['a.b'] }),
      node('a.b', { dependsOn: ['a.a'] }),
      node('a.a'),
    )
    expect(graph.levels).toEqual([['a.a'], ['a.b'], ['a.c'], ['a.d']])
    expect([...graph.nodes.keys()]).toEqual(['a.a', 'a.b', 'a.c', 'a.d'])
  })
  test('a chain of 20,000 tasks needs no stack', () => {
    const chain = Array.from({ length: 20_000 }, (_, at) =>
      node(`a.t${at}`, { dependsOn: at === 0 ? [] : [`a.t${at - 1}`] }),
    )
    expect(graphOf(...chain).levels).toHaveLength(20_000)
  })
  test('a task that waits for itself, and a cycle with who waits behind it, print the path', () => {
    const error = thrownBy(() =>
      graphOf(
        node('a.self', { dependsOn: ['a.self'] }),
        node('a.behind', { dependsOn: ['a.x'] }),
        node('a.x', { dependsOn: ['a.y'] }),
        node('a.y', { dependsOn: ['a.z'] }),
        node('a.z', { dependsOn: ['a.x'] }),
      ),
    )
    expect(error.errors?.map(({ name, message, at }) => [name, message, at])).toEqual([
      ['DependencyCycle', 'a.self depends on itself', 'models/a.ts:1'],
      ['DependencyCycle', 'tasks wait for each other: a.x → a.y → a.z → a.x', 'models/a.ts:1'],
    ])
  })
})

describe('comparison with the last run', () => {
  test('says what was added, removed, kept and changed, also after JSON', () => {
    const before = [
      node('a.same', { sources: { 'models/a.ts': '1' }, schedule: Monthly('friday'), tags: ['x'], line: 1 }),
      node('a.gone'),
      node('a.code', { sources: { 'models/a.ts': '1', 'lib/b.ts': '1' } }),
      node('a.much', { ttlMinutes: 60, dependsOn: ['a.same'], description: 'long' }),
    ]
    const now = [
      node('a.same', { sources: { 'models/a.ts': '1' }, schedule: Monthly('friday'), tags: ['x'], line: 9 }),
      node('a.new'),
      node('a.code', { sources: { 'models/a.ts': '2', 'lib/c.ts': '1' } }),
      node('a.much', { ttlMinutes: 30, dependsOn: ['a.new'], schedule: Daily(), description: 'short' }),
    ]
    const map = (nodes: readonly ReturnType<typeof node>[]) => new Map(nodes.map((one) => [one.name, one]))
    const stored = JSON.parse(JSON.stringify(before)) as typeof before
    const { added, removed, equal, changed } = compareTasks(map(stored), map(now))
    expect({ added, removed, equal }).toEqual({ added: ['a.new'], removed: ['a.gone'], equal: ['a.same'] })
    expect([...changed].map(([name, differences]) => `${name}: ${describeDifferences(differences)}`)).toEqual([
      'a.code: code (lib/b.ts, lib/c.ts, models/a.ts)',
      'a.much: options (ttlMinutes 60 → 30, description), dependency (+a.new, -a.same), schedule (every run → daily)',
    ])
  })
})
