/** A random program, made with its answer: each step is taken by the reference model as it is chosen. */
import type { ExpressionNode } from '../../oracle/nodes.ts'
import type { Program, Step, Table } from '../../oracle/relations/program.ts'
import { type Cell, fromJson, isList, isRaised } from '../model/cells.ts'
import { watchRaising } from '../model/evaluate.ts'
import { type ModelColumn, type ModelFrame, newId } from '../model/frames.ts'
import { Undecided } from '../model/groups.ts'
import { digitsOf, NotMet } from '../model/types.ts'
import { applyStep } from '../model/verbs.ts'
import { choices as makeChoices } from './choices.ts'
import { type Draft, tight, type Wanted } from './draft.ts'
import type { Source } from './expressions.ts'
import { VERBS } from './steps.ts'
import type { World } from './worlds.ts'

/** How a verb is chosen, and everything about it. */
export interface StepChoices {
  readonly verb: number
  readonly numbers: readonly number[]
}

/** A program's steps, and what they give; undefined where what raises decides which rows there are. */
export interface Made {
  /** Whether something raised on the way, be its value used or not. */
  readonly raised: boolean
  readonly program: Pick<Program, 'steps' | 'result'>
  readonly answer: ModelFrame | undefined
}

const MOST_ROWS = 250
const MOST_COLUMNS = 12
const MOST_DIGITS = 30
/** Names that must be quoted, and one that must be quoted with care. */
const NAMES = ['n', 'm', 'total sum', 'Übung', 'order', 'a"b', 'x.y', 'q?', '$1', "it's", 'ж']

/** The reference model's frame of an input table. */
export function tableFrame({ columns, rows }: Table): ModelFrame {
  const types = columns.map(([, type]) => type.replace('?', ''))
  return {
    columns: columns.map(([name], index) => ({ id: newId(), name, type: types[index] as string, loose: false })),
    rows: rows.map((row) => row.map((value, index) => fromJson(value, types[index] as string))),
    places: undefined,
  }
}

export function makeProgram(world: World, chosen: readonly StepChoices[]): Made {
  const { result, raised } = watchRaising(() => draftProgram(world, chosen))
  return { ...result, raised }
}

function draftProgram(world: World, chosen: readonly StepChoices[]): Omit<Made, 'raised'> {
  const frames = new Map(Object.entries(world).map(([name, table]) => [name, tableFrame(table)]))
  const steps: Step[] = Object.keys(world).map((name) => ({ as: name, op: 'table', name }) as Step)
  let current = Object.keys(world)[0] as string
  let undecided = false
  let lastName = 0
  for (const { verb, numbers } of chosen) {
    if (undecided) break
    const choices = makeChoices(numbers)
    const frameOf = (name: string) => frames.get(name) as ModelFrame
    const draft: Draft = {
      choices,
      get frame() {
        return frameOf(current)
      },
      get current() {
        return current
      },
      get source(): Source {
        return {
          choices,
          columns: tight(draft.frame),
          refer: (column) => refer(column, column.shared || !choices.once(6) ? [] : [...frames]),
        }
      },
      add(wanted) {
        if (undecided) return false
        const step = { as: `f${steps.length}`, in: current, ...wanted } as Step & Wanted
        try {
          const made = applyStep(step, frameOf)
          if (!acceptable(made)) return false
          frames.set(step.as, made)
        } catch (error) {
          if (error instanceof NotMet) return false
          if (!(error instanceof Undecided)) throw error
          undecided = true
        }
        steps.push(step)
        current = step.as
        return true
      },
      other: () => {
        const [name, frame] = choices.pick([...frames])
        return { name, frame }
      },
      goTo: (name) => {
        current = name
      },
      fresh: () => {
        lastName += 1
        const name = choices.pick(NAMES)
        const taken = steps.length > 0 && draft.frame.columns.some((column) => column.name === name)
        return taken ? `${name}${lastName}` : name
      },
    }
    if (draft.frame.columns.length > 0) VERBS[verb % VERBS.length]?.(draft)
  }
  const needed = reachable(steps, current)
  return { program: { steps: needed, result: current }, answer: undecided ? undefined : frames.get(current) }
}

/** A column by its name, or by an earlier frame that has it. */
function refer(column: ModelColumn, frames: readonly (readonly [string, ModelFrame])[]): ExpressionNode {
  for (const [of, frame] of frames) {
    const found = frame.columns.find(({ id }) => id === column.id)
    if (found) return { of, col: found.name }
  }
  return { col: column.name }
}

/** What every engine can call a column: PostgreSQL has 63 bytes, SQLite loses `true` and `false`. */
const isName = (name: string): boolean => name !== '' && Buffer.byteLength(name) <= 60 && !/^(true|false)$/i.test(name)

/** Small enough to be compared, and with names that every engine can tell apart. */
function acceptable({ columns, rows }: ModelFrame): boolean {
  const names = new Set(columns.map(({ name }) => name.toLowerCase()))
  return (
    rows.length <= MOST_ROWS &&
    columns.length <= MOST_COLUMNS &&
    columns.length > 0 &&
    names.size === columns.length &&
    columns.every(({ type, name }) => (digitsOf(type)?.precision ?? 0) <= MOST_DIGITS && isName(name))
  )
}

/** The steps that the last one needs. */
function reachable(steps: readonly Step[], result: string): readonly Step[] {
  const needed = new Set([result])
  const reversed = [...steps].reverse().filter((step) => {
    if (!needed.has(step.as)) return false
    for (const name of JSON.stringify(step).matchAll(/"(?:in|right|of)":"([^"]*)"/g)) needed.add(name[1] as string)
    return true
  })
  return reversed.reverse()
}

/** Whether a cell of the answer must raise, or is a number that JavaScript cannot hold. */
export const mustRaise = ({ rows }: ModelFrame): boolean => rows.some((row) => row.some(cannotBe))

const cannotBe = (cell: Cell): boolean =>
  isRaised(cell) ||
  (typeof cell === 'bigint' && !Number.isSafeInteger(Number(cell))) ||
  (isList(cell) && cell.items.some(cannotBe))

/** The same steps over other rows. */
export function replay(world: World, program: Made['program']): Made {
  const { result, raised } = watchRaising(() => {
    const frames = new Map<string, ModelFrame>()
    try {
      for (const step of program.steps) {
        const frameOf = (name: string) => frames.get(name) as ModelFrame
        frames.set(step.as, step.op === 'table' ? tableFrame(world[step.name] as Table) : applyStep(step, frameOf))
      }
    } catch (error) {
      if (!(error instanceof Undecided)) throw error
      return undefined
    }
    return frames.get(program.result)
  })
  return { program, answer: result, raised }
}
