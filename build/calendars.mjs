// Writes shared/core/calendars/<year>.json from the installed chinese-days package; run once per new notice.
// `node build/calendars.mjs` — the notice numbers below are typed in from the State Council's notices.
import { readFileSync, writeFileSync } from 'node:fs'
import { format } from 'prettier'

const notices = {
  2022: '国办发明电〔2021〕11号',
  2023: '国办发明电〔2022〕16号',
  2024: '国办发明电〔2023〕7号',
  2025: '国办发明电〔2024〕12号',
  2026: '国办发明电〔2025〕7号',
}

const source = new URL('../node_modules/chinese-days/dist/years/', import.meta.url)
const target = new URL('../shared/core/calendars/', import.meta.url)
const prettierOptions = { parser: 'json', printWidth: 120 }

function read(year) {
  return JSON.parse(readFileSync(new URL(`${year}.json`, source), 'utf8'))
}

/** A New Year's day off in December stands in the next year's notice, so it belongs to that file. */
function isOfNextNotice([day, name]) {
  return day.slice(5, 7) === '12' && name.includes('元旦')
}

function days(year, key) {
  const own = Object.entries(read(year)[key]).filter((entry) => !isOfNextNotice(entry))
  const before = Object.entries(read(year - 1)[key]).filter(isOfNextNotice)
  return [...before, ...own].map(([day]) => day).toSorted()
}

for (const [text, notice] of Object.entries(notices)) {
  const year = Number(text)
  const calendar = { year, source: notice, off: days(year, 'holidays'), makeUp: days(year, 'workdays') }
  writeFileSync(new URL(`${year}.json`, target), await format(JSON.stringify(calendar), prettierOptions))
  console.log(`${year}: ${calendar.off.length} off, ${calendar.makeUp.length} make-up, ${notice}`)
}
