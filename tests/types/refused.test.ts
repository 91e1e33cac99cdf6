import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { COMPILERS, type Refusal, refusals } from './compilers.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** Programs of their own: what one declares for all of its files must not reach the others. */
const PROGRAMS = ['tests/types/refused', 'tests/types/refused/database']
const MARK = ' // ✗ '
/** Where the older compiler has other words, they follow. */
const OLDER = ' ✗ 5.9: '

interface Mistake {
  readonly file: string
  readonly line: number
  readonly code: string
  /** What must be said, by the name of the compiler. */
  readonly words: Readonly<Record<string, string>>
}

const mistakes = PROGRAMS.flatMap((folder) =>
  readdirSync(ROOT + folder)
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => mistakesIn(`${folder}/${name}`)),
)

function mistakesIn(file: string): readonly Mistake[] {
  return readFileSync(ROOT + file, 'utf8')
    .split('\n')
    .flatMap((text, index) => {
      const [code, comment] = text.split(MARK)
      if (comment === undefined) return []
      const [words = '', older = words] = comment.split(OLDER)
      return [
        {
          file,
          line: index + 1,
          code: (code as string).trim(),
          words: { 'TypeScript 7': words, 'TypeScript 5.9': older },
        },
      ]
    })
}

describe.each(COMPILERS)('$name', ({ name, check }) => {
  let said: readonly Refusal[]
  const at = (file: string, line: number) => said.filter((one) => one.file === file && one.line === line)

  beforeAll(async () => {
    said = []
    for (const folder of PROGRAMS) said = [...said, ...refusals(await check(`${ROOT}${folder}/tsconfig.json`))]
  }, 600_000)

  test.each(mistakes)('$code', ({ file, line, words }) => {
    expect(
      at(file, line)
        .map(({ text }) => text)
        .join('\n'),
    ).toContain(words[name])
  })

  test('nothing else is refused, here and in what must compile', () => {
    const expected = new Set(mistakes.map(({ file, line }) => `${file}:${line}`))
    expect(said.filter(({ file, line }) => !expected.has(`${file}:${line}`))).toEqual([])
  })
})
