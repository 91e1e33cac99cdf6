/** A code block of a Markdown file: ```language what. */
export interface Block {
  readonly language: string
  /** What follows the language: a path, or what the block shows. */
  readonly what: string
  readonly text: string
  /** Line of its first line of text, from 1. */
  readonly line: number
}

/** All code blocks, in order. @throws Error for a block that nobody ends. */
export function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = []
  const lines = markdown.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const opened = /^```(\w+)(?: (.+))?$/.exec(lines[at] ?? '')
    if (!opened) continue
    const end = lines.indexOf('```', at + 1)
    if (end < 0) throw new Error(`the block of line ${at + 1} has no end`)
    const [, language = '', what = ''] = opened
    blocks.push({ language, what, text: lines.slice(at + 1, end).join('\n'), line: at + 2 })
    at = end
  }
  return blocks
}

/** The file with other texts in its blocks. */
export function withTexts(markdown: string, texts: ReadonlyMap<Block, string>): string {
  const lines = markdown.split('\n')
  for (const [block, text] of [...texts].reverse()) {
    const length = block.text === '' && lines[block.line - 1] === '```' ? 0 : block.text.split('\n').length
    lines.splice(block.line - 1, length, ...text.split('\n'))
  }
  return lines.join('\n')
}

/** What differs from run to run and from machine to machine: times, ids, durations, the number of cores. */
export function steady(text: string): string {
  return text
    .replace(/\d{8}T\d{6}Z-\w+/g, 'ID')
    .replace(/\d\d:\d\d:\d\d/g, 'TIME')
    .replace(/\d{4}-\d\d-\d\d/g, 'DATE')
    .replace(/ +[\d.]+ s\b/g, ' N s')
    .replace(/seconds=[\d.]+/g, 'seconds=N')
    .replace(/\d+ min left/g, 'N min left')
    .replace(/\d+ at once/g, 'N at once')
    .replace(/ +$/gm, '')
}
