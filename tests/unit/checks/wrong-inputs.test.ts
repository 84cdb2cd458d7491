import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it, test, vi } from 'vitest';
import { checkPaper } from '../../../src/desk/check.ts';
import { filesBelow } from '../../../src/filing/files.ts';
import * as codes from '../../../src/newsroom/codes.ts';
import { project } from '../../support/paper.ts';
import { bodyInputs } from './wrong-inputs/bodies.ts';
import { fieldInputs } from './wrong-inputs/fields.ts';
import { fileInputs } from './wrong-inputs/files.ts';
import { tried, withPaper, type Input } from './wrong-inputs/input.ts';
import { htmlInputs } from './wrong-inputs/html.ts';
import { ledgerInputs } from './wrong-inputs/ledger.ts';
import { leftoverInputs } from './wrong-inputs/leftovers.ts';
import { nameInputs } from './wrong-inputs/names.ts';
import { pageAndFrontInputs } from './wrong-inputs/pages-and-fronts.ts';
import { pictureInputs } from './wrong-inputs/pictures.ts';
import { referenceInputs } from './wrong-inputs/references.ts';
import { tableInputs } from './wrong-inputs/tables.ts';
import { yamlInputs } from './wrong-inputs/yaml.ts';

// What remedies show of times is of this instant.
vi.stubEnv('BROADSHEET_NOW', '2019-02-28T21:00:00Z');
afterAll(() => vi.unstubAllEnvs());

const inputs: [about: string, inputs: Input[]][] = [
  ['YAML', yamlInputs],
  ['fields', fieldInputs],
  ['files', fileInputs],
  ['bodies', bodyInputs],
  ['HTML, headings and blocks', htmlInputs],
  ['tables', tableInputs],
  ['references, code and lists', referenceInputs],
  ['marks of other systems', leftoverInputs],
  ['names', nameInputs],
  ['pictures', pictureInputs],
  ['pages and fronts', pageAndFrontInputs],
  ['addresses', ledgerInputs],
];

describe.each(inputs)('Of %s, the desk tells', (_, some) => {
  test.concurrent.each(some)('$name', async ({ files, finds }) => {
    expect(await findsOf(files)).toEqual(finds);
  });
});

describe('Of the codes', () => {
  const { mistakes, warnings } = codes;
  const listed = [...Object.keys(mistakes), ...Object.keys(warnings)];
  const told = inputs.flatMap(([, some]) => some.flatMap(({ finds }) => finds.map(([place]) => place.slice(0, 5))));
  const used = filesBelow(path.join(project, 'src'), /\.ts$/)
    .filter((file) => !/^newsroom\/(?:codes|code-examples)\.ts$/.test(file))
    .flatMap((file) => readFileSync(path.join(project, 'src', file), 'utf8').match(/(?<=')[A-Z]-\d{3}(?=')/g) ?? []);

  it('each that the desk tells is listed once', () => {
    expect(used.filter((code) => !listed.includes(code))).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
  });
  it('each that is listed is told somewhere', () => expect(listed.filter((code) => !used.includes(code))).toEqual([]));
  it('each has a wrong input here, but for those of builds and of a paper’s own blocks', () => {
    const toldElsewhere = ['P-014', 'B-222', 'X-001', 'X-002', 'X-003', 'X-004', 'X-005'];
    const ofBuilds = listed.filter((code) => !code.startsWith('D-1'));
    expect(ofBuilds.filter((code) => !told.includes(code))).toEqual(toldElsewhere);
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
