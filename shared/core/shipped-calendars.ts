import { yearCalendarSchema, type YearCalendar } from './calendar'
import year2022 from './calendars/2022.json'
import year2023 from './calendars/2023.json'
import year2024 from './calendars/2024.json'
import year2025 from './calendars/2025.json'
import year2026 from './calendars/2026.json'

/** The calendars that come with the program. Source: the State Council's yearly notices, number in each file. */
export const shippedCalendars: readonly YearCalendar[] = [year2022, year2023, year2024, year2025, year2026].map(
  (year) => yearCalendarSchema.parse(year),
)
