import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, inject, it } from 'vitest';
import { gatherConsole, openBrowser } from '../support/browser.ts';
import { filesIn, pagesOf } from '../support/dist.ts';
import { project } from '../support/paper.ts';

const papers = { edition: inject('edition'), fixture: inject('fixture') };
const textOf = (dist: string, name: string) => readFileSync(path.join(dist, name), 'utf8');
const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url);
const errorsBy = (schema: string, file: string) => {
  const xsd = path.join(project, 'tests/fixtures/xsd', schema);
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', xsd, file], { encoding: 'utf8' });
  return status === 0 ? '' : stderr;
};

describe('the sitemaps', () => {
  it('are valid by their schemas', () => {
    for (const { dist } of Object.values(papers)) {
      expect(errorsBy('siteindex.xsd', path.join(dist, 'sitemap.xml'))).toBe('');
      for (const name of locations(textOf(dist, 'sitemap.xml')))
        expect(errorsBy('sitemap.xsd', path.join(dist, new URL(name).pathname)), name).toBe('');
    }
  });

  it('name every article that is shown, once, and each list at its own address', () => {
    for (const paper of Object.values(papers)) {
      const listed = locations(textOf(paper.dist, 'sitemap.xml')).flatMap((name) =>
        locations(textOf(paper.dist, new URL(name).pathname)).map((url) => new URL(url).pathname),
      );
      expect(new Set(listed).size).toBe(listed.length);
      const pages = pagesOf(paper);
      const wanted = pages
        .filter(({ at }) => /^\/(\d{4}\/\d{2}\/\d{2}\/[^/]+\/)?$|^\/(sections|topics|contributors)\/[^/]*\/?$/.test(at))
        .filter(({ at, html }) => !html.includes('content="noindex"') && !/page\/\d+\/$/.test(at))
        .map(({ at }) => at);
      expect(listed).toEqual(expect.arrayContaining(wanted));
      expect(listed.filter((at) => !pages.some((page) => page.at === at))).toEqual([]);
      expect(
        listed.filter((at) => pages.some((page) => page.at === at && page.html.includes('content="noindex"'))),
      ).toEqual([]);
    }
  });

  it('say when a story was last changed, and where its picture is', () => {
    const { dist } = papers.edition;
    const lead =
      /<url><loc>[^<]*trump-kim-talks[^<]*<\/loc>.*?<\/url>/.exec(textOf(dist, 'sitemaps/2019-03.xml'))?.[0] ?? '';
    expect(lead).toContain('<lastmod>2019-03-01T01:30:00.000Z</lastmod>');
    const [, picture = ''] = /<image:loc>([^<]+)</.exec(lead) ?? [];
    expect(existsSync(path.join(dist, new URL(picture).pathname))).toBe(true);
    expect(textOf(dist, 'sitemap.xml')).toContain('<lastmod>2019-03-01T01:30:00.000Z</lastmod>');
  });

  it('leave out that of news where the last story is older than two days', () => {
    const { dist } = papers.edition;
    expect(existsSync(path.join(dist, 'sitemaps/news.xml'))).toBe(false);
    expect(textOf(dist, 'sitemap.xml')).not.toContain('news.xml');
  });
});

describe('what programs are told', () => {
  it('is in robots.txt: all is open, and where the sitemap is', () => {
    expect(textOf(papers.edition.dist, 'robots.txt')).toBe(
      'User-agent: *\nAllow: /\n\nSitemap: https://broadsheet.example/sitemap.xml\n',
    );
  });

  it('is in llms.txt, by its form: a name, a line on it, and lists of links', () => {
    for (const paper of Object.values(papers)) {
      const text = textOf(paper.dist, 'llms.txt');
      const [name, tagline] = text.split('\n\n');
      expect(name).toMatch(/^# \S/);
      expect(tagline).toMatch(/^> \S/);
      const lines = text.split('\n').filter(Boolean).slice(2);
      expect(lines.filter((line) => !/^## \S|^- \[.+\]\(https:\/\/[^)\s]+\)(: \S.*)?$/.test(line))).toEqual([]);
      const pages = pagesOf(paper);
      const stories = [...text.matchAll(/\((https:[^)]+)index\.md\)/g)].map(([, url = '']) => new URL(url).pathname);
      expect(stories.filter((at) => !pages.some((page) => page.at === at && !page.html.includes('noindex')))).toEqual(
        [],
      );
      expect(stories.length).toBeGreaterThan(5);
      const others = [...text.matchAll(/\((https:[^)]+)\)/g)]
        .map(([, url = '']) => new URL(url).pathname)
        .filter((at) => !at.endsWith('index.md'));
      expect(others.filter((at) => !existsSync(path.join(paper.dist, at)))).toEqual([]);
    }
  });

  it('is in security.txt, with the fields of RFC 9116 and for less than a year', () => {
    for (const { dist } of Object.values(papers)) {
      const fields = Object.fromEntries(
        textOf(dist, '.well-known/security.txt')
          .trim()
          .split('\n')
          .map((line) => line.split(/: (.*)/)),
      ) as Record<string, string>;
      expect(Object.keys(fields)).toEqual(['Contact', 'Expires', 'Preferred-Languages', 'Canonical']);
      expect(fields['Contact']).toMatch(/^mailto:desk@/);
      expect(fields['Canonical']).toMatch(/^https:\/\/[^/]+\/\.well-known\/security\.txt$/);
      const days = (Date.parse(fields['Expires'] ?? '') - Date.now()) / 86_400_000;
      expect(days).toBeGreaterThan(300);
      expect(days).toBeLessThan(365);
    }
  });
});

describe('the web app manifest', () => {
  it('is taken by Chromium without a complaint, with its icons', async () => {
    const browser = await openBrowser();
    const page = await browser.newPage({ serviceWorkers: 'block' });
    const refused: string[] = [];
    gatherConsole(page, refused);
    await page.goto(papers.edition.address);
    const session = await page.context().newCDPSession(page);
    const { errors, data, url } = await session.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    expect(url).toBe(`${papers.edition.address}manifest.webmanifest`);
    const manifest = JSON.parse(data ?? '') as {
      name: string;
      start_url: string;
      icons: { src: string; sizes: string; purpose: string }[];
    };
    expect(manifest).toMatchObject({ name: 'The Broadsheet', start_url: '/', lang: 'en-GB' });
    expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
      '192x192 any',
      '512x512 any',
      '512x512 maskable',
    ]);
    for (const { src, sizes } of manifest.icons) {
      const { width, height } = await sharp(path.join(papers.edition.dist, src)).metadata();
      expect(`${width}x${height}`).toBe(sizes);
    }
    expect(refused).toEqual([]);
    await browser.close();
  });

  it('is named on every page, and Apple’s icon has the place where it is looked for', async () => {
    for (const { at, html } of pagesOf(papers.edition))
      expect(html.includes('<link rel="manifest" href="/manifest.webmanifest">'), at).toBe(true);
    expect(filesIn(papers.edition.dist)).toContain('apple-touch-icon.png');
    const { width, hasAlpha } = await sharp(path.join(papers.edition.dist, 'apple-touch-icon.png')).metadata();
    expect({ width, hasAlpha }).toEqual({ width: 180, hasAlpha: false });
  });
});

describe('nothing that is held back', () => {
  it('is in a feed, a sitemap or a file for programs', () => {
    const held = /secretdraft|secretembargo/i;
    const names = filesIn(papers.fixture.dist).filter((name) => /\.(xml|json|txt|opml|webmanifest)$/.test(name));
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) expect(textOf(papers.fixture.dist, name), name).not.toMatch(held);
  });
});
