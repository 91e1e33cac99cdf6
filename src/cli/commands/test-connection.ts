import { chooseConnection, loadConnection, type Project } from '../project.ts'

/** `test-connection`: says what answered. @throws ConnectionFailed (exit code 3) if nothing did. */
export async function testConnectionCommand(project: Project, given: string | undefined): Promise<void> {
  const name = chooseConnection(project, given)
  const { engine, schema } = await loadConnection(project, name)
  try {
    const { engine: product, version, database, user } = await engine.describe()
    const parts = [`${product} ${version}`, `database ${database}`]
    if (user !== undefined) parts.push(`user ${user}`)
    if (schema !== undefined) parts.push(`schema ${schema}`)
    process.stdout.write(`${name}: ${parts.join(', ')}\n`)
  } finally {
    await engine.close()
  }
}
