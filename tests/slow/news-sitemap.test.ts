import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { project, removePaper } from '../support/paper.ts';
import { builtSite } from '../support/quick-build.ts';
import { smallPaper } from '../support/small-paper.ts';

const textOf = (dist: string, name: string) => readFileSync(path.join(dist, name), 'utf8');
const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url);
const errorsBy = (schema: string, file: string) => {
  const xsd = path.join(project, 'tests/fixtures/xsd', schema);
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', xsd, file], { encoding: 'utf8' });
  return status === 0 ? '' : stderr;
};

describe('the sitemap of news', () => {
  const roots: string[] = [];
  afterAll(() => roots.forEach(removePaper));

  it('holds the stories of the last 48 hours, with what Google requires', async () => {
    const content = await smallPaper();
    const old = 'articles/2025/05/06/third/index.md';
    content[old] = String(content[old]).replace('published: 2025-05-06T05:00:00Z', 'published: 2025-05-05T23:59:59Z');
    const root = await builtSite(content, { BROADSHEET_SEARCH: 'off', BROADSHEET_NOW: '2025-05-08T00:00:00Z' });
    roots.push(root);
    const dist = path.join(root, 'dist');
    const news = textOf(dist, 'sitemaps/news.xml');
    expect(locations(news).map((url) => new URL(url).pathname)).toEqual(['/2025/05/06/second/', '/2025/05/06/first/']);
    expect(news).toContain(
      '<news:news><news:publication><news:name>The Small Paper</news:name><news:language>en</news:language></news:publication><news:publication_date>2025-05-06T05:00:00Z</news:publication_date><news:title>Second headline</news:title></news:news>',
    );
    expect(errorsBy('sitemap.xsd', path.join(dist, 'sitemaps/news.xml'))).toBe('');
    expect(locations(textOf(dist, 'sitemap.xml'))).toContain('https://small.example/sitemaps/news.xml');
    // This paper names nobody to write to.
    expect(existsSync(path.join(dist, '.well-known/security.txt'))).toBe(false);
  });
});
