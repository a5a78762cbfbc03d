export const programHandlers = {}
