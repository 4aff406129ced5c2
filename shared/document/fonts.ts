/**
 * The typefaces of official documents and what stands in for them. 方正小标宋 has to be bought, 仿宋, 楷体, 黑体 and 宋体
 * come with Windows and with WPS; 统信UOS has CESI and 方正 cuts of them, Debian has Noto. None is bundled.
 */

export type FontRole = 'title' | 'hei' | 'kai' | 'fang' | 'song' | 'latin';

interface FontSpec {
  /** What a docx names, and what to look for where that is not installed. */
  readonly docx: string;
  readonly instead: string;
  /** Full names of installed faces, best first. */
  readonly faces: readonly string[];
  /** Bold faces, where they are not drawn from the first ones. */
  readonly bold?: readonly string[];
}

const NOTO_SONG = ['Noto Serif CJK SC', 'Noto Serif CJK SC Regular', 'Source Han Serif SC', '思源宋体'];
const NOTO_SONG_BOLD = ['Noto Serif CJK SC Bold', 'Source Han Serif SC Bold', '思源宋体 Bold'];
const NOTO_HEI = ['Noto Sans CJK SC', 'Noto Sans CJK SC Regular', 'Source Han Sans SC', '思源黑体'];

const FONTS: Readonly<Record<FontRole, FontSpec>> = {
  title: {
    docx: '方正小标宋简体',
    instead: '宋体',
    faces: [
      '方正小标宋简体',
      'FZXiaoBiaoSong-B05S',
      '方正小标宋_GBK',
      'FZXiaoBiaoSong-B05',
      'CESI小标宋-GB18030',
      'CESI小标宋-GB2312',
      '华文中宋',
      'STZhongsong',
      ...NOTO_SONG_BOLD,
    ],
  },
  hei: {
    docx: '黑体',
    instead: 'SimHei',
    faces: ['黑体', 'SimHei', 'CESI黑体-GB18030', 'CESI黑体-GB2312', '方正黑体_GBK', 'FZHei-B01', ...NOTO_HEI],
  },
  kai: {
    docx: '楷体',
    instead: 'KaiTi',
    faces: [
      '楷体_GB2312',
      'KaiTi_GB2312',
      '楷体',
      'KaiTi',
      'CESI楷体-GB18030',
      'CESI楷体-GB2312',
      '方正楷体_GBK',
      'FZKai-Z03',
      '华文楷体',
      'STKaiti',
      'AR PL UKai CN',
      ...NOTO_SONG,
    ],
  },
  fang: {
    docx: '仿宋',
    instead: 'FangSong',
    faces: [
      '仿宋_GB2312',
      'FangSong_GB2312',
      '仿宋',
      'FangSong',
      'CESI仿宋-GB18030',
      'CESI仿宋-GB2312',
      '方正仿宋_GBK',
      'FZFangSong-Z02',
      '华文仿宋',
      'STFangsong',
      ...NOTO_SONG,
    ],
  },
  song: {
    docx: '宋体',
    instead: 'SimSun',
    faces: [
      '宋体',
      'SimSun',
      'CESI宋体-GB18030',
      'CESI宋体-GB2312',
      '方正书宋_GBK',
      'FZShuSong-Z01',
      '华文宋体',
      'STSong',
      ...NOTO_SONG,
    ],
    bold: NOTO_SONG_BOLD,
  },
  latin: {
    docx: 'Times New Roman',
    instead: 'Liberation Serif',
    faces: ['Times New Roman', 'Liberation Serif', 'Nimbus Roman', 'Noto Serif'],
    bold: ['Times New Roman Bold', 'Liberation Serif Bold', 'Nimbus Roman Bold', 'Noto Serif Bold'],
  },
};

const familyOf = (role: FontRole) => `ys-${role}`;

function face(role: FontRole, faces: readonly string[], weight: 'normal' | 'bold'): string {
  const sources = faces.map((name) => `local("${name}")`).join(',');
  // Quotes and dashes of Chinese text are as wide as an ideograph: the Latin face has only what a keyboard writes.
  const range = role === 'latin' ? 'unicode-range:U+20-7E;' : '';
  return `@font-face{font-family:${familyOf(role)};font-weight:${weight};${range}src:${sources}}`;
}

/** A face of its own for each role, found among the installed ones by name. */
export function fontFaces(): string {
  return (Object.keys(FONTS) as FontRole[])
    .flatMap((role) => {
      const { faces, bold } = FONTS[role];
      return [face(role, faces, 'normal'), ...(bold === undefined ? [] : [face(role, bold, 'bold')])];
    })
    .join('\n');
}

/** Heavy faces draw their own digits: those of Times are too thin beside them. */
const drawsDigits = (role: FontRole) => role === 'title' || role === 'hei';

/** The value of `font-family` for a role: Latin letters and digits, then the Chinese face, then whatever there is. */
export function fontFamily(role: Exclude<FontRole, 'latin'>): string {
  const generic = role === 'hei' ? 'sans-serif' : 'serif';
  const own = `${familyOf(role)},${FONTS[role].docx},${generic}`;
  return drawsDigits(role) ? own : `${familyOf('latin')},${own}`;
}

/** The names a docx gives a role's typefaces: for Chinese, and for Latin letters and digits. */
export function fontNames(role: Exclude<FontRole, 'latin'>): { readonly chinese: string; readonly latin: string } {
  const chinese = FONTS[role].docx;
  return { chinese, latin: drawsDigits(role) ? chinese : FONTS.latin.docx };
}

/** What a docx says of its Chinese typefaces: the name to look for next, and whether they have serifs. */
export const FONT_KINDS: readonly {
  readonly name: string;
  readonly instead: string;
  readonly family: 'roman' | 'swiss';
}[] = (['title', 'hei', 'kai', 'fang', 'song'] as const).map((role) => ({
  name: FONTS[role].docx,
  instead: FONTS[role].instead,
  family: role === 'hei' ? 'swiss' : 'roman',
}));
