import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { project } from '../support/paper.ts';

const src = path.join(project, 'src');
const sheets = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^(styles|scripts|layouts|components)[\\/].*\.(css|astro|ts)$/.test(file))
  // A page that is left at once carries none of the paper's styles.
  .filter((file) => !file.endsWith('Moved.astro'));

/** Black and white are no colours of a look: codes stand on white, films on black. */
const plain = /^#(?:000|fff|ffffff|000000)$/i;

test.each(sheets)('%s has no colour but by a token', (file) => {
  const text = readFileSync(path.join(src, file), 'utf8')
    .replace(/\/\*[^]*?\*\//g, '')
    // What tokens say: names of their own with a colour behind them.
    .replace(/^\s*--[\w-]+:[^;]*;/gm, '');
  const colours = text.match(/(?<=[\s:(,'"])#[0-9a-f]{3,8}\b(?![\w-])|\b(?:rgb|hsl|oklch)\((?!0 0 0 )[^)]*\)/gi) ?? [];
  expect(colours.filter((colour) => !plain.test(colour))).toEqual([]);
});

test.each(['base', 'layout', 'prose', 'components', 'front', 'lists', 'search', 'saved', 'sharing', 'comfort'])(
  '%s.css says no value of a token',
  (name) => {
    expect(readFileSync(path.join(src, 'styles', `${name}.css`), 'utf8')).not.toMatch(
      /^\s*--(?:paper|ink|rule|accent|serif|sans|display|measure)\b/m,
    );
  },
);
