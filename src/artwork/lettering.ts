import { readFile } from 'node:fs/promises';
import { Blob, Buffer as Run, Face, Font, shape } from 'harfbuzzjs';
import subsetFont from 'subset-font';
import { ink } from './style.ts';

interface Lettering {
  /** Height of the type in px. */
  size: number;
  /** Extra space after each letter in px. */
  spacing?: number;
  anchor?: 'start' | 'middle' | 'end';
  colour?: string;
  /** Width of the paper-coloured rim that keeps the letters clear of the drawing, in px. */
  rim?: number;
}

/** Sets one line of type with its baseline at y, as outlines: the picture needs no font to be read. */
export type Letterer = (text: string, x: number, y: number, look: Lettering) => string;

/** A letterer in Public Sans of the given weight. */
export async function letterer(weight: 400 | 600): Promise<Letterer> {
  const file = import.meta.resolve(`@fontsource/public-sans/files/public-sans-latin-${weight}-normal.woff2`);
  const alphabet = String.fromCharCode(...Array.from({ length: 95 }, (_, i) => i + 32));
  const data = await subsetFont(await readFile(new URL(file)), alphabet, { targetFormat: 'sfnt' });
  const face = new Face(new Blob(new Uint8Array(data)));
  const font = new Font(face);
  return (text, x, y, { size, spacing = 0, anchor = 'start', colour = ink.black, rim = 0 }) => {
    const run = new Run();
    run.addText(text);
    run.guessSegmentProperties();
    shape(font, run);
    const scale = size / face.upem;
    const places = run.getGlyphPositions();
    let pen = 0;
    let letters = '';
    for (const [i, { codepoint }] of run.getGlyphInfos().entries()) {
      letters += `<path transform="translate(${pen.toFixed(0)})" d="${font.glyphToPath(codepoint)}"/>`;
      pen += places[i]!.xAdvance + spacing / scale;
    }
    const long = pen * scale - spacing;
    const left = x - (anchor === 'middle' ? long / 2 : anchor === 'end' ? long : 0);
    const set = (style: string): string =>
      `<g transform="translate(${left.toFixed(1)} ${y}) scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})" ${style}>${letters}</g>`;
    const halo = `fill="none" stroke="${ink.paper}" stroke-width="${(rim / scale).toFixed(0)}" stroke-linejoin="round"`;
    return (rim > 0 ? set(halo) : '') + set(`fill="${colour}"`);
  };
}
