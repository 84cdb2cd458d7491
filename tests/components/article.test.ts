import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { beforeAll, describe, expect, it } from 'vitest';
import Address from '../../src/components/article/Address.astro';
import Cite from '../../src/components/article/Cite.astro';
import Colophon from '../../src/components/article/Colophon.astro';
import Ending from '../../src/components/article/Ending.astro';
import Kicker from '../../src/components/article/Kicker.astro';
import Links from '../../src/components/article/Links.astro';
import Promos from '../../src/components/article/Promos.astro';
import Masthead from '../../src/components/masthead/Masthead.astro';
import Neighbours from '../../src/components/related/Neighbours.astro';
import RelatedBlock from '../../src/components/related/RelatedBlock.astro';
import RelatedGroups from '../../src/components/related/RelatedGroups.astro';
import type { Article, Publication } from '../../src/newsroom/article.ts';
import { siteView } from '../../src/views/site.ts';
import { articleView } from '../../src/views/pages/article.ts';
import { sharingView } from '../../src/views/pages/sharing.ts';
import { article, edition, publication } from '../unit/articles.ts';

type Component = Parameters<AstroContainer['renderToString']>[0];

let container: AstroContainer;
beforeAll(async () => {
  container = await AstroContainer.create();
});

/** What a component makes of its view, with no more white space than a browser shows. */
async function rendered(component: Component, props: Record<string, unknown>): Promise<string> {
  const html = await container.renderToString(component, { props });
  return html.replace(/\s+/g, ' ').replace(/> (?=<)|(?<=>) <|^ | $/g, (space) => space.trim());
}

const viewOf = (facts: Partial<Article>, others: Article[] = []) => {
  const made = article(facts);
  return articleView({ article: made, edition: edition([made, ...others]) });
};

describe('The head of a page', () => {
  const masthead = (facts: Partial<Publication>) => {
    const made = edition([]);
    return rendered(Masthead, { site: siteView({ ...made, publication: { ...made.publication, ...facts } }) });
  };

  it('has the name of the paper in letters', async () => {
    expect(await masthead({})).toContain(`<a href="/">${publication.name}</a>`);
  });

  it('has it as a drawing where there is one, with the name in its place for those who do not see it', async () => {
    expect(await masthead({ nameplate: './name.svg', nameplateRatio: 5 })).toContain(
      `<img src="/icons/nameplate.png" width="240" height="48" alt="${publication.name}">`,
    );
  });
});

describe('The end of an article', () => {
  const ending = (facts: Partial<Article>) => rendered(Ending, { view: viewOf(facts) });

  it('has no part for corrections, provenance and topics where there are none', async () => {
    const html = await ending({});
    expect(html).not.toMatch(/corrections|provenance|topics/);
    expect(html).toContain('<footer>');
  });

  it('tells each correction with its kind and time, as text', async () => {
    const html = await ending({
      corrections: [
        { at: '2019-03-02T00:00:00Z', kind: 'correction', text: 'Four <b> ships.' },
        { at: '2019-03-03T00:00:00Z', kind: 'clarification', text: 'Small ones.' },
      ],
    });
    expect(html).toContain('<h2 id="corrections">Corrections</h2>');
    expect(html).toMatch(
      /<b>Correction<\/b> ?<time datetime="2019-03-02T00:00:00Z">2 March 2019, 08:00 SGT<\/time> ?<\/p><p>Four &lt;b&gt; ships\.<\/p>/,
    );
    expect(html.indexOf('Clarification')).toBeGreaterThan(html.indexOf('Correction<'));
  });

  it('says where it was printed, and under which licence if that is not the paper’s', async () => {
    const print = { publication: 'The Paper', edition: '2019-03-02' };
    expect(await ending({ print, licence: 'CC0-1.0' })).toMatch(
      /<div class="provenance"><p>[^<]*The Paper[^<]*2 March 2019[^<]*<\/p><p>Text licensed under CC0-1\.0<\/p><\/div>/,
    );
    expect(await ending({ licence: publication.licence })).not.toContain('provenance');
  });

  it('leads to its topics, in the language of the paper', async () => {
    const html = await ending({ language: 'de', topics: [{ id: 'tides', name: 'Tides & boats' }] });
    expect(html).toContain('<ul aria-label="Themen" lang="en-GB">');
    expect(html).toContain('<a class="p-category" href="/topics/tides/">Tides &amp; boats</a>');
  });
});

describe('Stories beside an article', () => {
  const other = article({
    path: '2019/03/01/other',
    id: 'thr222',
    headline: 'Other',
    language: 'ar',
    direction: 'rtl',
  });

  it('are links in their own language, and those elsewhere names or links out', async () => {
    const elsewhere = { title: 'Far', publication: 'The Day', date: '2019-02-27' };
    const html = await rendered(RelatedGroups, {
      related: viewOf({
        related: [
          {
            heading: 'More',
            stories: [
              { article: other, note: 'Then' },
              { elsewhere },
              { elsewhere: { ...elsewhere, url: 'https://day.example/' } },
            ],
          },
        ],
      }).related,
    });
    expect(html).toMatch(/<a href="\/2019\/03\/01\/other\/" lang="ar" dir="rtl"[^>]*> ?Other ?<\/a>/);
    expect(html).toContain('<span class="note">Then</span>');
    expect(html).toContain('<cite>Far</cite><span class="source">The Day, 27 February 2019</span>');
    expect(html).toMatch(/<a href="https:\/\/day\.example\/" rel="external"> ?Far ?<\/a>/);
  });

  it('are left out with their heading where there are none', async () => {
    expect(await rendered(RelatedGroups, { related: viewOf({}).related })).toBe('');
    expect(await rendered(Neighbours, { neighbours: viewOf({}).neighbours })).toBe('');
  });

  it('come before and after it in its section', async () => {
    const later = article({ path: '2019/03/01/later', headline: 'Later', published: '2019-03-01T06:00:00+08:00' });
    const html = await rendered(Neighbours, { neighbours: viewOf({}, [later]).neighbours });
    expect(html).toContain('<nav aria-label="World">');
    expect(html).toMatch(
      /After this in World<\/span> ?<a href="\/2019\/03\/01\/later\/" rel="next" lang="en-GB" dir="ltr"> ?Later ?<\/a>/,
    );
    expect(html).not.toContain('rel="prev"');
  });

  it('in its text have a heading of the rank that fits, the second where none is told', async () => {
    const block = { kind: 'related', heading: 'Read also', stories: [] };
    expect(await rendered(RelatedBlock, { block })).toContain('<h2 class="box-title">Read also</h2>');
    expect(await rendered(RelatedBlock, { block: { ...block, rank: 4 } })).toContain(
      '<h4 class="box-title">Read also</h4>',
    );
  });
});

describe('Citations', () => {
  it('have the paper in italics, and an address that runs from left to right', async () => {
    const view = viewOf({ language: 'ar', direction: 'rtl' });
    const html = await rendered(Cite, { cite: sharingView({ ...view, files: [] }).cite });
    expect(html).toContain('<cite>The Paper</cite>');
    expect(html).toContain('<bdi dir="ltr">https://paper.example/a/k7m2xq/</bdi>');
    expect(html).toMatch(/<b translate="no">BibTeX<\/b> ?<code dir="ltr" translate="no">@article\{k7m2xq,/);
  });
});

describe('On paper', () => {
  it('the colophon tells publisher and licence, and leaves the paper’s licence out beside another', async () => {
    const colophon = (licence?: string) => rendered(Colophon, { view: viewOf({ licence }) });
    expect(await colophon()).toContain(
      'data-words="Published by The Press, Singapore · Text licensed under CC BY 4.0"',
    );
    expect(await colophon('CC0-1.0')).toContain('data-words="Published by The Press, Singapore"');
  });

  it('links are listed by their addresses, and the list is left out without any', async () => {
    expect(await rendered(Links, { heading: 'Links', links: [] })).toBe('');
    const html = await rendered(Links, { heading: 'Links', links: ['https://a.example/b?c=1&d=2'] });
    expect(html).toContain('data-words="Links"');
    expect(html.match(/data-words="https:\/\/a\.example\/"/)).not.toBeNull();
  });

  it('an address breaks where its parts end, and nowhere else', async () => {
    const html = await rendered(Address, { address: 'https://a.example/b?c=1&d="2"' });
    expect(html).toContain('https://a.example/<wbr>b?<wbr>c=<wbr>1&amp;<wbr>d=<wbr>&quot;2&quot;');
  });
});

describe('Over an article', () => {
  it('stand its kind and what it belongs to, or nothing', async () => {
    expect(await rendered(Kicker, {})).toBe('');
    expect(await rendered(Kicker, { kind: 'Analysis' })).toMatch(
      /<p class="kicker"> ?<span class="kind">Analysis<\/span> ?<\/p>/,
    );
    expect(await rendered(Kicker, { kicker: 'Harbour' })).toMatch(/<p class="kicker"> ?<span>Harbour<\/span> ?<\/p>/);
  });
});

describe('The calls of a paper', () => {
  it('are in its own language, and left out where an article allows none', async () => {
    const { site } = viewOf({});
    const calls = (facts: Partial<Article>) => rendered(Promos, { promos: viewOf(facts).promos, site });
    expect(await calls({ promos: { follow: false, subscribe: false } })).toBe('');
    expect(await calls({ language: 'de' })).toMatch(
      /<aside class="promos" aria-label="[^"]+" lang="en-GB" dir="ltr"><p> ?Each edition\. <a href="https:\/\/channel\.example\/" rel="external"> ?Follow ?<\/a>/,
    );
  });
});
