/** What a snapshot is, in memory: the rules once more, in plain words, for the SQL to be judged by. */

export type Cell = string | number | boolean | null
export type Row = Readonly<Record<string, Cell>>

export interface Rules {
  readonly key: readonly string[]
  readonly strategy: 'timestamp' | 'check'
  /** The column that says when a row became what it is; undefined: the run does. */
  readonly updatedAt?: string | undefined
  readonly checked: readonly string[] | 'all'
  readonly hardDeletes: 'ignore' | 'invalidate' | 'newRecord'
}

/** The rows of a source, and its columns with their types. */
export interface Source {
  readonly columns: readonly (readonly [name: string, type: string])[]
  readonly rows: readonly Row[]
}

/** What a key's row was from a time up to but without another. Times are texts that sort as they follow each other. */
export interface Version {
  readonly row: Row
  readonly updatedAt: string
  readonly from: string
  readonly to: string | null
  readonly deleted: boolean
}

export interface History {
  readonly columns: Source['columns']
  readonly versions: readonly Version[]
}

/** Why a source is refused. The history stays what it was. */
export type Refusal = 'no column' | 'type changed' | 'NULL key' | 'NULL time' | 'key twice'

export interface Outcome {
  readonly history: History | undefined
  readonly refusal?: Refusal | undefined
  /** Whether a version began later than its row says, so that it follows on what was before. */
  readonly pushed: { readonly return: boolean; readonly change: boolean; readonly deletion: boolean }
}

/** Each of these holds the values of those before it. */
const WIDER = ['byte', 'short', 'int', 'long', 'float', 'double']

/** @param now in the form of the times of the rows */
export function takeModel(history: History | undefined, source: Source, rules: Rules, now: string): Outcome {
  const pushed = { return: false, change: false, deletion: false }
  const refusal = refuse(history, source, rules)
  if (refusal !== undefined) return { history, refusal, pushed }

  const timeOf = (row: Row): string => (rules.updatedAt === undefined ? now : String(row[rules.updatedAt]))
  const keyOf = (row: Row): string => JSON.stringify(rules.key.map((name) => row[name]))
  const known = new Set((history?.columns ?? []).map(([name]) => name))
  const added = history === undefined ? [] : source.columns.filter(([name]) => !known.has(name))
  const arrivals = new Map(source.rows.map((row) => [keyOf(row), row]))
  const checked = rules.checked === 'all' ? source.columns.map(([name]) => name) : rules.checked
  const isChanged = (open: Version, row: Row): boolean => {
    if (open.deleted) return true
    if (rules.strategy === 'timestamp') return timeOf(row) > open.from
    return checked.some((name) => added.some(([one]) => one === name) || (open.row[name] ?? null) !== row[name])
  }

  const versions: Version[] = []
  const ends = new Map<string, string>()
  const stillOpen = new Set<string>()
  for (const version of history?.versions ?? []) {
    const key = keyOf(version.row)
    const arrival = arrivals.get(key)
    if (version.to !== null) {
      versions.push(version)
      ends.set(key, latest(ends.get(key), version.to))
      continue
    }
    if (arrival === undefined) {
      if (rules.hardDeletes === 'ignore' || version.deleted) {
        versions.push(version)
        continue
      }
      const at = latest(version.from, now)
      if (at !== now) pushed.deletion = true
      versions.push({ ...version, to: at })
      if (rules.hardDeletes === 'newRecord')
        versions.push({ row: version.row, updatedAt: now, from: at, to: null, deleted: true })
      continue
    }
    stillOpen.add(key)
    if (!isChanged(version, arrival)) {
      versions.push(version)
      continue
    }
    const at = latest(version.from, timeOf(arrival))
    if (at !== timeOf(arrival)) pushed[version.deleted ? 'return' : 'change'] = true
    versions.push({ ...version, to: at })
    versions.push({ row: arrival, updatedAt: timeOf(arrival), from: at, to: null, deleted: false })
  }
  for (const [key, row] of arrivals) {
    if (stillOpen.has(key)) continue
    const from = latest(ends.get(key), timeOf(row))
    if (from !== timeOf(row)) pushed.return = true
    versions.push({ row, updatedAt: timeOf(row), from, to: null, deleted: false })
  }
  return { history: { columns: [...(history?.columns ?? source.columns), ...added], versions }, pushed }
}

const latest = (a: string | undefined, b: string): string => (a !== undefined && a > b ? a : b)

function refuse(history: History | undefined, source: Source, rules: Rules): Refusal | undefined {
  const names = source.columns.map(([name]) => name)
  const needed = [...rules.key, ...(rules.checked === 'all' ? [] : rules.checked), rules.updatedAt]
  if (needed.some((name) => name !== undefined && !names.includes(name))) return 'no column'
  for (const [name, type] of history?.columns ?? []) {
    const now = source.columns.find(([one]) => one === name)?.[1] ?? type
    if (now !== type && !(WIDER.indexOf(now) >= 0 && WIDER.indexOf(now) < WIDER.indexOf(type))) return 'type changed'
  }
  if (source.rows.some((row) => rules.key.some((name) => row[name] === null))) return 'NULL key'
  const { updatedAt } = rules
  if (updatedAt !== undefined && source.rows.some((row) => row[updatedAt] === null)) return 'NULL time'
  const keys = source.rows.map((row) => JSON.stringify(rules.key.map((name) => row[name])))
  return new Set(keys).size < keys.length ? 'key twice' : undefined
}
