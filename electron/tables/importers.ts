import type { ImportKind } from '../../shared/tables/reading'
import { assignmentImporter } from './import-assignments'
import { leadImporter } from './import-leads'
import { briefImporter, trainingImporter } from './import-briefs'
import { projectImporter } from './import-projects'
import { revenueImporter } from './import-revenue'
import { enterpriseImporter } from './import-enterprises'
import { visitImporter } from './import-visits'
import { findingImporter } from './import-findings'
import { measureImporter } from './import-measures'
import { unitImporter } from './import-units'
import type { Importer } from './importer'

/** The importer of each kind; a new stream adds its line. */
export const importers: Readonly<Record<ImportKind, Importer>> = {
  assignments: assignmentImporter,
  leads: leadImporter,
  briefs: briefImporter,
  trainings: trainingImporter,
  enterprises: enterpriseImporter,
  visits: visitImporter,
  projects: projectImporter,
  revenue: revenueImporter,
  findings: findingImporter,
  measures: measureImporter,
  units: unitImporter,
}
