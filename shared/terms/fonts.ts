/** Fonts of official texts by name; they are not shipped. Source: GB/T 9704-2012 and usage; 方正小标宋 is licensed. */
export const reportFonts = {
  title: '方正小标宋简体',
  heading: '黑体',
  subheading: '楷体_GB2312',
  body: '仿宋_GB2312',
  sheet: '宋体',
  latin: 'Times New Roman',
} as const
