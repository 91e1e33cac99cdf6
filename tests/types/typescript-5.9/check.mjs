/**
 * `node check.mjs <tsconfig.json>`: what TypeScript 5.9 says of a project's own files, in the words and the format of
 * `tsc --pretty false`. Files that they import are read, and not checked: that is most of the time of `tsc` itself.
 */
import { fileURLToPath } from 'node:url'
import ts from 'typescript-5.9/node_modules/typescript/lib/typescript.js'

const root = fileURLToPath(new URL('../../../', import.meta.url))

const stop = (diagnostic) => {
  throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'))
}
const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: stop }
const config = ts.getParsedCommandLineOfConfigFile(process.argv[2], { noEmit: true }, host)
for (const error of config.errors) stop(error)
const program = ts.createProgram(config.fileNames, config.options)
const found = [
  ...program.getOptionsDiagnostics(),
  ...config.fileNames.flatMap((name) => {
    const file = program.getSourceFile(name)
    return [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
      ...(config.options.declaration ? program.getDeclarationDiagnostics(file) : []),
    ]
  }),
]
process.stdout.write(
  ts.formatDiagnostics(found, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => root,
    getNewLine: () => '\n',
  }),
)
