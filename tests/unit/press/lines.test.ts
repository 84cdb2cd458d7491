import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linesOf } from '../../../src/press/lines.ts';

describe('The lines of a file', () => {
  let folder: string;
  beforeAll(() => void (folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-'))));
  afterAll(() => rmSync(folder, { recursive: true }));
  const read = (text: string) => {
    const file = path.join(folder, 'lines');
    writeFileSync(file, text);
    return [...linesOf(file)];
  };

  test('are those between line feeds, and what follows the last', () => {
    expect(read('')).toEqual([]);
    expect(read('one\n')).toEqual(['one']);
    expect(read('one\n\ntwo')).toEqual(['one', '', 'two']);
  });

  test('are whole where they are longer than what is read at once, and where that ends within a letter', () => {
    const lines = Array.from({ length: 9 }, (_, at) => 'ä😀漢'.repeat(60_000 + at));
    expect(read(`${lines.join('\n')}\n`)).toEqual(lines);
  });
});
