import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { z } from 'zod';
import { mended } from '../../../src/checks/mends.ts';
import { readPaper } from '../../../src/checks/paper.ts';
import { check, checkAtDesk, checkPaper, concerning } from '../../../src/desk/check.ts';
import { asAnnotations, asJson, asSarif } from '../../../src/desk/problem-forms.ts';
import type { Problem } from '../../../src/newsroom/problem.ts';
import { changesFile, indexFile, PressIndex } from '../../../src/press/press-index.ts';
import { project } from '../../support/paper.ts';
import { article, body, tried, withPaper, type Files } from '../checks/wrong-inputs/input.ts';

afterEach(() => vi.restoreAllMocks());

const desk = (files: Files, ...words: string[]) =>
  withPaper(files, (cwd) =>
    Promise.resolve(
      spawnSync(process.execPath, [path.join(project, 'src/desk/desk.ts'), 'check', ...words], {
        cwd,
        encoding: 'utf8',
      }),
    ),
  );

test('Checking a paper with warnings alone tells them, and succeeds', async () => {
  const { status, stderr } = await desk(body('2019. It was a good year.'));
  expect(stderr).toMatch(/^B-133 {2}\S+:9:1 {2}\(a warning\)\n/);
  expect(stderr).toMatch(/\n\nOne thing to look at, which can be published as it is\.\n$/);
  expect(status).toBe(0);
});

test('Checking a paper with a mistake and a warning tells both to a program, and fails', async () => {
  const { status, stdout } = await desk(body('2019. It was a good year.\n\n##'), '--json');
  expect(JSON.parse(stdout)).toMatchObject({
    mistakes: 1,
    warnings: 1,
    problems: [{ code: 'B-103' }, { code: 'B-133' }],
  });
  expect(status).toBe(1);
});

test('Checking what there is not, or in two forms at once, is a wrong call', async () => {
  const refused = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await withPaper({}, async (root) => {
    const wrong = { isDone: false, isMisused: true };
    expect(await check(root, ['content/articles/none'])).toEqual(wrong);
    expect(await check(root, ['..'])).toEqual(wrong);
    expect(await check(root, [], { json: true, sarif: true })).toEqual(wrong);
    expect(await check(root, [], { dryRun: true })).toEqual(wrong);
  });
  expect(refused.mock.calls[0]).toEqual(['There is no "content/articles/none" in this paper.']);
});

test('Checking takes articles as they were read for what is published, until they are changed', async () => {
  await withPaper({}, async (root) => {
    const bodies = path.join(root, '.astro/bodies');
    const { articles } = await readPaper({ root, bodies });
    const warning: Problem = { code: 'B-133', file: tried, found: 'As it was read then.', remedy: '' };
    const index = new PressIndex(root);
    index.putDown(path.join(root, changesFile), {
      standing: { asOf: '2025-05-06T06:00:00Z', backNumbers: {}, books: {}, others: [] },
      rendered: [],
      gone: [],
      articles: [...articles.copies].map(([name, { copy, digest }]) => [
        name,
        { digest, copy: tried.includes(name) ? { ...copy, warnings: [warning] } : copy },
      ]),
      withoutArticles: [],
      seen: [],
    });
    index.take();
    index.close();
    expect((await checkPaper(root)).map(({ found }) => found)).toEqual(['As it was read then.']);
    writeFileSync(path.join(root, tried), article({}, 'Ships went out.'));
    expect(await checkPaper(root)).toEqual([]);
    writeFileSync(path.join(root, indexFile), 'No index.');
    expect(await checkPaper(root)).toEqual([]);
  });
});

test('Checking some articles tells what is told of them when all are checked', async () => {
  const other = 'content/articles/2019/03/01/second/index.md';
  const twice = article({ id: 'k7m2xr', updated: '2019-03-03T05:00:00+08:00' }, 'Ships came in the the night.');
  await withPaper({ ...body('Ships came in the the day.'), [other]: twice }, async (root) => {
    const all = (await checkAtDesk(root)).problems;
    for (const place of [path.dirname(tried), other, 'content/articles/2019/03', 'content']) {
      const { problems } = await checkAtDesk(root, {}, [place]);
      expect(concerning(problems, [place])).toEqual(concerning(all, [place]));
    }
    expect(concerning(all, [other]).map(({ code }) => code)).toEqual(['D-106', 'D-108']);
  });
});

const problem = (file: string, words: Partial<Problem> = {}): Problem => ({
  code: 'B-103',
  file,
  found: 'Found.',
  remedy: 'Mend it.',
  ...words,
});

describe('What concerns some files', () => {
  const here = problem(tried);
  const there = problem('content/articles/2019/03/01/second/index.md');
  const naming = problem(there.file, { found: 'There is no article "2019/03/01/harbour-vote".' });
  const longer = problem(there.file, { found: 'There is no article "2019/03/01/harbour-vote-two".' });
  const all = [here, there, naming, longer];
  test.each([
    ['an article', [tried], [here, naming]],
    ['its folder', ['content/articles/2019/03/01/harbour-vote'], [here, naming]],
    ['a picture of it', ['content/articles/2019/03/01/harbour-vote/quay.jpg'], [here, naming]],
    ['a folder above', ['content/articles'], all],
    ['the paper', [''], all],
    ['nothing', [], all],
    ['another file', ['content/publication.yaml'], []],
  ])('is told: %s', (_, places, told) => expect(concerning(all, places)).toEqual(told));
});

const odd = problem('content/a b,c:50%/ü.md', { line: 3, column: 7, found: 'It says "100%",\nand more.' });

describe('For programs', () => {
  it('problems are annotations of GitHub, with signs of its commands escaped', () => {
    expect(asAnnotations([odd, problem('x', { code: 'B-133' })])).toBe(
      '::error file=content/a b%2Cc%3A50%25/ü.md,line=3,col=7,title=B-103::It says "100%25",%0Aand more. Mend it.\n' +
        '::warning file=x,title=B-133::Found. Mend it.',
    );
  });

  it('problems are a log of SARIF 2.1.0', () => {
    const text = z.strictObject({ text: z.string().min(1) });
    const level = z.enum(['error', 'warning']);
    const uri = z.string().regex(/^[\w/.!'()*%~-]+$/);
    const whole = z.number().int().min(1);
    const log = z.strictObject({
      $schema: z.url(),
      version: z.literal('2.1.0'),
      runs: z.tuple([
        z.strictObject({
          tool: z.strictObject({
            driver: z.strictObject({
              name: z.string(),
              semanticVersion: z.string().regex(/^\d+\.\d+\.\d+/),
              rules: z.array(
                z.strictObject({
                  id: z.string(),
                  shortDescription: text,
                  defaultConfiguration: z.strictObject({ level }),
                }),
              ),
            }),
          }),
          columnKind: z.literal('utf16CodeUnits'),
          results: z.array(
            z.strictObject({
              ruleId: z.string(),
              ruleIndex: z.number().int().min(0),
              level,
              message: text,
              locations: z.array(
                z.strictObject({
                  physicalLocation: z.strictObject({
                    artifactLocation: z.strictObject({ uri, uriBaseId: z.literal('%SRCROOT%') }),
                    region: z.strictObject({ startLine: whole, startColumn: whole.optional() }).optional(),
                  }),
                }),
              ),
            }),
          ),
        }),
      ]),
    });
    const [{ tool, results }] = log.parse(JSON.parse(JSON.stringify(asSarif([odd, problem('x')], '1.0.0')))).runs;
    expect(results.map(({ ruleId, ruleIndex }) => [ruleId, tool.driver.rules[ruleIndex]?.id])).toEqual([
      ['B-103', 'B-103'],
      ['B-103', 'B-103'],
    ]);
    expect(decodeURIComponent(results[0]?.locations[0]?.physicalLocation.artifactLocation.uri ?? '')).toBe(odd.file);
  });

  it('problems are counted by level', () =>
    expect(asJson([odd, problem('x', { code: 'B-133' })])).toMatchObject({ mistakes: 1, warnings: 1 }));
});

describe('What is safe to mend', () => {
  const picture = (caption: string, rest = '') =>
    `picture:\n  file: ./quay.jpg\n  alt: The quay # seen\n  caption: ${caption}\n${rest}`;
  const front = (fields: string, text = 'Ships.') => `---\n${fields}\n---\n\n${text}\n`;
  test.each<[what: string, before: string, found: Partial<Problem>, after: string]>([
    [
      'a former address',
      '[It](/2019/02/28/old/)',
      { line: 1, mend: { is: '2019/02/28/old', by: '2019/03/01/new' } },
      '[It](/2019/03/01/new/)',
    ],
    ['nothing where it stands twice', 'a b a', { line: 1, mend: { is: 'a', by: 'c' } }, 'a b a'],
    ['invisible characters', 'Sh\u00adips\u200b \u202ecame.', { code: 'B-104', line: 1 }, 'Ships came.'],
    ['not a letter that is lost', 'Sh\ufffdps', { code: 'B-104', line: 1 }, 'Sh\ufffdps'],
    ['a colon of full width', 'kicker： Vote', { code: 'Y-009', line: 1 }, 'kicker: Vote'],
    ['a bullet that is no hyphen', '  •\u00a0sanctions', { code: 'Y-011', line: 1 }, '  - \u00a0sanctions'],
    ['a space that is none', 'kicker:\u00a0Vote\u3000', { code: 'Y-008', line: 1 }, 'kicker: Vote'],
    [
      'a short link',
      'See [it](/a/k7m2xr/) and [x](/a/zqd222/).',
      { code: 'B-137', line: 1 },
      'See [it](/2019/03/01/second/) and [x](/a/zqd222/).',
    ],
    [
      'a credit behind a caption',
      '![Q](./q.jpg "Ships came. PHOTO: AFP")',
      { code: 'C-002', line: 1 },
      '![Q](./q.jpg "Ships came. | PHOTO: AFP")',
    ],
    [
      'headings of the first rank',
      front('a: 1', '# Quay\n\n```\n# no\n```\n\n## Crane'),
      { code: 'B-101', line: 5 },
      front('a: 1', '## Quay\n\n```\n# no\n```\n\n### Crane'),
    ],
    [
      'not headings under which there is no rank',
      front('a: 1', '# Quay\n\n###### Crane'),
      { code: 'B-101', line: 5 },
      front('a: 1', '# Quay\n\n###### Crane'),
    ],
    [
      'the credit of the lead picture',
      front(picture('"Ships came. Photo: AFP" # yes', 'kind: news')),
      { code: 'C-002', line: 5 },
      front(picture('Ships came. # yes\n  credit: "Photo: AFP"', 'kind: news')),
    ],
    [
      'the credit of a lead picture in braces',
      front('picture: { file: ./q.jpg, caption: "Ships. Photo: AFP", alt: x }'),
      { code: 'C-002', line: 2 },
      front('picture: { file: ./q.jpg, caption: Ships., alt: x, credit: "Photo: AFP" }'),
    ],
    [
      'not a credit that there is',
      front(picture('Ships came. Photo AFP', '  credit: AP')),
      { code: 'C-002', line: 5 },
      front(picture('Ships came. Photo AFP', '  credit: AP')),
    ],
  ])('is %s', (_, before, found, after) => {
    const known = { pathOf: (id: string) => (id === 'k7m2xr' ? '2019/03/01/second' : undefined) };
    expect(mended(before, [problem(tried, found)], known)).toBe(after);
  });

  it('leaves every other line as it is, to the byte, with its end', () => {
    const line = fc.stringMatching(/^[ \t\u00ad\ufeffa-z:"'#-]{0,12}$/);
    const end = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(
      fc.property(fc.array(fc.tuple(line, end), { minLength: 1 }), fc.nat(), fc.boolean(), (lines, at, hasMark) => {
        const mark = hasMark ? '\ufeff' : '';
        const wrong = at % lines.length;
        const typed = lines.map(([text, ending], index) => (index === wrong ? `a \u202eb` : text) + ending);
        const right = lines.map(([text, ending], index) => (index === wrong ? 'a b' : text) + ending);
        const found = problem(tried, { code: 'B-104', line: wrong + 1 });
        // A carriage return and a line feed of two lines are one end.
        fc.pre(
          !/\r$/.test(typed[wrong - 1] ?? '') &&
            !/^\n/.test(typed[wrong + 1] ?? '') &&
            !typed.some((each, index) => each.endsWith('\r') && typed[index + 1]?.startsWith('\n')),
        );
        expect(mended(mark + typed.join(''), [found], { pathOf: () => undefined })).toBe(mark + right.join(''));
      }),
    );
  });

  it('is mended in the file, and shown; with --dry-run it is only shown', async () => {
    const text = article({}, 'Ships came at the the quay,\r\nand \u00admore.').replace(
      '---\n\nShips',
      '---\r\n\r\nShips',
    );
    const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await withPaper({ [tried]: `\ufeff${text}` }, async (root) => {
      const now = () => readFileSync(path.join(root, tried), 'utf8');
      expect(await check(root, [], { fix: true, dryRun: true })).toBe(false);
      expect(now()).toBe(`\ufeff${text}`);
      const shown = said.mock.calls.flat().join('\n');
      expect(shown).toContain('-and \u00admore.\n+and more.\n');
      expect(shown).toContain('One file would be mended; nothing was written.');
      expect(await check(root, ['content/publication.yaml'], { fix: true })).toBe(true);
      expect(now()).toBe(`\ufeff${text}`);
      said.mockClear();
      expect(await check(root, [], { fix: true })).toBe(true);
      // What was mended one after another is one difference.
      expect(
        said.mock.calls
          .flat()
          .join('\n')
          .match(/^\+\+\+ /gm),
      ).toHaveLength(1);
      expect(now()).toBe(`\ufeff${text.replace('the the', 'the').replace('\u00ad', '')}`);
    });
  });
});
