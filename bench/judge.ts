/** Prints a figure, and whether it is above its limit: then the process ends with 1. */
export function judge(what: string, good: boolean): void {
  console.log(`${what}${good ? '' : '   TOO MUCH'}`)
  if (!good) process.exitCode = 1
}
