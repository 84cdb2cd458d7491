import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { checkLedger } from '../../../src/checks/ledger.ts';
import { firstAddress, ledgerFile } from '../../../src/filing/ledger.ts';
import { readPaperData } from '../../../src/filing/paper-data.ts';
import { layAt } from '../../../src/newsroom/permalink.ts';
import { readPaper } from '../../../src/checks/paper.ts';
import { recordAddresses } from '../../../src/filing/record-addresses.ts';
import { article, withPaper } from './wrong-inputs/input.ts';

const asOf = '2019-03-02T00:00:00Z';
const line = (id: string, permalink: string, published = '2019-03-01T05:00:00+08:00') =>
  `${JSON.stringify({ id, permalink, published, digest: 'aXUpn0EgcM9B8EDa' })}\n`;
const ledgerIn = (root: string) => readFileSync(path.join(root, ledgerFile), 'utf8');
const permalinksIn = (root: string) =>
  ledgerIn(root)
    .trim()
    .split('\n')
    .flatMap((each) => (JSON.parse(each) as { permalink?: string }).permalink ?? []);

const heldBack = {
  'content/articles/2019/03/01/draft/index.md': article({ id: 'drft22', status: 'draft' }),
  'content/articles/2019/03/01/embargo/index.md': article({
    id: 'mbrg22',
    status: '{ embargoedUntil: 2019-03-02T00:00:01Z }',
  }),
  'content/articles/2019/03/02/future/index.md': article({ id: 'ftvr22', published: '2019-03-02T00:00:01Z' }),
};

it('An address is entered when readers can open it, and not before.', () =>
  withPaper(heldBack, async (root) => {
    recordAddresses({ root, asOf });
    expect(permalinksIn(root)).toEqual(['/2019/03/01/harbour-vote/', '/2019/03/01/second/']);
    recordAddresses({ root, asOf: '2019-03-02T00:00:01Z' });
    expect(permalinksIn(root).slice(2)).toEqual(['/2019/03/01/embargo/', '/2019/03/02/future/']);
    expect(ledgerIn(root)).toContain('"embargoedUntil":"2019-03-02T00:00:01Z"');
  }));

it('Where the paper was read at first is entered with the first addresses, and stays when it moves.', () =>
  withPaper({}, async (root) => {
    recordAddresses({ root, asOf });
    expect(firstAddress(root)).toBe('https://broadsheet.example');
    const publication = path.join(root, 'content/publication.yaml');
    writeFileSync(
      publication,
      readFileSync(publication, 'utf8').replace(/^url:.*$/m, 'url: https://name.github.io/paper/'),
    );
    recordAddresses({ root, asOf: '2030-01-01T00:00:00Z' });
    expect(ledgerIn(root).match(/"paper"/g)).toHaveLength(1);
    expect(readPaperData(root).publication).toMatchObject({
      url: 'https://name.github.io/paper',
      firstUrl: 'https://broadsheet.example',
    });
    layAt('https://broadsheet.example');
  }));

it('Nothing is entered twice.', () =>
  withPaper({}, async (root) => {
    recordAddresses({ root, asOf });
    const before = ledgerIn(root);
    expect(recordAddresses({ root, asOf })).toEqual(['Nothing new for content/ledger.jsonl.']);
    expect(ledgerIn(root)).toBe(before);
  }));

it('What is entered leaves every line as it was, also one that lacks its end.', () =>
  withPaper({ [ledgerFile]: line('k7m2xq', '/2019/03/01/harbour-vote/').trim() }, async (root) => {
    const before = ledgerIn(root);
    recordAddresses({ root, asOf });
    expect(ledgerIn(root).startsWith(`${before}\n{"id":"k7m2xr"`)).toBe(true);
  }));

it('An edition of an earlier instant does without what was published later.', () =>
  withPaper(
    { [ledgerFile]: line('ftvr22', '/2019/03/02/future/', '2019-03-02T00:00:01Z'), ...heldBack },
    async (root) => {
      const { articles } = await readPaper({ root, bodies: path.join(root, '.astro/bodies') });
      expect(checkLedger({ articles, root, asOf })).toEqual([]);
    },
  ));

it('A ledger of 10,000 lines is checked.', () =>
  withPaper({}, async (root) => {
    const { articles } = await readPaper({ root, bodies: path.join(root, '.astro/bodies') });
    const known = articles.copies.get('2019/03/01/second');
    if (!known) throw new Error('The paper lacks its second story.');
    const copies = new Map<string, typeof known>();
    const lines = Array.from({ length: 10_000 }, (_, number) => {
      const id = `b${String(number + 22222)
        .replaceAll('0', 'z')
        .replaceAll('1', 'y')}`;
      const place = `2019/03/01/story-${number}`;
      copies.set(place, { ...known, copy: { ...known.copy, filed: { ...known.copy.filed, id } } });
      return line(id, `/${place}/`);
    });
    writeFileSync(path.join(root, ledgerFile), lines.join(''));
    expect(checkLedger({ articles: { ...articles, copies }, root, asOf })).toEqual([]);
  }));
