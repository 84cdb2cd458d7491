import sharp from 'sharp';
import { afterAll, describe, expect, it, test, vi } from 'vitest';
import { checkAtDesk } from '../../../src/desk/check.ts';
import { explain } from '../../../src/desk/explain.ts';
import { examples } from '../../../src/newsroom/code-examples.ts';
import { mistakes, warnings, type Code } from '../../../src/newsroom/codes.ts';
import { article, tried, withPaper } from './wrong-inputs/input.ts';

vi.stubEnv('BROADSHEET_NOW', '2019-02-28T21:00:00Z');
afterAll(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const codes = Object.keys({ ...mistakes, ...warnings }) as Code[];
const quay = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#357' } })
  .jpeg()
  .toBuffer();

/** Codes of an article, by the lines of its text or of its front matter. */
async function codesOf(code: Code, lines: string): Promise<string[]> {
  const isFields = /^[SY]/.test(code);
  const [, name = ''] = /^(\w+)/.exec(lines) ?? [];
  const text = isFields
    ? article({ [name]: undefined }).replace('\n---\n\n', `\n${lines}\n---\n\n`)
    : article({}, lines);
  const found = await withPaper(
    { [tried]: text, 'content/articles/2019/03/01/harbour-vote/quay.jpg': quay },
    checkAtDesk,
  );
  return found.problems.map((problem) => problem.code);
}

/** Those whose example is lines of one article, which can be tried. */
const inWords = /^(?:Y-001|Y-002|P-0(?:04|05|06|1\d)|V-00[2345]|B-222|D-1(?:0[12789]|1.))$/;
const tries = codes.filter((code) => /^[BCPVSY]|^D-10/.test(code) && !inWords.test(code));

describe('The example of a code', () => {
  test.concurrent.each(tries)('%s is wrong by it, and right otherwise', async (code) => {
    const { wrong, right } = examples[code];
    expect(await codesOf(code, wrong)).toContain(code);
    expect(await codesOf(code, right)).toEqual([]);
  });

  it('is there for each, and says two things', () => {
    expect(Object.keys(examples).sort()).toEqual([...codes].sort());
    for (const { wrong, right } of Object.values(examples)) expect(wrong).not.toBe(right);
  });
});

describe('A code', () => {
  test.each(['P-003', 'p-003', 'P003', ' p003 '])('is explained as "%s" with its example', (given) => {
    const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    expect(explain(given)).toMatchObject({ isDone: true, facts: { code: 'P-003', level: 'mistake' } });
    expect(said.mock.calls.flat().join('')).toMatch(
      /^P-003 tells of a picture without alt text\.\n[^]*Wrong:[^]*Right:/,
    );
  });

  it('that there is not is a wrong call, and told the nearest', () => {
    const refused = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    for (const given of ['P-999', '', 'constructor'])
      expect(explain(given)).toEqual({ isDone: false, isMisused: true });
    expect(refused.mock.calls[0]).toEqual(['There is no code "P-999". Did you mean P-009?']);
  });
});
