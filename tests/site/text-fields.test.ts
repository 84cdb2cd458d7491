import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { allowedHtml } from '../../src/markdown/raw-html.ts';
import { openBrowser } from '../support/browser.ts';
import { elementsOf, foreignScriptsOf, pagesOf, parsed } from '../support/dist.ts';

const fixture = inject('fixture');
const pages = [inject('edition'), fixture].flatMap(pagesOf);
const script = '<script>alert(1)</script>';

let browser: Browser;
let page: Page;
const dialogs: string[] = [];
beforeAll(async () => {
  browser = await openBrowser();
  // The policy must not be what saves the page.
  page = await (await browser.newContext({ serviceWorkers: 'block', bypassCSP: true })).newPage();
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto(new URL('/2025/05/06/angle-brackets/', fixture.address).href);
});
afterAll(() => browser.close());

describe('HTML in a text field', () => {
  // The typographer sets a dash, in a comment that is none, too.
  test('of the headline is shown as it was written', async () => {
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      `Headline ${script} & <b>bold</b> <!-- hidden -->`,
    );
  });

  test.each([
    ['kicker', `Kicker ${script}`],
    ['standfirst', `Standfirst ${script} & <i onclick=“alert(1)”>tilted</i>`],
    ['agency', `With reporting by Agency ${script}`],
    ['dateline', `Place ${script}`],
    ['caption', `Caption ${script} & <b>bold</b> &amp; an entity`],
    ['credit and licence of a picture', `Credit ${script}. Licence ${script}`],
    ['caption of a picture in the body', `Caption of the body ${script}`],
    ['credit of a picture in the body', `Credit of the body ${script}`],
    ['caption of a figure', `Figure caption ${script}`],
    ['credit of a figure', `Figure credit ${script}`],
    ['source of a pull quote', `By ${script}, Role ${script}`],
    ['correction', `Correction ${script}`],
    [
      'print provenance',
      `A version of this article appeared in the print edition of Publication ${script} on 6 May 2025 (Part ${script}, page ${script}), with the headline “Print ${script}”.`,
    ],
    ['licence', `Text licensed under Text licence ${script}`],
    ['heading of related stories', `Related ${script}`],
    ['note on a related story', `Note ${script}`],
  ])('of the %s is shown as it was written', async (_name, text) => {
    const shown = await page
      .locator('main')
      .evaluate((main) =>
        [...main.querySelectorAll('*')].map((element) => element.textContent?.replace(/\s+/g, ' ').trim()),
      );
    expect(shown).toContain(text);
  });

  test.each([
    ['lead picture', `Alt ${script} & “quoted”`],
    ['picture in the body', `Alt of the body ${script}`],
    ['figure', `Figure alt ${script}`],
  ])('of the alternative text of the %s is told as it was written', async (_name, text) => {
    expect(
      await page.locator('img').evaluateAll((images) => images.map((image) => image.getAttribute('alt'))),
    ).toContain(text);
  });

  test('is shown as it was written in the list of stories', async () => {
    const headlines = elementsOf(parsed(pages.find(({ url }) => url === fixture.address)?.html ?? ''), 'h2').map(
      (heading) => JSON.stringify(heading),
    );
    expect(headlines.filter((heading) => heading.includes(`Headline ${script}`))).toHaveLength(1);
  });

  test('runs nothing', () => {
    expect(dialogs).toEqual([]);
  });
});

describe('no page', () => {
  test('has a script but the files of the site and those that stand in every page', () => {
    expect(pages.filter(({ html }) => foreignScriptsOf(parsed(html)).length > 0).map(({ at }) => at)).toEqual([]);
  });

  test('has an attribute that runs a script or sets a style', () => {
    const names = pages.flatMap(({ html }) =>
      elementsOf(parsed(html), () => true).flatMap((element) => Object.keys(element.properties)),
    );
    expect(names.filter((name) => /^on|^style$/.test(name))).toEqual([]);
  });
});

describe('the fixture paper', () => {
  test('holds every HTML tag that an editor may write', () => {
    const tags = new Set(
      elementsOf(
        parsed(pages.find(({ at }) => at === '/2025/05/06/the-harbour-handbook/')?.html ?? ''),
        () => true,
      ).map((element) => element.tagName),
    );
    expect(Object.keys(allowedHtml).filter((tag) => !tags.has(tag))).toEqual([]);
  });
});
