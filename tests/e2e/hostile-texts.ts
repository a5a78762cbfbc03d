import Database from 'better-sqlite3'
import path from 'node:path'

/** Texts that a page may take for markup, script, style, a template or a pattern. Each would set `hit` or load `x`. */
export const payloads: readonly string[] = [
  '<img src=x onerror=hit=1>',
  '<IMG SRC=x ONERROR=hit=1>',
  '<img/src=x/onerror=hit=1>',
  '"><img src=x onerror=hit=1>',
  `'><img src=x onerror=hit=1>`,
  '<script>hit=1</script>',
  '</script><script>hit=1</script>',
  '<ScRiPt src=x></ScRiPt>',
  '<svg onload=hit=1>',
  '<svg><script>hit=1</script></svg>',
  '<svg><animate onbegin=hit=1 attributeName=x>',
  '<math><mi//xlink:href="javascript:hit=1">',
  '<iframe src=javascript:hit=1>',
  '<iframe srcdoc="<script>parent.hit=1</script>">',
  '<object data=javascript:hit=1>',
  '<embed src=javascript:hit=1>',
  '<body onload=hit=1>',
  '<input autofocus onfocus=hit=1>',
  '<select autofocus onfocus=hit=1>',
  '<textarea autofocus onfocus=hit=1>',
  '<details open ontoggle=hit=1>',
  '<video><source onerror=hit=1></video>',
  '<audio src=x onerror=hit=1>',
  '<marquee onstart=hit=1>',
  '<a href=javascript:hit=1>x</a>',
  '<a href="data:text/html,<script>hit=1</script>">x</a>',
  '<form action=javascript:hit=1><button>x</button></form>',
  '<meta http-equiv=refresh content="0;url=javascript:hit=1">',
  '<link rel=stylesheet href=x>',
  '<style>@import "x";*{display:none}</style>',
  '<div style="background:url(x)">',
  '<table background=x>',
  '<base href=//x/>',
  '<template><img src=x onerror=hit=1></template>',
  '<!--<img src=x onerror=hit=1>-->',
  '<![CDATA[<img src=x onerror=hit=1>]]>',
  '&lt;img src=x onerror=hit=1&gt;',
  '&#60;img src=x onerror=hit=1&#62;',
  '\\u003cimg src=x onerror=hit=1\\u003e',
  '%3Cimg%20src=x%20onerror=hit=1%3E',
  '${hit=1}',
  '{{constructor.constructor("hit=1")()}}',
  '#{hit=1}',
  '<%= hit=1 %>',
  'javascript:hit=1',
  `');hit=1;//`,
  '`-hit=1-`',
  '__proto__',
  '{"__html":"<img src=x onerror=hit=1>"}',
  '$& $1 $` $<name>',
]

/** Columns whose words are the program's own or another column's key: what they mean would be gone with them. */
const keptAsTheyAre = /_key$|^(?:status_label|rank|scale|channel|indicator|unit)$/

const han = /\p{Script=Han}/u

function hash(text: string): number {
  let sum = 7
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003
  return sum
}

/** The same text always becomes the same, so that names go on meaning the same person. */
export function poisoned(text: string): string {
  return text + (payloads[hash(text) % payloads.length] ?? '')
}

/**
 * Puts a payload behind every text that a person has written, in every table of a ledger that is closed; gives the
 * columns that took them. What was signed keeps its words: the store itself refuses to change it.
 */
export function poisonLedger(data: string): readonly string[] {
  const ledger = new Database(path.join(data, 'ledger.db'))
  const taken: string[] = []
  const tables = ledger
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
       AND name NOT LIKE 'journal%' AND name NOT LIKE 'search_%'`,
    )
    .all()
  for (const { name: table } of tables) {
    const columns = ledger.pragma(`table_info(${table})`) as readonly { name: string; type: string }[]
    for (const { name: column } of columns.filter(({ name, type }) => type === 'TEXT' && !keptAsTheyAre.test(name))) {
      const values = ledger.prepare<[], string>(`SELECT DISTINCT "${column}" FROM "${table}"`).pluck().all()
      const written = values.filter((value) => typeof value === 'string' && han.test(value) && !/^[[{]/.test(value))
      const put = ledger.prepare(`UPDATE "${table}" SET "${column}" = ? WHERE "${column}" = ?`)
      try {
        for (const value of written) put.run(poisoned(value), value)
        if (written.length > 0) taken.push(`${table}.${column}`)
      } catch (cause) {
        if (!(cause instanceof Database.SqliteError)) throw cause
      }
    }
  }
  ledger.close()
  return taken
}
