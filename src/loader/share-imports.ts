const IMPORT = /^import \{([^{}"]*)\} from "(millrace(?:\/[\w/-]+)?)";$/gm

/**
 * Lets the files of a bundle share their imports of Millrace, of which each has a statement of its own. V8 looks for an
 * imported name among all that a module imports, one by one, whenever it compiles a function: thousands of files would
 * take a time that grows with their square. Variables it finds at once.
 *
 * Only imports of Millrace itself, whose exports never change. No line moves.
 *
 * @param code as the compiler prints it, where no text goes over several lines
 * @example // import { Model as Model2, ref as ref2 } from "millrace";
 * // becomes var Model2 = shared0_Model, ref2 = shared0_ref; with one import at the end
 */
export function shareImports(code: string): string {
  let prefix = 'shared'
  while (code.includes(prefix)) prefix += '_'
  const packages: string[] = []
  const names = new Map<string, string>()
  const text = code.replace(IMPORT, (statement: string, clause: string, from: string) => {
    if (!packages.includes(from)) packages.push(from)
    const variables = clause.split(',').map((part) => {
      const [imported = '', local = imported] = part.trim().split(' as ')
      const shared = `${prefix}${packages.indexOf(from)}_${imported}`
      names.set(shared, `import { ${imported} as ${shared} } from "${from}";\n`)
      return `${local} = ${shared}`
    })
    return `var ${variables.join(', ')};${'\n'.repeat(statement.split('\n').length - 1)}`
  })
  const map = text.lastIndexOf('//# sourceMappingURL=')
  const end = map < 0 ? text.length : map
  return text.slice(0, end) + [...names.values()].join('') + text.slice(end)
}
