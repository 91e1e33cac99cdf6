/** dbt's command lines as Millrace's. */
import { RESOURCE_TYPES } from '../../../../src/dag/graph.ts'
import type { NameOf } from './program.ts'
import type { Build } from './recorded.ts'

/** A command line that several cases share, if they differ in what they select alone. */
export interface Command {
  readonly word: string
  /** `--fail-fast`, `--indirect-selection buildable` … */
  readonly flags: readonly string[]
  readonly select: readonly string[]
  readonly exclude: readonly string[]
  /** The first option that Millrace does not have. */
  readonly unknown: string | undefined
}

/** Other spellings. */
const ALIASES: Readonly<Record<string, string>> = {
  '-s': '--select',
  '-m': '--select',
  '--models': '--select',
  '--resource-types': '--resource-type',
  '--exclude-resource-types': '--exclude-resource-type',
  '-x': '--fail-fast',
  '-f': '--full-refresh',
}
const TAKING = ['--indirect-selection', '--resource-type', '--exclude-resource-type', '--select', '--exclude']
const SAME = ['--indirect-selection', '--resource-type', '--fail-fast', '--full-refresh', '--empty']

/** @param name the names of the case's nodes and tests in the project that it shares with others */
export function readCommand(line: string, { nodes, tests = [] }: Build, name: NameOf): Command {
  const [word = '', ...words] = line.split(/[\s=]+/)
  const names = new Set([...nodes, ...tests].map((one) => one.name))
  const ours = (selector: string): string =>
    selector.replace(/[\p{L}\p{N}_]+/gu, (part) => (names.has(part) ? name(part) : part))
  const command = { flags: [] as string[], select: [] as string[], exclude: [] as string[] }
  let unknown: string | undefined
  for (let at = 0; at < words.length; at += 1) {
    const option = ALIASES[words[at] ?? ''] ?? words[at] ?? ''
    const values: string[] = []
    while (TAKING.includes(option) && at + 1 < words.length && !words[at + 1]?.startsWith('-'))
      values.push(words[++at] as string)
    if (option === '--select') command.select.push(...values.map(ours))
    else if (option === '--exclude') command.exclude.push(...values.map(ours))
    else if (option === '--exclude-resource-type')
      command.flags.push('--resource-type', ...RESOURCE_TYPES.filter((type) => !values.includes(type)))
    else if (SAME.includes(option)) command.flags.push(option, ...values)
    else unknown ??= option
  }
  // dbt's `run` is about models alone.
  if (word === 'run' && nodes.some(({ type }) => type === 'seed' || type === 'snapshot'))
    command.flags.push('--resource-type', 'model')
  if (word !== 'retry') return { word, ...command, unknown }
  // What failed, and what did not come to its turn because of it.
  return { word: 'build', ...command, select: ['result:failed', 'result:skipped', 'result:cancelled'], unknown }
}

/** Commands with one key can be one: their cases have nothing in common. */
export function commandKey({ word, flags, select, exclude }: Command): string {
  return JSON.stringify([word, flags, select.length > 0, exclude.length > 0])
}

/** Whether a case's command must run alone: it ends the whole run, or what it selects is not there. */
export function isAlone({ flags, select }: Command, { nodes }: Build, name: NameOf): boolean {
  if (flags.includes('--fail-fast')) return true
  return select.some((one) => !one.startsWith('result:') && !nodes.some((node) => one.includes(name(node.name))))
}

export function argumentsOf(commands: readonly Command[]): readonly string[] {
  const { word, flags } = commands[0] as Command
  const select = [...new Set(commands.flatMap((one) => one.select))]
  const exclude = [...new Set(commands.flatMap((one) => one.exclude))]
  return [
    word,
    ...flags,
    ...(select.length > 0 ? ['--select', ...select] : []),
    ...(exclude.length > 0 ? ['--exclude', ...exclude] : []),
    // dbt's answers were given by one thread, and a run that fails fast tells them apart.
    '--threads',
    '1',
  ]
}
