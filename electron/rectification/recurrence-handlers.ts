export const recurrenceHandlers = {}
