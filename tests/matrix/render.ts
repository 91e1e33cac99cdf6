/** The support matrix as Markdown, and what keeps it from being written. */
import { dialectNames, dialectOf } from '../../src/dialect/index.ts'
import type { DialectName } from '../../src/plan/dialect-name.ts'
import { deviations as functionDeviations } from '../oracle/functions/deviations.ts'
import { deviations as relationDeviations } from '../oracle/relations/deviations.ts'
import type { FunctionRow } from './rows.ts'
import { classes, methodsOf } from './uses.ts'
import { hasEngine, type Used, type Verdict, verdictOf } from './verdicts.ts'

const engineTitle = (name: DialectName): string => dialectOf(name).title
const WRITE_MODES = ['error', 'ignore', 'append', 'overwrite', 'merge', 'deleteInsert', 'replaceWhere'] as const

/** Notes of what a cell cannot say, each told once. */
class Notes {
  readonly #numbers = new Map<string, number>()

  /** The mark of a note. */
  mark(text: string): string {
    const number = this.#numbers.get(text) ?? this.#numbers.size + 1
    this.#numbers.set(text, number)
    return `<sup>${number}</sup>`
  }
  get lines(): readonly string[] {
    return [...this.#numbers].map(([text, number]) => `${number}. ${text}`)
  }
}

export interface Matrix {
  readonly markdown: string
  /** What is claimed and shown by no passing test. */
  readonly unproved: readonly string[]
}

export function renderMatrix(rows: readonly FunctionRow[], used: Used): Matrix {
  const notes = new Notes()
  const unproved: string[] = []
  const families = [...new Set(rows.map(({ family }) => family))]
  const functionTables = families.flatMap((family) => [
    `### ${titleOf(family)}`,
    '',
    ...table(
      'Function',
      rows
        .filter((row) => row.family === family)
        .map((row) => [
          nameOf(row),
          ...dialectNames.map((dialect) => functionCell(row, dialect, used, notes, unproved)),
        ]),
    ),
  ])
  const methodTables = Object.entries(classes).flatMap(([name, prototype]) => [
    `### ${name}`,
    '',
    ...table(
      'Method',
      methodsOf(prototype).map((method) => [
        `\`${method}\``,
        ...dialectNames.map((dialect) => methodCell(`${name}.${method}`, dialect, used, unproved)),
      ]),
    ),
  ])
  const modes = table(
    'Mode',
    WRITE_MODES.map((mode) => [
      `\`${mode}\``,
      ...dialectNames.map((dialect) => methodCell(`write ${mode}`, dialect, used, unproved)),
    ]),
  )
  const markdown = [
    '# Support matrix',
    '',
    'Written by `npm run docs:matrix` from the tests: a tick stands only where a test that uses the function or method has',
    'passed on that engine. The answers are those of Apache Spark 4.1, wherever no note says otherwise.',
    '',
    '- ✓ the same rows as Spark',
    '- † deviates from Spark in what the note says',
    '- ◐ refused for some types, with `UnsupportedOnDialect` before any SQL; ✓ for the others',
    '- ○ compiled: the statement is among the snapshots of the tests, and no server has run it',
    '- – not supported: `UnsupportedOnDialect` before any SQL',
    '',
    '## Functions',
    '',
    ...counts(rows, used),
    '',
    ...functionTables,
    '## Frames, columns, sessions',
    '',
    'SQL Server is compiled alone: what asks a database has no mark there.',
    '',
    ...methodTables,
    '## Write modes',
    '',
    ...modes,
    '## Notes',
    '',
    ...notes.lines,
    '',
    '## Deviations of all functions',
    '',
    ...functionDeviations.filter(({ functions }) => functions === '*').map(deviationLine),
    '',
    '## Deviations of frames',
    '',
    ...relationDeviations.map(deviationLine),
    '',
  ].join('\n')
  return { markdown, unproved }
}

const deviationLine = (rule: { readonly name: string; readonly reason: string }): string => `- ${told(rule)}`

/** A rule with its reason; where that is written is for the tests to know. */
const told = ({ name, reason }: { readonly name: string; readonly reason: string }): string =>
  `${name}: ${reason.replaceAll(/§[\d.]+(, set aside)?: /g, '')}`

const nameOf = ({ name, aliases }: FunctionRow): string => [name, ...aliases].map((one) => `\`${one}\``).join(', ')

const titleOf = (family: string): string => (family[0] as string).toUpperCase() + family.slice(1).replaceAll('-', ' ')

function functionCell(row: FunctionRow, dialect: DialectName, used: Used, notes: Notes, unproved: string[]): string {
  const verdict = verdictOf(row, dialect, used)
  if (verdict.spelled === 'none') return '–'
  if (!verdict.proved) unproved.push(`${row.name} on ${engineTitle(dialect)}`)
  const marks = notesOf(verdict).map((text) => notes.mark(text))
  return [symbolOf(verdict, dialect), ...marks].join(' ')
}

function symbolOf(verdict: Verdict, dialect: DialectName): string {
  if (verdict.spelled === 'some') return '◐'
  if (dialect === 'mssql') return '○'
  return verdict.deviations.length > 0 ? '†' : '✓'
}

function notesOf({ deviations, refusals }: Verdict): readonly string[] {
  return [...deviations.map(told), ...refusals]
}

function methodCell(name: string, dialect: DialectName, used: Used, unproved: string[]): string {
  if (used[dialect].has(name)) return dialect === 'mssql' ? '○' : '✓'
  if (hasEngine(dialect)) unproved.push(`${name} on ${engineTitle(dialect)}`)
  return ''
}

function counts(rows: readonly FunctionRow[], used: Used): readonly string[] {
  const names = (dialect: DialectName, wanted: (verdict: Verdict) => boolean): number =>
    rows
      .filter((row) => wanted(verdictOf(row, dialect, used)))
      .reduce((sum, { aliases }) => sum + 1 + aliases.length, 0)
  const all = rows.reduce((sum, { aliases }) => sum + 1 + aliases.length, 0)
  const told = dialectNames.map(
    (dialect) => `${engineTitle(dialect)} ${names(dialect, ({ spelled }) => spelled !== 'none')}`,
  )
  return [`${all} names, aliases counted. Supported: ${told.join(', ')}.`]
}

function table(first: string, rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const heading = [first, ...dialectNames.map((dialect) => engineTitle(dialect))]
  return [line(heading), line(heading.map(() => '---')), ...rows.map(line), '']
}
