import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { COMPILERS, type Refusal, refusals } from './compilers.ts'

const FOLDER = fileURLToPath(new URL('mistakes/', import.meta.url))

/** What was meant, as the comment above it says, and the code. */
interface Mistake {
  readonly what: string
  readonly line: number
  readonly code: string
}

const lines = readFileSync(`${FOLDER}commonest.ts`, 'utf8').split('\n')
const mistakes = lines.flatMap((text, index): Mistake[] => {
  const what = /^ *\/\/ (.*)$/.exec(text)?.[1]
  return what === undefined
    ? []
    : [{ what, line: index + 2, code: (lines[index + 1] as string).trim().replace(/,$/, '') }]
})

const said = new Map<string, readonly Refusal[]>()
const messages = (compiler: string, line: number): string =>
  (said.get(compiler) ?? [])
    .filter((one) => one.line === line)
    .map(({ text }) => text)
    .join('\n')

beforeAll(async () => {
  for (const { name, check } of COMPILERS) said.set(name, refusals(await check(`${FOLDER}tsconfig.json`)))
}, 300_000)

test.each(COMPILERS)('$name refuses each of them, and nothing else', ({ name }) => {
  expect(new Set(said.get(name)?.map(({ line }) => line))).toEqual(new Set(mistakes.map(({ line }) => line)))
})

test('what it says of them', async () => {
  const sections = mistakes.map(({ what, line, code }) => {
    const texts = COMPILERS.map(({ name }) => ({ name, text: messages(name, line) }))
    const same = new Set(texts.map(({ text }) => text)).size === 1
    const blocks = same ? [block(texts[0]?.text)] : texts.map(({ name, text }) => `${name}:\n\n${block(text)}`)
    return [`## ${what}`, `\`\`\`ts\n${code}\n\`\`\``, ...blocks].join('\n\n')
  })
  const title = '# What the checker says of the commonest mistakes'
  await expect(`${[title, ...sections].join('\n\n')}\n`).toMatchFileSnapshot('mistakes.md')
})

const block = (text: string | undefined): string => `\`\`\`text\n${text}\n\`\`\``
