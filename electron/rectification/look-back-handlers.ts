export const lookBackHandlers = {}
