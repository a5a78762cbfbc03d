export const letterHandlers = {}
