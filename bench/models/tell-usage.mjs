/** `node --import`: says at its end, as JSON on its own stream, what the process and its children have used. */
import { readFileSync, writeSync } from 'node:fs'

/** Of `/proc`: a hundredth of a second, whatever the machine. */
const TICK_MS = 10

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  const children = childrenOf(process.pid)
  const used = {
    cpuMs: (userCPUTime + systemCPUTime) / 1000 + children.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    memory: maxRSS * 1024,
    compilerMemory: children.reduce((most, { memory }) => Math.max(most, memory), 0),
  }
  writeSync(3, JSON.stringify(used))
})

/** The compiler is a process of its own, which nobody waits for: where there is no `/proc` it is not counted. */
function childrenOf(pid) {
  try {
    const ids = readFileSync(`/proc/self/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
    return ids.map((id) => {
      const fields = readFileSync(`/proc/${id}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      const peak = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]
      return { cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS, memory: Number(peak) * 1024 }
    })
  } catch {
    return []
  }
}
