import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { tableOfCodes } from '../../src/newsroom/codes.ts';
import { drawing } from '../pictures/house.ts';
import { project } from '../support/paper.ts';

const file = path.join(project, 'README.md');

// `npm run test:unit -- readme -u` writes the list and the drawing anew.
it('The README lists every code that the desk can tell', async () => {
  const text = readFileSync(file, 'utf8');
  const listed = text.replace(/(?<=<!-- codes -->\n)[^]*(?=<!-- \/codes -->)/, `\n${tableOfCodes()}\n\n`);
  await expect(listed).toMatchFileSnapshot(file);
});

it('The drawing of the house shows the rooms as they import each other', async () => {
  await expect(drawing()).toMatchFileSnapshot(path.join(project, 'tests/pictures/house.svg'));
});
