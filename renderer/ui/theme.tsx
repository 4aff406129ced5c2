/** Ant Design in Chinese and in the window's own colours, for pages with forms. Not part of the first screen. */
import ConfigProvider from 'antd/es/config-provider';
import zhCN from 'antd/es/locale/zh_CN';
import type { ReactNode } from 'react';

const FONTS =
  '"Microsoft YaHei", "微软雅黑", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif';

/** The same colours as styles/tokens.css. */
const THEME = {
  cssVar: { key: 'yusuan' },
  token: {
    colorPrimary: '#1f5f99',
    colorError: '#b42318',
    colorWarning: '#9a5b00',
    colorSuccess: '#1e7a46',
    borderRadius: 4,
    fontFamily: FONTS,
    motion: false,
  },
};

/** Lists open in the layer of the dialog that they belong to: below it nobody could see or press them. */
const layerOf = (trigger?: HTMLElement): HTMLElement => trigger?.closest<HTMLElement>('.dialog-layer') ?? document.body;

export function Theme({ children }: { readonly children: ReactNode }) {
  return (
    <ConfigProvider locale={zhCN} theme={THEME} button={{ autoInsertSpace: false }} getPopupContainer={layerOf}>
      {children}
    </ConfigProvider>
  );
}
