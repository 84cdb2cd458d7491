import type { Element } from 'hast';
import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axe } from '../support/axe.ts';
import { openBrowser, scrollThrough } from '../support/browser.ts';
import { attribute, elementsOf, foreignScriptsOf, pagesOf, parsed, textOf } from '../support/dist.ts';
import { oneOfEachKind, pagesToLookAt } from '../support/kinds.ts';

const papers = [inject('edition'), inject('fixture')];
// The fixture paper first: its lists hold more than those of the edition.
const pages = papers.toReversed().flatMap(pagesOf);
const looked = pagesToLookAt(pages).map((page) => page.url);
const lead = pages.find((page) => page.at.includes('trump-kim-talks'))?.url ?? '';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Opens each page in a context of its own kind and gives what is found on it; empty findings are left out. */
async function findings<T>(
  options: Parameters<Browser['newContext']>[0],
  find: (page: Page) => Promise<T[]>,
  addresses = looked,
  display: { theme?: string } = {},
): Promise<Record<string, T[]>> {
  // The worker would fetch the whole edition behind each page.
  const context = await browser.newContext({ serviceWorkers: 'block', ...options });
  await context.addInitScript(
    (settings) => location.protocol === 'http:' && localStorage.setItem('display', settings),
    JSON.stringify(display),
  );
  const found: Record<string, T[]> = {};
  const page = await context.newPage();
  for (const address of addresses) {
    await page.goto(address);
    const here = await find(page);
    if (here.length > 0) found[new URL(address).pathname] = here;
  }
  await context.close();
  return found;
}

async function violations(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  return told(await axe(page).withTags(tags).analyze());
}

/** What colours and width decide; all else is the same in every theme. */
async function violationsOfLooks(page: Page): Promise<string[]> {
  return told(await axe(page).withRules(['color-contrast', 'link-in-text-block', 'target-size']).analyze());
}

function told({ violations: all }: { violations: { id: string; nodes: { html: string }[] }[] }): string[] {
  return all.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe('every page', () => {
  const kinds = oneOfEachKind(pages, /trump-kim-talks|jisr|handbook|ferries-return/).map((page) => page.url);
  // Pages whose parts no other has; the rest share their style sheets.
  const looks = kinds.filter((url) =>
    /^\/$|^\/(sections\/[^/]+|search|saved|visiting)\/$|404|ferries-return|jisr|handbook/.test(new URL(url).pathname),
  );

  it.each([
    ['paper', 320, violations, kinds],
    ['dark', 768, violationsOfLooks, looks],
    ['sepia', 1440, violationsOfLooks, looks],
  ] as const)(
    'of each kind has nothing for axe to find, in %s and %i px wide',
    async (theme, width, find, addresses) => {
      expect([kinds.length > 20, looks.length > 8]).toEqual([true, true]);
      // axe is a script: the policy is set aside for it.
      const options = { viewport: { width, height: 900 }, bypassCSP: true };
      expect(await findings(options, find, addresses, { theme })).toEqual({});
    },
  );

  it('of each kind has nothing for axe to find in forced colours', async () => {
    const options = { viewport: { width: 768, height: 900 }, bypassCSP: true, forcedColors: 'active' } as const;
    expect(await findings(options, violationsOfLooks, looks)).toEqual({});
  });

  it('has nothing for axe to find', async () => {
    const others = looked.filter((url) => !kinds.includes(url));
    expect(await findings({ viewport: { width: 768, height: 900 }, bypassCSP: true }, violations, others)).toEqual({});
  });

  it('has nothing for axe to find in high contrast', async () => {
    const options = { viewport: { width: 768, height: 900 }, bypassCSP: true };
    expect(await findings({ ...options, contrast: 'more' }, violations, [lead])).toEqual({});
    expect(await findings({ ...options, contrast: 'more', colorScheme: 'dark' }, violations, [lead])).toEqual({});
  });

  it('has one heading of the first rank, and leaves no rank out', () => {
    const wrong = pages.flatMap(({ at, html }) => {
      const ranks = elementsOf(parsed(html), ({ tagName }) => /^h[1-6]$/.test(tagName)).map(({ tagName }) =>
        Number(tagName[1]),
      );
      // The front page's stories come after its nameplate, as an article's subheadings after its headline.
      const gaps = ranks.filter((rank, index) => rank > (ranks[index - 1] ?? 0) + 1);
      return ranks.filter((rank) => rank === 1).length === 1 && gaps.length === 0 ? [] : [`${at} ${ranks.join(' ')}`];
    });
    expect(wrong).toEqual([]);
  });

  it('has one main part, a footer, and a way past the masthead', () => {
    const wrong = pages.flatMap(({ at, html }) => {
      const tree = parsed(html);
      const footers = elementsOf(tree, ({ properties }) => String(properties['className']) === 'imprint');
      const skips = elementsOf(tree, ({ properties }) => String(properties['className']) === 'skip');
      const counts = [elementsOf(tree, 'main'), footers, skips].map(({ length }) => length);
      return counts.every((count) => count === 1) ? [] : [`${at} ${counts.join(' ')}`];
    });
    expect(wrong).toEqual([]);
  });

  it('says nothing on the console, breaks no policy, and asks nobody else for anything', async () => {
    const context = await browser.newContext({ viewport: { width: 768, height: 900 } });
    const found: string[] = [];
    await context.exposeFunction('told', (what: string) => found.push(what));
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        void (globalThis as unknown as { told: (what: string) => void }).told(
          `policy: ${violatedDirective} ${blockedURI}`,
        );
      });
    });
    const page = await context.newPage();
    page.on('console', (message) => found.push(`${page.url()} console: ${message.text()}`));
    page.on('pageerror', (error) => found.push(`${page.url()} error: ${error.message}`));
    page.on('request', (request) => {
      if (!papers.some(({ address }) => request.url().startsWith(address)))
        found.push(`${page.url()} asks ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) found.push(`${response.status()} ${response.url()}`);
    });
    for (const url of looked) {
      await page.goto(url);
      await scrollThrough(page);
    }
    await context.close();
    expect(found).toEqual([]);
  });

  it('allows no inline style or script but those whose hash it names', () => {
    for (const { at, html } of pages) {
      const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1];
      expect(policy, at).toMatch(/^default-src 'none';/);
      expect(policy, at).toMatch(/style-src[^;]*'sha256-/);
      expect(policy, at).not.toMatch(/unsafe-|\*/);
      const tree = parsed(html);
      expect(foreignScriptsOf(tree), at).toEqual([]);
      const isCode = (each: Element) =>
        attribute(each, 'src') === undefined && attribute(each, 'type') !== 'application/ld+json';
      for (const script of elementsOf(tree, 'script').filter(isCode))
        expect(policy, at).toContain(`'sha256-${createHash('sha256').update(textOf(script)).digest('base64')}'`);
      const inline = elementsOf(tree, ({ properties }) =>
        Object.keys(properties).some((name) => /^(style|on[A-Z].*)$/.test(name)),
      );
      expect(inline, at).toEqual([]);
    }
  });
});
