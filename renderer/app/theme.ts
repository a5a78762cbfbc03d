import type { ThemeConfig } from 'antd'

/** The look: one quiet blue for actions, hairlines, dense rows. Red and amber belong to dates that are over or near. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1f5fa8',
    colorInfo: '#1f5fa8',
    colorLink: '#1f5fa8',
    colorError: '#b3261e',
    colorWarning: '#9a6200',
    colorSuccess: '#2f6b3a',
    colorText: '#1f2328',
    colorTextSecondary: '#59636e',
    colorTextPlaceholder: '#667079',
    colorBorder: '#c3cad1',
    colorBorderSecondary: '#e3e7ea',
    borderRadius: 3,
    fontSize: 14,
    fontFamily: '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif',
    motion: false,
    boxShadow: '0 1px 6px rgba(31, 35, 40, 0.14)',
    boxShadowSecondary: '0 2px 10px rgba(31, 35, 40, 0.16)',
  },
  components: {
    Table: {
      cellPaddingBlockSM: 5,
      cellPaddingInlineSM: 8,
      headerBg: '#f6f7f8',
      headerSplitColor: 'transparent',
      rowHoverBg: '#f2f6fb',
      rowSelectedBg: '#eef3fa',
      rowSelectedHoverBg: '#eef3fa',
      borderColor: '#e3e7ea',
    },
    Tabs: { horizontalMargin: '0', horizontalItemPaddingSM: '6px 0' },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Drawer: { paddingLG: 16 },
  },
}
