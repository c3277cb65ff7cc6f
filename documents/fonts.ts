/**
 * The typefaces of the papers, in the order they are tried. Roboto has Latin, Greek and Cyrillic; what families and
 * children write besides has the others: Arabic (also Persian, Dari, Kurdish, Pashto), Ge'ez (Tigrinya, Amharic), Thai,
 * signs, and emoji in black.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folderOf = (address: string): string => dirname(fileURLToPath(address));
const family = (address: string, name: string) => {
  const weight = (of: string, also: string) => join(folderOf(address), of, `${name}_${also}.ttf`);
  const [normal, bold] = [weight('400Regular', '400Regular'), weight('700Bold', '700Bold')];
  return { normal, bold, italics: normal, bolditalics: bold };
};
const ROBOTO = join(folderOf(import.meta.resolve('pdfmake/package.json')), 'fonts', 'Roboto');
const SIGNS = family(import.meta.resolve('@expo-google-fonts/noto-sans-symbols-2/package.json'), 'NotoSansSymbols2');

export const FONTS = {
  Roboto: {
    normal: join(ROBOTO, 'Roboto-Regular.ttf'),
    bold: join(ROBOTO, 'Roboto-Medium.ttf'),
    italics: join(ROBOTO, 'Roboto-Italic.ttf'),
    bolditalics: join(ROBOTO, 'Roboto-MediumItalic.ttf'),
  },
  // Noto's Arabic draws the dots of a letter by themselves, and then nobody can hear or copy the word.
  Arabic: family(import.meta.resolve('@expo-google-fonts/vazirmatn/package.json'), 'Vazirmatn'),
  Ethiopic: family(import.meta.resolve('@expo-google-fonts/noto-sans-ethiopic/package.json'), 'NotoSansEthiopic'),
  Thai: family(import.meta.resolve('@expo-google-fonts/noto-sans-thai/package.json'), 'NotoSansThai'),
  Symbols: family(import.meta.resolve('@expo-google-fonts/noto-sans-symbols/package.json'), 'NotoSansSymbols'),
  // It has one weight.
  Signs: { ...SIGNS, bold: SIGNS.normal, bolditalics: SIGNS.normal },
  Emoji: family(import.meta.resolve('@expo-google-fonts/noto-emoji/package.json'), 'NotoEmoji'),
};
export type FontName = keyof typeof FONTS;
export const FONT_NAMES = Object.keys(FONTS) as FontName[];

const FILES: ReadonlySet<string> = new Set(Object.values(FONTS).flatMap((font) => Object.values(font)));
export const isFontFile = (path: string): boolean => FILES.has(path);
