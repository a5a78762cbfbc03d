export const findingHandlers = {}
