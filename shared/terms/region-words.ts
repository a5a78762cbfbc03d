/** How places are written that decide the class of a lead; names of the own city are a setting. */
export const regionWords: Readonly<Record<'beijing' | 'inCity' | 'abroad', readonly string[]>> = {
  beijing: ['北京'],
  inCity: ['市内', '本市', '本区', '区内'],
  abroad: ['境外', '国外', '海外', '香港', '澳门', '台湾', '中国香港', '中国澳门', '中国台湾', '外资'],
}
