/** Two folders of pictures, pixel by pixel. */
import { readdir, readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';

/** How many pixels differ; runs in the browser, which can read PNGs. Sheets that are not equally large differ whole. */
const COUNT = `async (pngs) => {
  const [one, two] = await Promise.all(pngs.map(async (png) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (c) => c.charCodeAt(0))]));
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    canvas.drawImage(image, 0, 0);
    return canvas.getImageData(0, 0, image.width, image.height);
  }));
  if (one.width !== two.width || one.height !== two.height) return one.width * one.height;
  const [a, b] = [one, two].map(({ data }) => new Uint32Array(data.buffer));
  return a.reduce((count, pixel, n) => count + (pixel === b[n] ? 0 : 1), 0);
}`;

/** The pictures that differ, each with what is different about it. */
export async function differences(browser: Browser, folder: string, against: string): Promise<string[]> {
  const [now, before] = await Promise.all([picturesIn(folder), picturesIn(against)]);
  const page = await browser.newPage();
  const lines: string[] = [];
  for (const name of new Set([...before, ...now])) {
    const pngs = await Promise.all(
      [folder, against].map((where) => readFile(`${where}/${name}`, 'base64').catch(() => null)),
    );
    const [one, two] = pngs;
    if (one === two) continue;
    if (!one || !two) lines.push(`${name}: only in ${one ? folder : against}`);
    else {
      const pixels = await page.evaluate<number>(`(${COUNT})(${JSON.stringify(pngs)})`);
      if (pixels > 0) lines.push(`${name}: ${pixels} pixels`);
    }
  }
  await page.close();
  return lines.sort();
}

/** Contact sheets only repeat what stands in the pictures. */
const picturesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.png') && !name.startsWith('sheet-'));
