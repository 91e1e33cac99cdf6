/** The reference model of functions of arrays. */
import { type Cell, compareCells, isRaised, keyOf, type List } from './cells.ts'
import type { Values } from './evaluate.ts'
import { met, strictly } from './operators.ts'
import type { Type } from './types.ts'

const listOf = (items: readonly Cell[]): Cell => items.find(isRaised) ?? { items }

/** Functions whose type follows from their arguments. */
export const LISTS: Readonly<Record<string, (args: readonly Values[]) => Values>> = {
  array: (args) => {
    const items = met(args)
    const [first] = items as readonly [Values]
    return {
      type: `array<${first.type}>`,
      cells: first.cells.map((_, row) => listOf(items.map(({ cells }) => cells[row] as Cell))),
      loose: args.some(({ loose }) => loose),
    }
  },
  // Only separators that mean themselves are asked for.
  split: (args) => strictly(args, 'array<string>', (text: string, by: string) => ({ items: text.split(by) })),
  sequence: (args) =>
    strictly(args, 'array<int>', (from: bigint, to: bigint) => {
      const step = from > to ? -1n : 1n
      const length = Number((to - from) * step) + 1
      return { items: Array.from({ length }, (_, at) => from + BigInt(at) * step) }
    }),
  sort_array: ([list]) =>
    changed(list, (items) =>
      [...items].sort((a, b) =>
        a === null || b === null ? Number(b === null) - Number(a === null) : compareCells(a, b),
      ),
    ),
  array_distinct: ([list]) =>
    changed(list, (items) => {
      const keys = items.map((one) => keyOf([one]))
      return items.filter((_, at) => keys.indexOf(keys[at] as string) === at)
    }),
  array_compact: ([list]) => changed(list, (items) => items.filter((one) => one !== null)),
}

const changed = (list: Values | undefined, change: (items: readonly Cell[]) => readonly Cell[]): Values =>
  strictly([list as Values], list?.type as Type, ({ items }: List) => ({ items: change(items) }))
