import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { checkPaper } from '../../../src/desk/check.ts';
import { newArticle } from '../../../src/desk/new.ts';
import { makeContent, removePaper } from '../../support/paper.ts';
import { smallPaper } from '../../support/small-paper.ts';

let root: string;
let told: string[];
let refused: string[];
beforeEach(async () => {
  root = makeContent(await smallPaper());
  [told, refused] = [[], []];
  vi.stubEnv('BROADSHEET_NOW', '2026-11-29T23:30:00Z');
  vi.spyOn(console, 'log').mockImplementation((line) => void told.push(String(line)));
  vi.spyOn(console, 'error').mockImplementation((line) => void refused.push(String(line)));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  removePaper(root);
});

const file = (place: string) => readFileSync(path.join(root, place), 'utf8');

describe('A new article', () => {
  it('is filed on the day that it is in the paper’s zone, and passes the check', async () => {
    expect(await newArticle(root, 'Ferry: “on time”', {})).toBe(true);
    expect(told).toEqual(['content/articles/2026/11/30/ferry-on-time/index.md']);
    expect(file(told[0] ?? '')).toMatch(
      /^---\n# .*\nid: \w{6}\n# .*\nheadline: ["']Ferry: “on time”["']\n[^]*\nsection: town\n[^]*\npublished: 2026-11-30T00:30:00\+01:00\n# .*\nstatus: draft\n[^]*\n---\n\n$/,
    );
    expect(await checkPaper(root)).toEqual([]);
  });

  it('has what was said of it, and the only contributor there is', async () => {
    await newArticle(root, 'رئيس', {
      language: 'ar',
      kind: 'analysis',
      section: 'town',
      slug: 'president',
      draft: false,
    });
    const text = file('content/articles/2026/11/30/president/index.md');
    for (const line of ['language: ar', 'kind: analysis', 'status: published', 'contributors:\n  - who: writer'])
      expect(text).toContain(`\n${line}\n`);
  });

  it('keeps a headline that YAML would take for something else', async () => {
    for (const headline of ['true', '2026', '# 1', '- a', '"Yes", he said: no', 'a\tb'])
      expect(await newArticle(root, headline, { slug: `s-${headline.length}-${headline.codePointAt(0)}` })).toBe(true);
    const codes = (await checkPaper(root)).map(({ code }) => code);
    expect(codes.filter((code) => code.startsWith('Y-') || code.startsWith('S-'))).toEqual([]);
  });

  test.each([
    ['x', { section: 'twon' }, 'There is no section "twon". Did you mean --section town?'],
    ['x', { by: 'nobody' }, 'There is no contributor "nobody". There are writer.'],
    ['x', { kind: 'novel' }, 'There is no kind "novel". There are news, analysis, opinion, briefs, feature, obituary.'],
    ['x', { language: 'English' }, '"English" is no tag of a language. Write one such as en-GB, ar or ja.'],
    [
      '¿?',
      {},
      '"¿?" cannot be the end of an address. Say one in small letters, digits and hyphens: --slug harbour-vote.',
    ],
    [' ', {}, 'Say the headline: it can be changed as long as the article is a draft.'],
  ])('is refused where something of it cannot be: %s %j', async (headline, wanted, said) => {
    expect([await newArticle(root, headline, wanted), refused, told]).toEqual([false, [said], []]);
  });

  it('never takes the place of another', async () => {
    await newArticle(root, 'Ferry', { draft: false });
    const before = file('content/articles/2026/11/30/ferry/index.md');
    expect(await newArticle(root, 'Ferry', {})).toBe(false);
    expect([file('content/articles/2026/11/30/ferry/index.md'), refused[0]]).toEqual([
      before,
      'There is an article at content/articles/2026/11/30/ferry/index.md already. Give this one another end of its address: --slug ferry-2.',
    ]);
  });

  it('is opened in the editor’s program', async () => {
    vi.stubEnv('VISUAL', `${process.execPath} -e process.exit(process.argv[1].endsWith("index.md")?0:3)`);
    expect(await newArticle(root, 'Ferry', { edit: true })).toBe(true);
    vi.stubEnv('VISUAL', 'no-such-program');
    expect(await newArticle(root, 'Train', { edit: true })).toBe(false);
    expect(refused[0]).toMatch(/^"no-such-program" does not run .*open the file yourself\.$/);
  });
});
