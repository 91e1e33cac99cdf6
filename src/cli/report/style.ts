import type { WriteStream } from 'node:tty'
import pc from 'picocolors'

export type Style = ReturnType<typeof pc.createColors>

/** Colours for a stream: none in a pipe, under NO_COLOR or on a dumb terminal; always under FORCE_COLOR. */
export function styleFor(stream: { readonly isTTY?: boolean }): Style {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  if (NO_COLOR) return pc.createColors(false)
  return pc.createColors(Boolean(FORCE_COLOR && FORCE_COLOR !== '0') || (stream.isTTY === true && TERM !== 'dumb'))
}

/** True where lines may be drawn over: a terminal that is not a build server's. */
export function isLive(stream: WriteStream | NodeJS.WriteStream): boolean {
  return stream.isTTY && !process.env.CI && process.env.TERM !== 'dumb'
}

/** Text without what would move the cursor or ring the bell. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '·')
}
