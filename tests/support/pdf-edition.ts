import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface PdfWord {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface PdfPage {
  width: number;
  height: number;
  words: PdfWord[];
  text: string;
}

/** Runs a tool of poppler or the like on a PDF, whose name goes in the place of `{}`. */
export function onPdf(pdf: Buffer, command: string, ...args: string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-pdf-'));
  const file = path.join(folder, 'paper.pdf');
  writeFileSync(file, pdf);
  try {
    return execFileSync(
      command,
      args.map((arg) => arg.replace('{}', file)),
      { encoding: 'utf8', maxBuffer: 1e8 },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The pages of a PDF with their words, in points from the upper left corner. */
export function pagesOfPdf(pdf: Buffer): PdfPage[] {
  const numbers = (tag: string) => [...tag.matchAll(/="([\d.-]+)"/g)].map((found) => Number(found[1]));
  return onPdf(pdf, 'pdftotext', '-bbox', '{}', '-')
    .split('<page ')
    .slice(1)
    .map((page) => {
      const [width = 0, height = 0] = numbers(page.slice(0, page.indexOf('>')));
      const words = [...page.matchAll(/<word ([^>]*)>([^<]*)<\/word>/g)].map(([, tag = '', text = '']) => {
        const [left = 0, top = 0, right = 0, bottom = 0] = numbers(tag);
        return { text, left, top, right, bottom };
      });
      return { width, height, words, text: words.map(({ text }) => text).join(' ') };
    });
}

/** What the codes on the pages of a PDF say at 150 dpi. */
export function codesIn(pdf: Buffer): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-codes-'));
  try {
    writeFileSync(path.join(folder, 'paper.pdf'), pdf);
    // The program ends with an error where a page has no code.
    const script = 'pdftoppm -r 150 -gray paper.pdf p && { zbarimg -q --raw p-*.pgm 2>/dev/null || true; }';
    return execFileSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' }).trim().split('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
