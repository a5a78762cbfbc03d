import { formatChineseDate } from '../terms/dates'
import { districtPapers as words } from '../terms/district-papers'
import { reportTerms } from '../terms/reports'
import { heading, paragraph, plain } from '../reports/document-blocks'
import type { DocumentAnnex, DocumentBlock, DocumentTable, Report, Sentence } from '../reports/model'
import { figure, fillText, sentence, words as said } from '../reports/sentences'
import { districtReport, ofPeriod, paperSubject, type PublishedPaper } from './paper-frame'
import { awardTitle } from './publication'
import type { AwardProposal, CategoryRanking, PublishedResult, RankedUnit } from './record'

function returnsSentence({ returns, period, asOf }: PublishedResult): Sentence {
  const counted = (count: number) => figure(count, words.returnsFormula)
  return sentence('bulletin.returns', words.returns, {
    period: said(ofPeriod(period, asOf, words.yearAndPeriod)),
    expected: counted(returns.expected),
    onTime: counted(returns.onTime),
    late: counted(returns.late.length),
    missing: counted(returns.missing.length),
  })
}

/** District totals in the order in which they are given, each with its formula. */
function totalsSentence({ totals, asOf }: PublishedResult): Sentence[] {
  if (totals.length === 0) return []
  const parts = totals.flatMap(({ key, label, value, unit, formula }, index) => {
    const { runs } = sentence(`bulletin.total.${key}`, words.totalPart, {
      label: said(label),
      value: figure(value, formula),
      unit: said(unit),
    })
    const mark = index === totals.length - 1 ? reportTerms.fullStop : reportTerms.comma
    return [...runs, ...plain('', mark).runs]
  })
  const lead = plain('', fillText(words.totalsLead, { asOf: formatChineseDate(asOf) })).runs
  return [{ place: 'bulletin.totals', runs: [...lead, ...parts] }]
}

function funnelSentence({ funnel }: PublishedResult): Sentence[] {
  if (funnel.length === 0) return []
  const parts = funnel.map(({ label, value }) => fillText(words.funnelPart, { label, value })).join(reportTerms.comma)
  return [plain('bulletin.funnel', `${words.funnelLead}${parts}${reportTerms.fullStop}`)]
}

function overall(paper: PublishedPaper): DocumentBlock[] {
  const { result, version, changeNote } = paper
  const correction =
    version > 1
      ? [paragraph(plain('bulletin.correction', fillText(words.correction, { version, note: changeNote })))]
      : []
  const counted = [...totalsSentence(result), ...funnelSentence(result)].map((each) => paragraph(each))
  return [heading(1, words.sections.overall), ...correction, paragraph(returnsSentence(result)), ...counted]
}

/** 并列说明, vetoes and why a unit has no place, for the last column. */
export function unitRemark({ tieBreak, reason, vetoes }: RankedUnit): string {
  return [tieBreak, reason, ...vetoes.map(({ clause }) => clause)]
    .filter((text) => text !== '')
    .join(reportTerms.semicolon)
}

function categoryTable({ label, units }: CategoryRanking): DocumentTable {
  const [place, unit, score, before, remark] = words.tableColumns
  return {
    title: fillText(words.tableTitle, { label }),
    columns: [
      { label: place, share: 60, align: 'center' },
      { label: unit, share: 190, align: 'left' },
      { label: score, share: 80, align: 'right' },
      { label: before, share: 70, align: 'center' },
      { label: remark, share: 200, align: 'left' },
    ],
    rows: units.map((each) => [
      each.rank === null ? reportTerms.none : String(each.rank),
      each.unit,
      each.score ?? reportTerms.none,
      each.before === null ? reportTerms.none : String(each.before),
      unitRemark(each),
    ]),
  }
}

function categoryLead({ scheme, units }: CategoryRanking): string {
  if (!scheme) return words.categoryNoScheme
  const ranked = units.filter(({ rank }) => rank !== null).length
  const rest = units.length - ranked
  const unranked = rest === 0 ? '' : fillText(words.unrankedCount, { count: rest })
  const max = units.find((unit) => unit.max !== null)?.max ?? null
  const about = { ranked, unranked, scheme: scheme.name, docRef: scheme.docRef, version: scheme.version }
  return max === null ? fillText(words.categoryLeadNoMax, about) : fillText(words.categoryLead, { ...about, max })
}

/** Each category by itself: never one list over several. */
function ranking({ result }: PublishedPaper): DocumentBlock[] {
  const listed = result.categories.filter(({ units }) => units.length > 0)
  return [
    heading(1, words.sections.ranking),
    ...listed.flatMap((category, index): DocumentBlock[] => {
      const place = `bulletin.category.${category.category}`
      const number = words.numerals[index] ?? String(index + 1)
      const hasTies = category.units.some(({ tied }) => tied > 1)
      return [
        heading(2, fillText(words.categoryHeading, { number, label: category.label })),
        paragraph(plain(place, categoryLead(category))),
        { kind: 'table', table: categoryTable(category) },
        ...(category.scheme === null
          ? []
          : [
              paragraph(
                plain(
                  `${place}.tie`,
                  `${fillText(words.tieRule, { rule: category.tieBreakRule })}${hasTies ? '' : words.noTies}`,
                ),
              ),
            ]),
      ]
    }),
  ]
}

function listOf<T>(items: readonly T[], text: (item: T) => string): string {
  return items.map(text).join(reportTerms.enumeration)
}

function awardParagraph(award: AwardProposal, index: number): DocumentBlock {
  const { winners, excluded, clause, prize, note } = award
  const title = awardTitle(award)
  const chosen =
    winners.length === 0
      ? fillText(words.awardNone, { title })
      : fillText(words.awardWinners, {
          title,
          winners: listOf(winners, ({ unit, value }) => fillText(words.awardWinner, { unit, value })),
        })
  const rest = [
    fillText(words.awardClause, { clause }),
    ...(prize === '' ? [] : [fillText(words.awardPrize, { prize })]),
    ...(excluded.length === 0
      ? []
      : [
          fillText(words.awardExcluded, {
            excluded: listOf(excluded, (each) =>
              fillText(words.awardExcludedUnit, { unit: each.unit, reason: each.reason }),
            ),
          }),
        ]),
    ...(note === '' ? [] : [fillText(words.awardNote, { note })]),
  ]
  const number = String(index + 1)
  return paragraph(plain(`bulletin.award.${number}`, `${number}. ${chosen}${rest.join('')}`))
}

function awards({ result }: PublishedPaper): DocumentBlock[] {
  const listed = result.awards.map(awardParagraph)
  const closing = listed.length === 0 ? words.awardsNone : words.awardsAreProposals
  return [heading(1, words.sections.awards), ...listed, paragraph(plain('bulletin.awards', closing))]
}

function returnBlocks({ result: { returns: counts } }: PublishedPaper): DocumentBlock[] {
  const lines = [
    ...(counts.late.length === 0
      ? []
      : [fillText(words.lateUnits, { count: counts.late.length, units: counts.late.join(reportTerms.enumeration) })]),
    ...(counts.missing.length === 0
      ? []
      : [
          fillText(words.missingUnits, {
            count: counts.missing.length,
            units: counts.missing.join(reportTerms.enumeration),
          }),
        ]),
  ]
  const texts = lines.length === 0 ? [words.allOnTime] : lines
  return [
    heading(1, words.sections.returns),
    ...texts.map((text, index) => paragraph(plain(`bulletin.late.${index + 1}`, text))),
  ]
}

function next({ kind, objectionsUntil, result }: PublishedPaper): DocumentBlock[] {
  const { late, missing } = result.returns
  const lines = [
    ...(late.length + missing.length > 0 ? [words.nextMissing] : []),
    ...(kind === 'trial' ? [words.nextTrial] : [words.nextFinal]),
    ...(objectionsUntil === null ? [] : [fillText(words.nextObjection, { until: formatChineseDate(objectionsUntil) })]),
  ]
  return [
    heading(1, words.sections.next),
    ...lines.map((text, index) => paragraph(plain(`bulletin.next.${index + 1}`, text))),
  ]
}

/** What differs from the version before, on a page of its own. */
function changesAnnex({ version, changes }: PublishedPaper): DocumentAnnex[] {
  if (version === 1) return []
  const versions = { before: version - 1, version }
  const shares = [50, 220, 120, 180, 180]
  return [
    {
      mark: reportTerms.annex,
      table: {
        title: fillText(words.changesAnnex, { version: version - 1 }),
        columns: words.changesColumns.map((label, index) => ({
          label: fillText(label, versions),
          share: shares[index] ?? 100,
          align: index === 0 ? 'center' : 'left',
        })),
        rows: changes.map(({ unit, what, from, to }, index) => [String(index + 1), unit, what, from, to]),
      },
      notes: changes.length === 0 ? [words.changesNone] : [],
    },
  ]
}

/** 通报 in 公文 layout. Every number in it is taken from the published result. Source: J10 step 7. */
export function bulletinReport(paper: PublishedPaper): Report {
  const { result, kind, version, publishedOn, checkCode } = paper
  const { period, asOf, district } = result
  const title = ofPeriod(period, asOf, words.bulletinTitle)
  const blocks = [...overall(paper), ...ranking(paper), ...awards(paper), ...returnBlocks(paper), ...next(paper)]
  return districtReport(
    {
      kind: 'bulletin',
      bureau: district,
      subject: paperSubject(words.bulletinSubject, paper),
      period,
      asOf,
      preparedOn: publishedOn,
      checkCode,
    },
    {
      sheets: [],
      document: {
        title: `${district}${title}`,
        titleLines: [district, title],
        captions: [fillText(words.versionCaption, { kind: words.kinds[kind], version })],
        addressee: '',
        // A notice is about all streams at once; its chapters are its own.
        sections: [{ stream: 'investment', isNil: false, blocks }],
        annexes: changesAnnex(paper),
        editNotes: [],
        signature: { unit: district, signedOn: publishedOn },
      },
    },
  )
}
