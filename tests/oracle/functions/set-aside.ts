/** Values that an engine, or JavaScript, cannot hold: no deviation of ours, told apart from everything else. */
import { parseType, type SqlType } from '../../../src/plan/type.ts'
import type { EngineName } from '../engines.ts'
import { expressionsIn, type Json } from '../nodes.ts'
import type { Cells, FunctionCase } from './cases.ts'
import type { Unit } from './units.ts'

const SQLITE_DIGITS = 15
const significant = (digits: string): string => digits.replace(/[-.]/g, '').replace(/^0+/, '')

/** Why the value cannot be held; undefined where it can. */
export function unholdable(value: Json | undefined, type: string, engine: EngineName): string | undefined {
  return type === 'void' ? undefined : inType(value, parseType(type), engine)
}

function inType(value: Json | undefined, type: SqlType, engine: EngineName): string | undefined {
  if (value === null || value === undefined) return undefined
  switch (type.kind) {
    case 'float':
    case 'double':
      return value === 'NaN' && engine === 'sqlite' ? 'NaN on SQLite' : undefined
    case 'decimal':
      return engine === 'sqlite' && significant(String(value)).length > SQLITE_DIGITS
        ? 'decimals beyond 15 digits on SQLite'
        : undefined
    case 'string':
      return engine === 'postgres' && String(value).includes('\0') ? 'NUL in text on PostgreSQL' : undefined
    case 'date':
    case 'timestamp':
      return /^(?!0000)\d{4}-/.test(String(value)) ? undefined : 'dates outside 0001–9999'
    case 'array':
      return first(value as Cells, (one) => inType(one, type.element, engine))
    case 'map':
      return first(
        value as readonly Cells[],
        ([key, one]) => inType(key, type.key, engine) ?? inType(one, type.value, engine),
      )
    case 'struct':
      return first(type.fields, (field) => inType((value as Record<string, Json>)[field.name], field.type, engine))
    default:
      return undefined
  }
}

function first<T>(all: readonly T[], reason: (one: T) => string | undefined): string | undefined {
  for (const one of all) {
    const found = reason(one)
    if (found !== undefined) return found
  }
  return undefined
}

/** Why a unit's input, or a constant of the program, cannot be given to the engine. */
export function unaskable(one: FunctionCase, unit: Unit, engine: EngineName): string | undefined {
  const ofRow = (row: Cells) => first(one.columns, ([name, type]) => unholdable(row[columnAt(one, name)], type, engine))
  const constants = [...expressionsIn(one.expr)].flatMap((node) => ('lit' in node ? [node] : []))
  return first(unit.rows, ofRow) ?? first(constants, ({ lit, type }) => unholdable(lit, type, engine))
}

const columnAt = ({ columns }: FunctionCase, name: string): number => columns.findIndex(([one]) => one === name)
