export const statisticsHandlers = {}
