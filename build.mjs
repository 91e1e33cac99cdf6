/**
 * Makes dist/: what packages and commands import, bundled. Node reads a file for each module, in each process and each
 * thread of a run; hundreds of small ones took most of a command's start. Declarations are the compiler's, file by file.
 *
 * `node build.mjs FOLDER FILE…` makes the dist/ of another folder, where further files share the library's modules.
 */
import { readFileSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

const [folder = '.', ...further] = process.argv.slice(2)
const { exports, bin } = JSON.parse(readFileSync('package.json', 'utf8'))
const offered = [bin.millrace, ...Object.values(exports).flatMap((entry) => entry.default ?? [])]

/** What is started or imported by its place: `inDist` of src/errors/package-root.ts. */
const BY_PLACE = ['runner/slot/main', 'engine/duckdb/hosted']

/** What tests of single rooms import in processes of their own. */
const BY_TESTS = [
  'cli/report/reporter',
  'dag/define-task',
  'dag/levels',
  'dag/schedule',
  'engine/write-gate',
  'errors/index',
  'loader/index',
  'runner/handover',
  'runner/run',
  'state/open',
]

const entries = [
  ...offered.map((file) => file.replace(/^\.\/dist\/(.*)\.js$/, 'src/$1.ts')),
  ...[...BY_PLACE, ...BY_TESTS].map((file) => `src/${file}.ts`),
  ...further,
]
const outdir = `${folder}/dist`
rmSync(outdir, { recursive: true, force: true })
await build({
  entryPoints: entries.map((file) => ({ in: file, out: file.replace(/^src\/|\.ts$/g, '') })),
  outdir,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  sourcesContent: false,
  // Errors are called by their classes' names.
  keepNames: true,
  logLevel: 'warning',
})
