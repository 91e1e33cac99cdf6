import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { type Project, startNode } from '../cli/project.ts'
import { exampleProject } from '../example/project.ts'
import type { Block } from './blocks.ts'
import { runTests } from './run-tests.ts'

export const repository = fileURLToPath(new URL('../..', import.meta.url))

/** Commands that set a checkout up; a fresh clone runs them for real. */
const SETUP = new Map([
  ['npm install', 'prepare'],
  ['npm test', 'test'],
])

/** True for a `ts` block that shows a file of the repository; the others are files for a reader to write. */
export const isOurs = (block: Block): boolean => block.language === 'ts' && existsSync(join(repository, block.what))

/** The example, with the models that the README has its reader write. */
function projectFor(blocks: readonly Block[], wanted: string): Project {
  const project = exampleProject()
  const model = blocks.find((block) => block.language === 'ts' && block.what === `models/${wanted}.ts`)
  if (model) project.write({ [model.what]: model.text })
  return project
}

/** What a block must show, from files and real runs. */
export async function answerTo(block: Block, blocks: readonly Block[]): Promise<string> {
  switch (block.language) {
    case 'ts':
      return isOurs(block) ? withoutHeading(readFileSync(join(repository, block.what), 'utf8')) : block.text
    case 'sql':
    case 'text': {
      const project = projectFor(blocks, block.what)
      const { code, stdout, stderr } = await project.run(['run', '--select', `+${block.what}`])
      expect(code, stderr).toBe(0)
      if (block.language === 'text') return linesOf(stdout, (line) => /^[+|]|^only showing/.test(line))
      const statement = await project.run(['sql', block.what])
      return linesOf(statement.stdout, (line) => line !== '' && !line.startsWith('--')).replace(/;$/, '')
    }
    case 'sh':
      return shell(block, blocks)
    case 'difference':
      return difference(block, blocks)
    default:
      throw new Error(`line ${block.line}: nothing is known of blocks of ${block.language}`)
  }
}

/** What the test of a model says once NULL is no longer taken for something else there. */
function difference({ what }: Block, blocks: readonly Block[]): string {
  const its = blocks.filter((block) => [`models/${what}.ts`, `models/${what}.test.ts`].includes(block.what))
  const { failures } = runTests(repository, its, (text) => text.replace(/coalesce\((\w+\.\w+), .+?\)\.as\(.+?\)/, '$1'))
  const [first = ''] = failures
  return linesOf(first.replace(/^RowsDiffer: /, ''), (line) => !/^\s+at /.test(line)).trimEnd()
}

/** Runs the commands behind `$ `, and shows what they print; without any `$ `, all lines are commands that must end well. */
async function shell(block: Block, blocks: readonly Block[]): Promise<string> {
  const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const project = projectFor(blocks, block.what)
  const shown = block.text.split('\n').filter((line) => line.startsWith('$ '))
  if (block.what === 'again') expect((await project.run(['run'])).code).toBe(0)
  if (shown.length === 0) {
    for (const command of block.text.split('\n')) {
      const script = SETUP.get(command)
      if (script !== undefined) expect(scripts, command).toHaveProperty(script)
      else expect(await output(project, command)).toContain('run state=success')
    }
    return block.text
  }
  const answers: string[] = []
  for (const line of shown) answers.push(line, (await output(project, line.slice(2))).trimEnd())
  return answers.join('\n')
}

/** Both streams of a command in the order in which it writes. */
async function output(project: Project, command: string): Promise<string> {
  const [, rest = ''] = /^node (app\.js .*)$/.exec(command) ?? []
  expect(rest, `${command}: a command of ours`).not.toBe('')
  const script = `process.exitCode = require('child_process').spawnSync(${JSON.stringify(`"$0" ${rest} 2>&1`)}.replace('$0', process.execPath), { shell: true, stdio: 'inherit' }).status`
  const piped = rest.includes('|')
  const { code, stdout, stderr } = await startNode(
    ['-e', piped ? script.replace(' 2>&1', '').replace(' | ', ' 2>/dev/null | ') : script],
    project.root,
  ).ended
  expect(code, stdout + stderr).toBe(0)
  return stdout
}

const linesOf = (text: string, shown: (line: string) => boolean): string => text.split('\n').filter(shown).join('\n')

/** A file without the comment that heads it, which the README says in its own text, and without words to the linter. */
function withoutHeading(text: string): string {
  return text
    .replace(/^\/\*\*[\s\S]*?\*\/\n/, '')
    .replace(/^\/\/ biome-ignore .*\n/gm, '')
    .trimEnd()
}
