import { describe, expect, it } from 'vitest';
import { articleData } from '../../../src/views/machines/structured-data.ts';
import { articleView } from '../../../src/views/pages/article.ts';
import { comfortView } from '../../../src/views/pages/comfort.ts';
import { cropsOf } from '../../../src/views/pages/crops.ts';
import { sharingView } from '../../../src/views/pages/sharing.ts';
import { fullEdition, fullStory } from '../full-story.ts';

// Made in each test: in one place for all, it would be made before any of them.
const view = () => articleView({ article: { ...fullStory }, edition: { ...fullEdition } });

describe('Search engines are told of an article', () => {
  const shapes = ['a', 'b'].map((name) => ({ src: `/_astro/${name}`, width: 600, height: 400 }));
  const told = () =>
    JSON.parse(JSON.stringify(articleData({ view: view(), photo: view().lead, shapes })['@graph'])) as unknown[];
  it('all that its page says', () =>
    expect(told()[0]).toEqual({
      '@type': 'AnalysisNewsArticle',
      url: 'https://paper.example/2019/03/01/harbour-vote/',
      mainEntityOfPage: 'https://paper.example/2019/03/01/harbour-vote/',
      headline: 'Harbour votes for “ferries”',
      description: 'The vote is over – at last.',
      image: [
        {
          '@type': 'ImageObject',
          url: 'https://paper.example/_astro/a',
          contentUrl: 'https://paper.example/_astro/a',
          width: '600',
          height: '400',
          caption: 'The quay at noon.',
          creditText: 'Photo: A',
          license: 'https://creativecommons.org/licenses/by/4.0/',
          acquireLicensePage: 'https://pictures.example/quay',
        },
        {
          '@type': 'ImageObject',
          url: 'https://paper.example/_astro/b',
          contentUrl: 'https://paper.example/_astro/b',
          width: '600',
          height: '400',
          caption: 'The quay at noon.',
          creditText: 'Photo: A',
          license: 'https://creativecommons.org/licenses/by/4.0/',
          acquireLicensePage: 'https://pictures.example/quay',
        },
      ],
      datePublished: '2019-03-01T05:00:00+08:00',
      dateModified: '2019-03-01T11:00:00+08:00',
      author: { '@type': 'Person', name: 'Wren Quay', url: 'https://paper.example/contributors/wren/' },
      editor: { '@type': 'Person', name: 'Otto Pier', url: 'https://paper.example/contributors/otto/' },
      translator: { '@type': 'Organization', name: 'The Desk', url: 'https://paper.example/contributors/desk/' },
      contributor: { '@type': 'Organization', name: 'The Wire' },
      publisher: {
        '@type': 'NewsMediaOrganization',
        '@id': 'https://paper.example/#publisher',
        name: 'The Press',
        url: 'https://paper.example/',
        email: 'desk@paper.example',
        logo: 'https://paper.example/favicon.svg',
      },
      isPartOf: { '@type': 'Newspaper', name: 'The Paper', publisher: { '@id': 'https://paper.example/#publisher' } },
      articleSection: 'World',
      keywords: ['Ferries', 'Votes'],
      inLanguage: 'en-GB',
      isAccessibleForFree: true,
      license: 'https://creativecommons.org/publicdomain/zero/1.0/',
      dateline: 'Hanoi, 28 February',
      printEdition: 'The Daily, 1 March 2019',
      printSection: 'World',
      printPage: 'A1',
      correction: [
        { '@type': 'CorrectionComment', text: 'It was “four” boats.', datePublished: '2019-03-01T10:00:00+08:00' },
        { '@type': 'CorrectionComment', text: 'Each way.', datePublished: '2019-03-01T10:00:00+08:00' },
      ],
      speakable: { '@type': 'SpeakableSpecification', cssSelector: ['h1', '.standfirst'] },
    }));
  it('the way to it', () =>
    expect(told()[1]).toEqual({
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: 'The Paper', item: 'https://paper.example/' },
        { '@type': 'ListItem', position: 2, name: 'World', item: 'https://paper.example/sections/world/' },
        { '@type': 'ListItem', position: 3, name: 'Harbour votes for “ferries”' },
      ],
    }));
});

describe('A picture is cropped', () => {
  const file = { path: 'a.jpg', format: 'jpg', hash: 'a' };
  it.each<[string | undefined, string]>([
    [undefined, 'centre'],
    ['50% 50%', 'centre'],
    ['0% 0%', 'left top'],
    ['33% 67%', 'left bottom'],
    ['34% 66%', 'centre'],
    ['100% 50%', 'right'],
    ['50% 100%', 'bottom'],
    ['20% 50%', 'left'],
    ['50% 20%', 'top'],
    ['90% 90%', 'right bottom'],
    ['10% 70%', 'left bottom'],
  ])('about the point %s to the part "%s"', (focus, position) =>
    expect(
      new Set(cropsOf({ file: { ...file, width: 1200, height: 800 }, focus }).map((crop) => crop.position)),
    ).toEqual(new Set([position])),
  );

  it.each<[number, number, string[]]>([
    [1200, 800, ['1200 × 675', '1066 × 800', '800 × 800']],
    [2400, 1600, ['1200 × 675', '1200 × 900', '1200 × 1200']],
    [300, 200, ['300 × 169', '266 × 200']],
    [200, 200, []],
    [600, 1200, ['600 × 338', '600 × 450', '600 × 600']],
    [1600, 500, ['888 × 500', '666 × 500', '500 × 500']],
    [4000, 3000, ['1200 × 675', '1200 × 900', '1200 × 1200']],
    [250, 200, []],
  ])('of %i × %i to the shapes that it is large enough for', (width, height, shapes) =>
    expect(
      cropsOf({ file: { ...file, width, height }, focus: undefined }).map((crop) => `${crop.width} × ${crop.height}`),
    ).toEqual(shapes),
  );
});

describe('A page offers', () => {
  it('ways to pass it on, which tell nobody who shared it', () => {
    const { cite, ...ways } = sharingView({ ...view(), files: [] });
    expect(ways).toEqual({
      share: 'Share',
      permalink: 'https://paper.example/2019/03/01/harbour-vote/',
      copyLink: 'Copy link',
      email: {
        label: 'E-mail',
        href: 'mailto:?subject=Harbour%20votes%20for%20%E2%80%9Cferries%E2%80%9D&body=https%3A%2F%2Fpaper.example%2F2019%2F03%2F01%2Fharbour-vote%2F',
      },
      services: [
        {
          label: 'Bluesky',
          href: 'https://bsky.app/intent/compose?text=Harbour%20votes%20for%20%E2%80%9Cferries%E2%80%9D%20https%3A%2F%2Fpaper.example%2F2019%2F03%2F01%2Fharbour-vote%2F',
        },
        {
          label: 'Facebook',
          href: 'https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fpaper.example%2F2019%2F03%2F01%2Fharbour-vote%2F',
        },
        {
          label: 'Mastodon',
          href: 'https://mastodon.social/share?text=Harbour%20votes%20for%20%E2%80%9Cferries%E2%80%9D%20https%3A%2F%2Fpaper.example%2F2019%2F03%2F01%2Fharbour-vote%2F',
        },
        {
          label: 'Reddit',
          href: 'https://www.reddit.com/submit?title=Harbour%20votes%20for%20%E2%80%9Cferries%E2%80%9D&url=https%3A%2F%2Fpaper.example%2F2019%2F03%2F01%2Fharbour-vote%2F',
        },
        {
          label: 'WhatsApp',
          href: 'https://wa.me/?text=Harbour%20votes%20for%20%E2%80%9Cferries%E2%80%9D%20https%3A%2F%2Fpaper.example%2F2019%2F03%2F01%2Fharbour-vote%2F',
        },
      ],
      said: {
        'data-passage': 'Copy link to this paragraph',
        'data-quote': 'Copy quote with link',
        'data-marks': '“|‘|’|”',
        'data-link-copied': 'The link is copied.',
        'data-quote-copied': 'The quote is copied, with its link.',
        'data-citation-copied': 'The citation is copied.',
        'data-not-copied': 'The browser did not copy this:',
        'data-moved': 'The paragraph that was linked to has been changed or removed. This is the nearest one.',
      },
    });
    expect(cite).toMatchObject({
      heading: 'Cite this article',
      copy: 'Copy',
      code: { url: 'https://paper.example/a/k7m2xq/', label: 'QR code of the short link' },
    });
  });

  it('its files, where the desk has made them', () =>
    expect(sharingView({ ...view(), files: [] }).takeaway).toBeUndefined());

  it('settings of which the one without a value is the paper’s own', () =>
    expect(comfortView('en-GB').display).toEqual({
      heading: 'Display',
      settings: [
        {
          name: 'theme',
          label: 'Colours',
          choices: [
            { value: '', label: 'As on the device' },
            { value: 'paper', label: 'Paper' },
            { value: 'sepia', label: 'Sepia' },
            { value: 'dark', label: 'Dark' },
          ],
        },
        { name: 'scale', label: 'Text size', steps: ['0.85', '0.925', '', '1.15', '1.35', '1.6', '2'] },
        { name: 'leading', label: 'Line spacing', steps: ['0.9', '', '1.2', '1.4'] },
        { name: 'letters', label: 'Letter spacing', steps: ['', '0.03', '0.06', '0.12'] },
        { name: 'line', label: 'Line length', steps: ['0.75', '', '1.2'] },
        {
          name: 'typeface',
          label: 'Typeface',
          choices: [
            { value: '', label: 'Serif' },
            { value: 'sans', label: 'Sans serif' },
          ],
        },
      ],
      reset: 'As it was',
    }));

  it('keys, some of which lead elsewhere', () =>
    expect(comfortView('en-GB').keys).toEqual({
      heading: 'Keyboard shortcuts',
      label: 'Single-key shortcuts',
      deeds: [
        { name: 'search', label: 'Search', href: '/search/' },
        { name: 'next', label: 'Next story' },
        { name: 'previous', label: 'Previous story' },
        { name: 'front', label: 'Front page', href: '/' },
        { name: 'save', label: 'Save for later' },
        { name: 'settings', label: 'Display' },
        { name: 'top', label: 'Back to the headline' },
        { name: 'help', label: 'This list' },
      ],
    }));
});
