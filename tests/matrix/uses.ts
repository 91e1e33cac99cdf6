/** What each passing test used of the public API, by engine: the support matrix is made of it. */
import { afterEach, beforeAll, beforeEach } from 'vitest'
import { ExpressionColumn } from '../../src/column/expression-column.ts'
import { relationOf, toDataFrame } from '../../src/frame/data-frame.ts'
import { GroupedPlan } from '../../src/frame/grouped-data.ts'
import { Session } from '../../src/index.ts'
import type { DialectName } from '../../src/plan/dialect-name.ts'
import type { Expression } from '../../src/plan/expression.ts'
import type { Relation } from '../../src/plan/relation.ts'

/** Names as rows of the matrix have them: `function upper`, `DataFrame.join`, `write append`. */
export interface Uses {
  readonly dialect: DialectName
  readonly names: readonly string[]
}

declare module 'vitest' {
  interface TaskMeta {
    uses?: Uses
  }
}

/** What was called since the last action, and what an action has shown to work. */
let called = new Set<string>()
let proved = new Set<string>()

/** Verbs that give something else than a frame or a promise, and yet have compiled the plan. */
const COMPILING = new Set(['toSQL', 'toKnex'])

/** Says that something beside the methods below was used, in a test that passes. */
export function uses(name: string): void {
  proved.add(name)
}

function prove(frame: unknown): void {
  for (const name of called) proved.add(name)
  called = new Set()
  functionsIn(relationOf(frame), proved)
}

/** Names of the functions that a plan calls, at any depth. */
export function functionsIn(value: unknown, found: Set<string>, seen = new Set<unknown>()): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return
  seen.add(value)
  if (value instanceof Map) {
    for (const one of value.values()) functionsIn(one, found, seen)
    return
  }
  const name = functionOf(value as Relation | Expression)
  if (name !== undefined) found.add(`function ${name}`)
  // Rows of constants hold no functions, and can be many.
  if ('kind' in value && value.kind === 'values') return
  for (const one of Object.values(value)) functionsIn(one, found, seen)
}

/** The function that makes such a node. */
function functionOf(node: Relation | Expression): string | undefined {
  switch (node.kind) {
    case 'call':
      return node.fn
    case 'case':
      return 'when'
    case 'literal':
      return 'lit'
    case 'name':
      return 'col'
    case 'generated': {
      const { generator, part } = node
      if (generator.kind === 'stack') return 'stack'
      return `${part === 'position' ? 'posexplode' : 'explode'}${generator.outer ? 'Outer' : ''}`
    }
    default:
      return undefined
  }
}

type Method = (this: unknown, ...args: unknown[]) => unknown

/** What every object has, and what says something of it without a database. */
const NO_ROWS = new Set(['constructor', 'toString', 'name'])

/** The methods of a class as the matrix lists them. */
export function methodsOf(prototype: object): readonly string[] {
  return Object.entries(Object.getOwnPropertyDescriptors(prototype))
    .map(([name]) => name)
    .filter((name) => !NO_ROWS.has(name))
}

const actions = { collect: () => undefined } as never
const framePrototype: object = Object.getPrototypeOf(
  toDataFrame({ kind: 'range', start: 0n, step: 1n, count: 0n }, actions),
)

/** The classes whose methods are rows of the matrix. */
export const classes = {
  DataFrame: framePrototype,
  GroupedData: GroupedPlan.prototype,
  Column: ExpressionColumn.prototype,
  Session: Session.prototype,
} as const

/** Replaces the methods of a class by ones that note their calls. @returns what puts the methods back */
function watch(className: string, prototype: object): () => void {
  const unwatched = Object.getOwnPropertyDescriptors(prototype)
  for (const [name, descriptor] of Object.entries(unwatched)) {
    const { value: method, get } = descriptor
    if (name === 'constructor') continue
    if (get) {
      const watched = function (this: unknown) {
        called.add(`${className}.${name}`)
        return get.call(this)
      }
      Object.defineProperty(prototype, name, { ...descriptor, get: watched })
    } else if (typeof method === 'function') {
      Object.defineProperty(prototype, name, { ...descriptor, value: watchedMethod(className, name, method) })
    }
  }
  return () => void Object.defineProperties(prototype, unwatched)
}

/** A promise that is kept, or compiled SQL, shows that what was called up to it works. */
function watchedMethod(className: string, name: string, method: Method): Method {
  return function (...args) {
    called.add(`${className}.${name}`)
    const compiles = className === 'DataFrame' && COMPILING.has(name)
    try {
      const answer = method.apply(this, args)
      if (answer instanceof Promise) answer.then(() => prove(this), forget)
      else if (compiles) prove(this)
      return answer
    } catch (error) {
      if (compiles) forget()
      throw error
    }
  }
}

/** What was asked for in vain proves nothing. */
function forget(): void {
  called = new Set()
}

/** Notes what the tests of the suite in which it is called use on an engine. */
export function noteUses(dialect: DialectName): void {
  // The classes are those of all files that this process tests.
  beforeAll(() => {
    const backs = Object.entries(classes).map(([name, prototype]) => watch(name, prototype))
    return () => {
      for (const back of backs) back()
    }
  })
  beforeEach(() => {
    called = new Set()
    proved = new Set()
  })
  afterEach(({ task }) => {
    task.meta.uses = { dialect, names: [...proved] }
  })
}
