import { describe, expect, test } from 'vitest';
import { checkPaper } from '../../../src/desk/check.ts';
import { bodyInputs } from './wrong-inputs/bodies.ts';
import { fieldInputs } from './wrong-inputs/fields.ts';
import { fileInputs } from './wrong-inputs/files.ts';
import { tried, withPaper, type Input } from './wrong-inputs/input.ts';
import { ledgerInputs } from './wrong-inputs/ledger.ts';
import { pageAndFrontInputs } from './wrong-inputs/pages-and-fronts.ts';
import { pictureInputs } from './wrong-inputs/pictures.ts';
import { yamlInputs } from './wrong-inputs/yaml.ts';

describe.each([
  ['YAML', yamlInputs],
  ['fields', fieldInputs],
  ['files', fileInputs],
  ['bodies', bodyInputs],
  ['pictures', pictureInputs],
  ['pages and fronts', pageAndFrontInputs],
  ['addresses', ledgerInputs],
])('Of %s, the desk tells', (_, inputs) => {
  test.concurrent.each(inputs)('$name', async ({ files, finds }) => {
    expect(await findsOf(files)).toEqual(finds);
  });
});

async function findsOf(files: Input['files']): Promise<Input['finds']> {
  const problems = await withPaper(files, checkPaper);
  return problems.map(({ code, file, line, column, found, remedy }) => [
    [`${code} ${file === tried ? '*' : file}`, line, column].filter((part) => part !== undefined).join(':'),
    found,
    remedy,
  ]);
}
