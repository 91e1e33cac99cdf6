import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript-5.9/node_modules/typescript/lib/typescript.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const FOLDER = fileURLToPath(new URL('hover/', import.meta.url))
const TSC = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url))
const FILE = `${FOLDER}shown.ts`
const TEXT = readFileSync(FILE, 'utf8')
const LINES = TEXT.split('\n')

/** What the comments say, and where the marks point. Those of `^7` say only what TypeScript 7 shows otherwise. */
const marks = LINES.flatMap((line, index) => {
  const mark = /^ *\/\/ *\^([?|]) (.*)$/.exec(line)
  if (mark === null) return []
  const start = LINES.slice(0, index - 1).join('\n').length + 1
  return [
    {
      code: (LINES[index - 1] as string).trim(),
      position: start + line.indexOf('^'),
      says: mark[2] as string,
      offer: mark[1] === '|',
    },
  ]
})

const shown = marks.filter(({ offer }) => !offer)
const offered = marks.filter(({ offer }) => offer)
const otherwise = new Map(
  LINES.flatMap((line) => {
    const [, says = '', name = ''] = /^ *\/\/ *\^7 ((const \w+): .*)$/.exec(line) ?? []
    return says === '' ? [] : [[name, says] as const]
  }),
)

describe('hovers of TypeScript 5.9', () => {
  const service = languageService()

  test.each(shown)('$says', ({ position, says }) => {
    const info = service.getQuickInfoAtPosition(FILE, position)
    const what = ts.displayPartsToString(info?.displayParts).replace(/\s+/g, ' ')
    const meaning = ts.displayPartsToString(info?.documentation)
    expect(meaning === '' ? what : `${what} — ${meaning}`).toBe(says)
  })

  test.each(offered)('$code offers $says', ({ position, says }) => {
    const entries = service.getCompletionsAtPosition(FILE, position, {})?.entries ?? []
    // The editor sorts them itself.
    expect(entries.map(({ name }) => name).sort()).toEqual(says.split(', ').sort())
  })

  test('what is hovered over is right', () => {
    expect(service.getSemanticDiagnostics(FILE)).toEqual([])
  })
})

/** The newer compiler has no such service for programs: what it declares tells how it shows types. */
describe('declarations of TypeScript 7', () => {
  const folder = mkdtempSync(join(tmpdir(), 'declared-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  let declared: ReadonlyMap<string, string>

  beforeAll(() => {
    const options = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--outDir', folder]
    execFileSync(process.execPath, [TSC, '-p', FOLDER, ...options])
    const text = readFileSync(join(folder, 'shown.d.ts'), 'utf8').replace(/\s+/g, ' ')
    const found = [...text.matchAll(/const (\w+): (.*?);(?= export| *$)/g)]
    declared = new Map(
      found.map(([, name, type]) => [`const ${name}`, (type as string).replace(/import\("[^"]*"\)\./g, '')]),
    )
  })

  test.each(shown.filter(({ says }) => says.startsWith('const ')))('$says', ({ says }) => {
    const name = says.slice(0, says.indexOf(':'))
    expect(`${name}: ${declared.get(name)}`).toBe(otherwise.get(name) ?? says)
  })
})

/** What an editor asks, for the one file and all that it imports. */
function languageService(): ts.LanguageService {
  const read = ts.readConfigFile(`${FOLDER}tsconfig.json`, ts.sys.readFile)
  const { fileNames, options } = ts.parseJsonConfigFileContent(read.config, ts.sys, FOLDER)
  return ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => fileNames,
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const text = ts.sys.readFile(name)
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
    },
    getCurrentDirectory: () => FOLDER,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    realpath: ts.sys.realpath,
  })
}
