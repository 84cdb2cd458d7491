import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/newsroom/article.ts';
import { goneAddresses, movedAddresses } from '../../../src/newsroom/moved.ts';
import { hostsView } from '../../../src/views/machines/hosts.ts';
import { article, edition } from '../articles.ts';

const withdrawn: Article['status'] = { state: 'withdrawn', at: '2019-03-01T12:00:00Z', reason: 'Wrong.' };
const renamed = (facts: Partial<Article>, ...aliases: string[]) => article({ ...facts, aliases });
const small = edition([
  renamed({ path: '2019/03/01/vote', id: 'aaaaaa' }, '2019/03/01/poll', '2019/02/28/vote'),
  article({ path: '2019/03/01/gone', id: 'bbbbbb', status: withdrawn }),
]);
const textOf = (name: string, of = small) => hostsView(of).find((file) => file.name === name)?.text ?? '';

/** Rules as Netlify and Cloudflare Pages read them. */
const rulesOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(' '));

const big = edition(
  Array.from({ length: 3000 }, (_, index) => {
    const day = String(1 + Math.floor(index / 120)).padStart(2, '0');
    const path = `2019/03/${day}/story-${index}`;
    return renamed({ path, id: `k${index}` }, ...(index < 1500 ? [`${path}-as-it-was`] : []));
  }),
);

describe('addresses that have moved', () => {
  it('are old ones and short links, each with the permalink', () =>
    expect(movedAddresses(small)).toEqual([
      { from: '/2019/03/01/poll/', to: '/2019/03/01/vote/' },
      { from: '/2019/02/28/vote/', to: '/2019/03/01/vote/' },
      { from: '/a/aaaaaa/', to: '/2019/03/01/vote/' },
      { from: '/a/bbbbbb/', to: '/2019/03/01/gone/' },
    ]));

  it('are not those that are gone', () => expect(goneAddresses(small)).toEqual(['/2019/03/01/gone/']));
});

describe('_redirects', () => {
  it('has each moved address for both hosts, permanently', () => {
    const rules = rulesOf(textOf('_redirects'));
    expect(rules).toHaveLength(8);
    expect(rules).toContainEqual(['/2019/03/01/poll/', '/2019/03/01/vote/', '301']);
    expect(rules).toContainEqual(['https://paper.example/a/aaaaaa/', 'https://paper.example/2019/03/01/vote/', '301!']);
  });

  it('says nothing of a withdrawn article, whose notice is a page there', () =>
    expect(rulesOf(textOf('_redirects')).filter(([from]) => from?.includes('gone'))).toEqual([]));

  const rules = rulesOf(textOf('_redirects', big));
  const plain = rules.filter(([from]) => from?.startsWith('/'));

  it('keeps to 2,000 rules that Cloudflare Pages counts, 1,000 characters each, without patterns', () => {
    expect(plain).toHaveLength(2000);
    for (const rule of rules) {
      expect(rule).toHaveLength(3);
      expect(rule.join(' ').length).toBeLessThanOrEqual(1000);
      expect(rule.join(' ')).not.toMatch(/\*|\/:/);
    }
    expect(new Set(rules.map(([from]) => from)).size).toBe(rules.length);
  });

  it('has all old addresses of a big paper before short links, and the newest of those', () => {
    expect(plain.filter(([from]) => from?.startsWith('/a/'))).toHaveLength(500);
    expect(plain.map(([from]) => from)).toContain('/a/k2999/');
    expect(plain.map(([from]) => from)).not.toContain('/a/k0/');
  });
});

describe('_headers', () => {
  const blocks = textOf('_headers')
    .trimEnd()
    .split(/\n(?=\/)/);
  /** Headers that the hosts would send with a file, by the patterns of the rules. */
  const sentWith = (at: string) =>
    blocks.flatMap((block) => {
      const [pattern = '', ...headers] = block.split('\n');
      const form = pattern.replaceAll('.', '\\.').replace('*', '.*').replace(/:\w+/g, '[^/]+');
      return new RegExp(`^${form}$`).test(at) ? headers.map((header) => header.trim()) : [];
    });
  const typeOf = (at: string) => sentWith(at).filter((header) => header.startsWith('Content-Type'));

  it('has blocks of an address and headers below it, within what the hosts read', () => {
    expect(blocks.length).toBeLessThanOrEqual(100);
    for (const block of blocks) {
      // Cloudflare Pages takes one asterisk in an address.
      expect(block).toMatch(/^\/(:?[\w.]+\/)*([\w.]+|\*[\w.]*)(\n {2}[A-Za-z-]+: [^\n]+)+$/);
      for (const line of block.split('\n')) expect(line.length).toBeLessThanOrEqual(2000);
    }
  });

  const feeds = ['/feed.json', '/corrections/feed.json', '/sections/world/feed.json', '/feed/1.json'];
  it.each(feeds)('calls %s a feed', (at) => expect(typeOf(at)).toEqual(['Content-Type: application/feed+json']));

  it.each(['/feed.xml', '/feed/1.xml', '/2019/03/01/vote/index.json', '/'])('leaves the type of %s as it is', (at) =>
    expect(typeOf(at)).toEqual([]),
  );

  it('says no header for one address twice, since both values would be sent', () => {
    for (const at of ['/', '/_astro/a.js', '/feed.xml', ...feeds]) {
      const names = sentWith(at).map((header) => header.split(':')[0]);
      expect(names.length).toBeGreaterThan(5);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe('the rules of all hosts', () => {
  it('are the same whatever the order of the files is', () => {
    const turned = edition([...big.articles.values()].reverse());
    expect(hostsView(turned)).toEqual(hostsView(big));
  });
});
