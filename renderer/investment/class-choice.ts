/** The classes that the district gives to a lead it accepts; 无效 is recorded with its reason elsewhere. */
export const decidedClasses = ['highQuality', 'beijing', 'nationalHiTech', 'outOfCity', 'inCity'] as const
