import { fileURLToPath } from 'node:url';

const pack = '@expo-google-fonts/noto-sans-jp';

/** The files of the Japanese font that comes with the program: no font of the system is ever needed. */
export function japaneseFonts(): { readonly normal: string; readonly bold: string } {
  const fileOf = (path: string) => fileURLToPath(import.meta.resolve(`${pack}/${path}`));
  return {
    normal: fileOf('400Regular/NotoSansJP_400Regular.ttf'),
    bold: fileOf('700Bold/NotoSansJP_700Bold.ttf'),
  };
}
