import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { answerTo, isOurs, repository } from './readme/answers.ts'
import { type Block, blocksOf, steady, withTexts } from './readme/blocks.ts'
import { runTests } from './readme/run-tests.ts'

const file = join(repository, 'README.md')
const readme = readFileSync(file, 'utf8')
const blocks = blocksOf(readme)
/** With MILLRACE_README=write the answers of now are written into the file, and the tests pass. */
const writing = process.env.MILLRACE_README === 'write'
const texts = new Map<Block, string>()

test.each(blocks.map((block) => [block.line, block.language, block.what, block] as const))(
  'line %i: the block of %s %s is true',
  async (_line, _language, _what, block) => {
    const answer = await answerTo(block, blocks)
    texts.set(block, answer)
    if (!writing) expect(steady(block.text)).toBe(steady(answer))
  },
  60_000,
)

test('every model of the README passes the type checker', () => {
  const folder = join(repository, '.cache/tests')
  mkdirSync(folder, { recursive: true })
  const root = mkdtempSync(join(folder, 'readme-'))
  try {
    cpSync(join(repository, 'models'), join(root, 'models'), { recursive: true })
    const models = blocks.filter((block) => block.language === 'ts' && !isOurs(block))
    expect(models.length).toBeGreaterThan(2)
    for (const { what, text } of models) {
      mkdirSync(dirname(join(root, what)), { recursive: true })
      writeFileSync(join(root, what), text)
    }
    writeFileSync(join(root, 'tsconfig.json'), '{ "extends": "../../../tsconfig.json", "include": ["models"] }')
    const { status, stdout } = spawnSync(join(repository, 'node_modules/.bin/tsc'), ['-p', root], { encoding: 'utf8' })
    expect(stdout).toBe('')
    expect(status).toBe(0)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}, 60_000)

test('every test of the README passes', () => {
  const models = blocks.filter((block) => block.language === 'ts' && !isOurs(block))
  const tests = models.filter(({ what }) => what.endsWith('.test.ts'))
  const tested = tests.map(({ what }) => what.replace('.test', ''))
  const { passed, failures } = runTests(repository, [...tests, ...models.filter(({ what }) => tested.includes(what))])
  expect(failures).toEqual([])
  expect(passed).toBeGreaterThan(0)
}, 60_000)

test('what is written for readers names no file that is not there', () => {
  const docs = readdirSync(join(repository, 'docs')).map((name) => `docs/${name}`)
  const named = ['README.md', 'CONTRIBUTING.md', ...docs].flatMap((from) => {
    const text = readFileSync(join(repository, from), 'utf8')
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => join(dirname(from), path))
    // A reader's project has folders of these names, too.
    const ours = from === 'README.md' ? [] : text.matchAll(/`((?:bench|docs|src|tests)\/[\w./-]+)`/g)
    return [...links, ...[...ours].map(([, path = '']) => path)].map((path) => ({ from, path }))
  })
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter(({ path }) => !existsSync(join(repository, path)))).toEqual([])
})

afterAll(() => {
  if (writing) writeFileSync(file, withTexts(readme, texts))
})
