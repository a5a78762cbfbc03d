import type { EnvironmentFacts } from './environment-facts'
import type { InvestmentFacts } from './investment-figures'
import type { ProjectsFacts } from './projects-facts'
import type { RectificationFacts } from './rectification-facts'
import type { RevenueFacts } from './revenue-facts'

/** What the report of a period is made of, chapter by chapter. */
export interface ChapterFacts {
  readonly investment: InvestmentFacts
  readonly projects: ProjectsFacts
  readonly environment: EnvironmentFacts
  readonly revenue: RevenueFacts
  readonly rectification: RectificationFacts
}
