/** Place and level in front of a unit's own name: 东丽区审计局 = 东丽 · 区 · 审计局; 区审计局 has no place. */
export const placeLevelPattern =
  /^(?<place>[^省市区县旗]{0,6}?)(?<level>特别行政区|自治区|自治县|自治旗|省|市(?!场|容|政(?![务府协法])|民(?!政|宗|族))|区(?!域|块)|县|旗)(?<rest>.{2,})$/
/** Endings that say nothing about which unit is meant. */
export const unitTailPattern = /(?:\((?:机关|本级|局机关|机关本级|盖章)\)|机关本级|机关|本级)$/
