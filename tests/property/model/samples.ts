/** The reference model of samples: a row's fraction follows from a digest of its values, apart from any engine. */
import { createHash } from 'node:crypto'
import type { Step } from '../../oracle/relations/program.ts'
import { castCell } from './cast.ts'
import { type Cell, isRaised } from './cells.ts'
import { chosen, type ModelFrame } from './frames.ts'
import { Undecided } from './groups.ts'

/** 52 bits of a digest of the seed, the row's number among equal rows, and its values as text. */
function fractionOf(seed: number, number: number, text: string): number {
  const digest = createHash('md5').update(`${seed} ${number} ${text}`).digest('hex')
  return Number(BigInt(`0x${digest.slice(0, 13)}`)) / 2 ** 52
}

export function sampled(frame: ModelFrame, { n: share, seed = 0 }: Step): ModelFrame {
  if (frame.rows.some((row) => row.some(isRaised))) throw new Undecided('a value raises')
  const textOf = (row: readonly Cell[]): string =>
    row
      // Negative zero is zero: not every engine keeps its sign.
      .map((cell) => (cell === 0 ? 0 : cell))
      .map((cell, index) => castCell(cell, frame.columns[index]?.type ?? 'string', 'string', false))
      .map((text) => (text === null ? '-' : `${[...String(text)].length}:${String(text)}`))
      .join('')
  const seen = new Map<string, number>()
  const rows = frame.rows.flatMap((row, index) => {
    const text = textOf(row)
    const number = (seen.get(text) ?? 0) + 1
    seen.set(text, number)
    return fractionOf(seed, number, text) < share ? [index] : []
  })
  return chosen(frame, rows)
}
