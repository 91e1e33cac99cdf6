import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript-5.9/node_modules/typescript/lib/typescript.js'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const inFolder = (folder: string): readonly string[] =>
  readdirSync(ROOT + folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`)

/** Ways around the checker: `any`, casts other than `as const`, `!`, and comments that silence it. */
function waysAround(name: string, text: string): readonly string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
  const found: string[] = [...text.matchAll(/@ts-(?:ignore|expect-error|nocheck)/g)].map(([comment]) => comment)
  const visit = (node: ts.Node): void => {
    const cast = ts.isAsExpression(node) && !ts.isConstTypeReference(node.type)
    const around = cast || ts.isTypeAssertionExpression(node) || ts.isNonNullExpression(node)
    if (around || node.kind === ts.SyntaxKind.AnyKeyword) found.push(node.getText(file))
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

test.each(['app.ts', ...inFolder('models'), ...inFolder('connections')])(
  '%s goes no way around the checker',
  (name) => {
    expect(waysAround(name, readFileSync(ROOT + name, 'utf8'))).toEqual([])
  },
)

test('such ways are seen', () => {
  const text = 'const a = b as number\nconst c: any = d!\nconst e = [1] as const\n// @ts-ignore\nconst f = <string>g'
  expect(waysAround('x.ts', text)).toEqual(['@ts-ignore', 'b as number', 'any', 'd!', '<string>g'])
})
