/** The reference model of describe and summary: statistics of the columns that are numbers or text, as text. */
import type { Step } from '../../oracle/relations/program.ts'
import { castCell } from './cast.ts'
import { type Cell, compareCells, isRaised } from './cells.ts'
import { type ModelFrame, newId } from './frames.ts'
import { aggregateType, reduceCells } from './groups.ts'
import { isNumber, type Type } from './types.ts'

const DESCRIBED = ['count', 'mean', 'stddev', 'min', 'max'] as const
const AGGREGATES: Readonly<Record<string, string>> = { mean: 'avg' }

export function summarised(frame: ModelFrame, step: Step): ModelFrame {
  const described = step.op === 'describe'
  const statistics = described ? DESCRIBED : (step.names as readonly string[])
  const asked = described && step.names ? step.names : frame.columns.map(({ name }) => name)
  const shown = asked.flatMap((name) => {
    const at = frame.columns.findIndex((column) => column.name === name)
    const type = frame.columns[at]?.type as Type
    return isNumber(type) || type === 'string' ? [{ name, type, cells: frame.rows.map((row) => row[at] as Cell) }] : []
  })
  return {
    columns: [{ name: 'summary', type: '' }, ...shown].map(({ name, type }, at) => ({
      id: newId(),
      name,
      type: 'string',
      // A sum in another order has other last digits; a zero may have lost its sign.
      loose: at > 0 && (type === 'double' || statistics.some((one) => one === 'mean' || one === 'stddev')),
    })),
    rows: statistics.map((statistic) => [
      statistic,
      ...shown.map(({ type, cells }) => statisticOf(statistic, cells, type)),
    ]),
    places: statistics.map((_, at) => at),
  }
}

function statisticOf(statistic: string, cells: readonly Cell[], type: Type): Cell {
  const name = AGGREGATES[statistic] ?? statistic
  const counts = ['count', 'count_distinct', 'min', 'max'].includes(name)
  // Texts that read as numbers have a mean.
  const numbers = type === 'string' && !counts ? cells.map((cell) => castCell(cell, type, 'double', true)) : cells
  const of = type === 'string' && !counts ? 'double' : type
  if (statistic.endsWith('%'))
    return castCell(percentile(numbers, Number(statistic.slice(0, -1)) / 100), of, 'string', false)
  return castCell(reduceCells(name, numbers, of), aggregateType(name, of), 'string', false)
}

/** The smallest value that so large a share of the values does not exceed. */
function percentile(cells: readonly Cell[], share: number): Cell {
  const raised = cells.find(isRaised)
  if (raised) return raised
  const sorted = cells.filter((cell) => cell !== null).sort(compareCells)
  return sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? null
}
