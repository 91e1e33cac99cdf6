/** Names of users in Graphviz's language. */

/** A quoted string. A line break would end the statement; a backslash at the end, the quotes. */
export function quote(text: string): string {
  return `"${text
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/[\r\n\0]+/g, ' ')}"`
}

/** Text inside a label. Graphviz reads \N and its kin even here, after entities: a backslash stands alone. */
export function html(text: string): string {
  return entities(text).replace(/\\/g, '<FONT>\\</FONT>')
}

/** Text inside a quoted string that is shown. */
export function plain(text: string): string {
  return entities(text).replace(/\\/g, '/')
}

function entities(text: string): string {
  return (
    text
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to write them
      .replace(/[\u0000-\u001f]+/g, ' ')
  )
}
