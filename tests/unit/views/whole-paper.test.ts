import { describe, expect, test } from 'vitest';
import type { Edition } from '../../../src/newsroom/edition.ts';
import { opmlFile } from '../../../src/views/feeds/opml.ts';
import { articleCard, paperCard } from '../../../src/views/machines/card.ts';
import { articleFacts } from '../../../src/views/machines/facts.ts';
import { articleForms } from '../../../src/views/machines/forms.ts';
import { manifestView } from '../../../src/views/machines/manifest.ts';
import { articleGraph } from '../../../src/views/machines/open-graph.ts';
import { searchIndexView } from '../../../src/views/machines/search-index.ts';
import { archiveView, dayPages, monthViews, yearViews } from '../../../src/views/pages/archive.ts';
import { articleView } from '../../../src/views/pages/article.ts';
import { contributorPages, contributorsView } from '../../../src/views/pages/contributor.ts';
import { correctionsPages } from '../../../src/views/pages/corrections.ts';
import { topicPages, topicsView } from '../../../src/views/pages/headings.ts';
import { notFoundView } from '../../../src/views/pages/not-found.ts';
import { searchView } from '../../../src/views/pages/search.ts';
import type { Listed } from '../../../src/views/listed.ts';
import { bookOfArticle } from '../../../src/views/paper/book.ts';
import { paperView } from '../../../src/views/paper/on-paper.ts';
import { printEditionsView, printEditionViews } from '../../../src/views/paper/print-edition.ts';
import { takeawayLinks } from '../../../src/views/paper/takeaway.ts';
import { siteView } from '../../../src/views/site.ts';
import { storyView } from '../../../src/views/story.ts';
import { article } from '../articles.ts';
import { fullEdition, fullStory, otherStory } from '../full-story.ts';

const viewsOf = (pages: readonly Listed<unknown>[]) => pages.map(({ view }) => view());

const early = article({
  path: '2018/12/30/early',
  id: 'erlyst',
  headline: 'Early boats',
  published: '2018-12-30T05:00:00+08:00',
});

/** A paper of two days, made anew for each of its views. */
function paper(): Edition {
  const stories = [fullStory, otherStory, early].map((each) => [each.path, { ...each }] as const);
  return { ...fullEdition, articles: new Map(stories) };
}
const view = () => articleView({ article: { ...fullStory }, edition: paper() });
const files = [
  { name: 'the-paper-2019-03-01-a4.pdf', size: 123456 },
  { name: 'the-paper-2019-03-01-letter.pdf', size: 99 },
  { name: 'the-paper-2019-03-01.epub', size: 1234567 },
];

describe('Of a paper of two days', () => {
  test.each<[what: string, view: () => unknown, shown: object]>([
    [
      'the archive',
      () => archiveView(paper()),
      {
        title: 'Archive – The Paper',
        description: '2019 · 2018 · World',
        within: { label: 'Archive', href: '/archive/' },
        address: '/archive/',
        canonical: 'https://paper.example/archive/',
        heading: 'Archive',
        ways: [],
        groups: [
          {
            entries: [
              { label: '2019', href: '/2019/', count: '2 stories', leads: [{ headline: 'Other boats' }] },
              { label: '2018', href: '/2018/', count: '1 story', leads: [{ headline: 'Early boats' }] },
            ],
          },
          {
            heading: '2019',
            entries: [{ label: 'March 2019', href: '/2019/03/', count: '2 stories', calendar: { from: 5 } }],
          },
          { heading: 'Sections', entries: [{ label: 'World', href: '/sections/world/', count: '3 stories' }] },
        ],
      },
    ],
    [
      'the years',
      () => viewsOf(yearViews(paper())),
      [
        {
          title: '2018 – The Paper',
          description: 'December 2018',
          within: { label: 'Archive', href: '/archive/' },
          trail: { label: 'Where this page is', links: [{ label: 'Archive', href: '/archive/' }], here: '2018' },
          address: '/2018/',
          canonical: 'https://paper.example/2018/',
          heading: '2018',
          count: '1 story',
          ways: [{ label: 'Archive', links: [{ label: 'Newer stories', name: '2019', href: '/2019/', rel: 'next' }] }],
          groups: [{ entries: [{ label: 'December 2018', href: '/2018/12/', count: '1 story' }] }],
        },
        {
          title: '2019 – The Paper',
          description: 'March 2019',
          within: { label: 'Archive', href: '/archive/' },
          trail: { label: 'Where this page is', links: [{ label: 'Archive', href: '/archive/' }], here: '2019' },
          address: '/2019/',
          canonical: 'https://paper.example/2019/',
          heading: '2019',
          count: '2 stories',
          ways: [{ label: 'Archive', links: [{ label: 'Older stories', name: '2018', href: '/2018/', rel: 'prev' }] }],
          groups: [{ entries: [{ label: 'March 2019', href: '/2019/03/', count: '2 stories' }] }],
        },
      ],
    ],
    [
      'the months',
      () => viewsOf(monthViews(paper())),
      [
        {
          title: 'December 2018 – The Paper',
          description: 'Early boats',
          within: { label: 'Archive', href: '/archive/' },
          trail: {
            label: 'Where this page is',
            links: [
              { label: 'Archive', href: '/archive/' },
              { label: '2018', href: '/2018/' },
            ],
            here: 'December 2018',
          },
          address: '/2018/12/',
          canonical: 'https://paper.example/2018/12/',
          heading: 'December 2018',
          count: '1 story',
          ways: [
            {
              label: 'Archive',
              links: [{ label: 'Newer stories', name: 'March 2019', href: '/2019/03/', rel: 'next' }],
            },
          ],
          groups: [
            {
              entries: [
                {
                  label: 'Sunday 30 December 2018',
                  href: '/2018/12/30/',
                  count: '1 story',
                  detail: { text: 'Early boats', href: '/2018/12/30/early/' },
                },
              ],
            },
          ],
        },
        {
          title: 'March 2019 – The Paper',
          description: 'Other boats',
          within: { label: 'Archive', href: '/archive/' },
          trail: {
            label: 'Where this page is',
            links: [
              { label: 'Archive', href: '/archive/' },
              { label: '2019', href: '/2019/' },
            ],
            here: 'March 2019',
          },
          address: '/2019/03/',
          canonical: 'https://paper.example/2019/03/',
          heading: 'March 2019',
          count: '2 stories',
          ways: [
            {
              label: 'Archive',
              links: [{ label: 'Older stories', name: 'December 2018', href: '/2018/12/', rel: 'prev' }],
            },
          ],
          groups: [
            {
              entries: [
                {
                  label: 'Friday 1 March 2019',
                  href: '/2019/03/01/',
                  count: '2 stories',
                  detail: { text: 'Other boats', href: '/2019/03/01/other/' },
                },
              ],
            },
          ],
        },
      ],
    ],
    [
      'the page of a day',
      () => dayPages(paper())[0]?.view(),
      {
        title: 'Sunday 30 December 2018 – The Paper',
        description: 'Early boats',
        within: { label: 'Archive', href: '/archive/' },
        trail: {
          label: 'Where this page is',
          links: [
            { label: 'Archive', href: '/archive/' },
            { label: '2018', href: '/2018/' },
            { label: 'December 2018', href: '/2018/12/' },
          ],
          here: '30 December',
        },
        address: '/2018/12/30/',
        canonical: 'https://paper.example/2018/12/30/',
        heading: 'Sunday 30 December 2018',
        count: '1 story',
        ways: [
          {
            label: 'Archive',
            links: [{ label: 'Newer stories', name: 'Friday 1 March 2019', href: '/2019/03/01/', rel: 'next' }],
          },
        ],
        groups: [{ rows: [{ story: { href: '/2018/12/30/early/', headline: 'Early boats' } }] }],
      },
    ],
    [
      'the corrections',
      () => viewsOf(correctionsPages(paper())),
      [
        {
          title: 'Corrections – The Paper',
          description: 'Ferries win · Ferries win · Ferries win',
          address: '/corrections/',
          canonical: 'https://paper.example/corrections/',
          heading: 'Corrections',
          ways: [],
          corrections: [
            {
              kind: 'Update',
              when: { iso: '2019-03-01T11:00:00+08:00', text: '1 March 2019, 11:00 SGT' },
              href: '/2019/03/01/harbour-vote/',
              headline: 'Ferries win',
              text: 'With the count.',
            },
            {
              kind: 'Clarification',
              when: { iso: '2019-03-01T10:00:00+08:00', text: '1 March 2019, 10:00 SGT' },
              href: '/2019/03/01/harbour-vote/',
              headline: 'Ferries win',
              text: 'Each way.',
            },
            {
              kind: 'Correction',
              when: { iso: '2019-03-01T10:00:00+08:00', text: '1 March 2019, 10:00 SGT' },
              href: '/2019/03/01/harbour-vote/',
              headline: 'Ferries win',
              text: 'It was “four” boats.',
            },
          ],
        },
      ],
    ],
    [
      'a topic',
      () => topicPages(paper())[0]?.view(),
      {
        title: 'Ferries – The Paper',
        description: 'All that floats.',
        within: { label: 'Topics', href: '/topics/' },
        trail: { label: 'Where this page is', links: [{ label: 'Topics', href: '/topics/' }] },
        address: '/topics/ferries/',
        canonical: 'https://paper.example/topics/ferries/',
        heading: 'Ferries',
        standfirst: 'All that floats.',
        count: '1 story',
        ways: [],
        groups: [
          {
            heading: { text: 'Friday 1 March 2019', href: '/2019/03/01/' },
            rows: [
              {
                story: {
                  href: '/2019/03/01/harbour-vote/',
                  headline: 'Ferries win',
                  standfirst: 'The vote is over – at last.',
                  kicker: 'Harbour vote',
                  kind: 'Analysis',
                  picture: {
                    alt: 'A quay',
                    caption: [{ type: 'text', value: 'The quay at noon.' }],
                    credit: 'Photo: A',
                    source: 'https://pictures.example/quay',
                    licence: 'CC BY 4.0',
                    focus: '20% 80%',
                  },
                },
              },
            ],
          },
        ],
      },
    ],
    [
      'the topics',
      () => topicsView(paper()),
      {
        title: 'Topics – The Paper',
        description: 'Ferries · Votes',
        address: '/topics/',
        canonical: 'https://paper.example/topics/',
        heading: 'Topics',
        ways: [],
        groups: [
          {
            entries: [
              { label: 'Ferries', href: '/topics/ferries/', count: '1 story', detail: { text: 'All that floats.' } },
              { label: 'Votes', href: '/topics/votes/', count: '1 story' },
            ],
          },
        ],
      },
    ],
    [
      'a contributor',
      () => contributorPages(paper())[0]?.view(),
      {
        title: 'Wren Quay – The Paper',
        description: 'Stories by Wren Quay',
        trail: { label: 'Where this page is', links: [{ label: 'Contributors', href: '/contributors/' }] },
        address: '/contributors/wren/',
        canonical: 'https://paper.example/contributors/wren/',
        heading: 'Wren Quay',
        standfirst: 'Of the quay.',
        count: '1 story',
        ways: [],
        groups: [
          {
            heading: { text: 'Friday 1 March 2019', href: '/2019/03/01/' },
            rows: [
              {
                story: {
                  href: '/2019/03/01/harbour-vote/',
                  headline: 'Ferries win',
                  standfirst: 'The vote is over – at last.',
                  kicker: 'Harbour vote',
                  kind: 'Analysis',
                  picture: {
                    alt: 'A quay',
                    caption: [{ type: 'text', value: 'The quay at noon.' }],
                    credit: 'Photo: A',
                    source: 'https://pictures.example/quay',
                    licence: 'CC BY 4.0',
                    focus: '20% 80%',
                  },
                },
              },
            ],
          },
        ],
      },
    ],
    [
      'the contributors',
      () => contributorsView(paper()),
      {
        title: 'Contributors – The Paper',
        description: 'Otto Pier · The Desk · Wren Quay',
        address: '/contributors/',
        canonical: 'https://paper.example/contributors/',
        heading: 'Contributors',
        ways: [],
        groups: [
          {
            entries: [
              { label: 'Otto Pier', href: '/contributors/otto/', count: '1 story' },
              { label: 'The Desk', href: '/contributors/desk/', count: '1 story' },
              { label: 'Wren Quay', href: '/contributors/wren/', count: '1 story' },
            ],
          },
        ],
      },
    ],
    [
      'the printed editions',
      () => printEditionsView(paper()),
      {
        title: 'Print editions – The Paper',
        description: '1 March 2019',
        address: '/editions/',
        canonical: 'https://paper.example/editions/',
        heading: 'Print editions',
        ways: [],
        groups: [
          {
            heading: '2019',
            entries: [{ label: 'Friday 1 March 2019', href: '/editions/2019-03-01/', count: '2 stories' }],
          },
        ],
      },
    ],
    [
      'a printed edition',
      () => printEditionViews(paper(), () => files)[0]?.view(),
      {
        title: 'Print edition of 1 March 2019 – The Paper',
        description: 'Ferries win · Other boats',
        trail: { label: 'Where this page is', links: [{ label: 'Print editions', href: '/editions/' }] },
        address: '/editions/2019-03-01/',
        canonical: 'https://paper.example/editions/2019-03-01/',
        heading: 'Print edition of 1 March 2019',
        count: '2 stories',
        ways: [
          {
            label: 'To take away',
            links: [
              { label: 'As a newspaper, to print', href: '/editions/2019-03-01/print/' },
              { label: 'PDF, A4', name: '124 kB', href: '/editions/2019-03-01/the-paper-2019-03-01-a4.pdf' },
              { label: 'PDF, Letter', name: '1 kB', href: '/editions/2019-03-01/the-paper-2019-03-01-letter.pdf' },
              { label: 'EPUB', name: '1,235 kB', href: '/editions/2019-03-01/the-paper-2019-03-01.epub' },
            ],
          },
        ],
        groups: [
          {
            heading: { text: 'Page A1', note: 'The Daily' },
            rows: [
              {
                story: {
                  href: '/2019/03/01/harbour-vote/',
                  headline: 'Ferries win',
                  standfirst: 'The vote is over – at last.',
                  kicker: 'Harbour vote',
                  kind: 'Analysis',
                  picture: {
                    alt: 'A quay',
                    caption: [{ type: 'text', value: 'The quay at noon.' }],
                    credit: 'Photo: A',
                    source: 'https://pictures.example/quay',
                    licence: 'CC BY 4.0',
                    focus: '20% 80%',
                  },
                },
                note: 'World · On paper: “Ferries”',
              },
            ],
          },
          {
            heading: { text: 'The Daily' },
            rows: [{ story: { href: '/2019/03/01/other/', headline: 'Other boats' } }],
          },
        ],
      },
    ],
    [
      'a story in lists',
      () => storyView({ ...fullStory }),
      {
        href: '/2019/03/01/harbour-vote/',
        headline: 'Ferries win',
        standfirst: 'The vote is over – at last.',
        kicker: 'Harbour vote',
        kind: 'Analysis',
        picture: {
          alt: 'A quay',
          caption: [{ type: 'text', value: 'The quay at noon.' }],
          credit: 'Photo: A',
          source: 'https://pictures.example/quay',
          licence: 'CC BY 4.0',
          focus: '20% 80%',
        },
      },
    ],
    [
      'a story for programs',
      () => articleFacts({ ...fullStory }, paper().publication),
      {
        id: 'k7m2xq',
        url: 'https://paper.example/2019/03/01/harbour-vote/',
        headline: 'Harbour votes for “ferries”',
        standfirst: 'The vote is over – at last.',
        kicker: 'Harbour vote',
        kind: 'analysis',
        section: { label: 'World', href: '/sections/world/' },
        topics: [
          { label: 'Ferries', href: '/topics/ferries/' },
          { label: 'Votes', href: '/topics/votes/' },
        ],
        byline: ['By Wren Quay', 'Edited by Otto Pier', 'Translated by The Desk', 'With reporting by The Wire'],
        authors: [{ name: 'Wren Quay', kind: 'person', role: 'writer', href: '/contributors/wren/' }],
        signatories: [{ name: 'Wren Quay', kind: 'person', role: 'writer', href: '/contributors/wren/' }],
        others: [
          { name: 'Otto Pier', kind: 'person', role: 'editor', href: '/contributors/otto/' },
          { name: 'The Desk', kind: 'organisation', role: 'translator', href: '/contributors/desk/' },
        ],
        agencies: ['The Wire'],
        dateline: { text: 'Hanoi, 28 February', place: 'Hanoi', date: '2019-02-28' },
        published: '2019-03-01T05:00:00+08:00',
        updated: '2019-03-01T09:30:00+08:00',
        print: {
          publication: 'The Daily',
          edition: '2019-03-01',
          headline: 'Ferries',
          section: 'World',
          page: 'A1',
          editionInWords: '1 March 2019',
        },
        corrections: [
          { at: '2019-03-01T10:00:00+08:00', kind: 'correction', text: 'It was “four” boats.' },
          { at: '2019-03-01T10:00:00+08:00', kind: 'clarification', text: 'Each way.' },
          { at: '2019-03-01T11:00:00+08:00', kind: 'update', text: 'With the count.' },
        ],
        changed: '2019-03-01T11:00:00+08:00',
        licence: 'CC0-1.0',
      },
    ],
    [
      'a story on paper',
      () => paperView({ article: { ...fullStory }, edition: paper() }),
      {
        links: 'Links',
        running: {
          headline: 'Ferries win',
          day: '1 March 2019',
          paperDay: '1 March 2019',
          folio: ['Page ', ' of ', ''],
        },
        colophon: {
          short: { text: 'paper.example/a/k7m2xq', href: 'https://paper.example/a/k7m2xq/' },
          qr: 'QR code for paper.example/a/k7m2xq',
          version: 'Version 4',
          credits: ['By Wren Quay', 'Edited by Otto Pier', 'Translated by The Desk', 'With reporting by The Wire'],
        },
      },
    ],
    [
      'a story where it is linked',
      () => articleGraph(view()),
      {
        tags: [
          ['og:type', 'article'],
          ['og:title', 'Harbour votes for “ferries”'],
          ['og:description', 'The vote is over – at last.'],
          ['og:url', 'https://paper.example/2019/03/01/harbour-vote/'],
          ['og:site_name', 'The Paper'],
          ['og:locale', 'en_GB'],
          ['article:published_time', '2019-03-01T05:00:00+08:00'],
          ['article:modified_time', '2019-03-01T11:00:00+08:00'],
          ['article:author', 'https://paper.example/contributors/wren/'],
          ['article:section', 'World'],
          ['article:tag', 'Ferries'],
          ['article:tag', 'Votes'],
        ],
        image: {
          card: {
            address: '/2019/03/01/harbour-vote/card.jpg',
            width: 1200,
            height: 630,
            card: {
              nameplate: { text: 'The Paper' },
              story: {
                headline: { text: 'Harbour votes for “ferries”' },
                kicker: { text: 'Analysis · Harbour vote' },
                date: { text: '1 March 2019' },
                picture: { focus: '20% 80%' },
              },
            },
          },
          alt: 'A quay',
          picture: {
            alt: 'A quay',
            caption: [{ type: 'text', value: 'The quay at noon.' }],
            credit: 'Photo: A',
            source: 'https://pictures.example/quay',
            licence: 'CC BY 4.0',
            focus: '20% 80%',
          },
          origin: 'https://paper.example',
        },
      },
    ],
    [
      'the card of a story',
      () => articleCard({ ...fullStory }, paper()),
      {
        address: '/2019/03/01/harbour-vote/card.jpg',
        width: 1200,
        height: 630,
        card: {
          nameplate: { text: 'The Paper' },
          story: {
            headline: { text: 'Harbour votes for “ferries”' },
            kicker: { text: 'Analysis · Harbour vote' },
            date: { text: '1 March 2019' },
            picture: { focus: '20% 80%' },
          },
        },
      },
    ],
    [
      'the card of the paper',
      () => paperCard(siteView(paper())),
      {
        address: '/card.jpg',
        width: 1200,
        height: 630,
        card: { nameplate: { text: 'The Paper' }, tagline: { text: 'What’s on' } },
      },
    ],
    [
      'the book of a story',
      () =>
        ((book) => ({ ...book, chapters: book?.chapters.map(({ id, section }) => [id, section]) }))(
          bookOfArticle(view(), 'key'),
        ),
      {
        key: 'key',
        page: {
          address: 'https://paper.example/2019/03/01/harbour-vote/',
          title: 'Harbour votes for “ferries” – The Paper',
        },
        name: 'harbour-vote',
        title: 'Harbour votes for “ferries”',
        creators: ['Wren Quay'],
        publisher: 'The Press',
        paper: 'The Paper',
        rights: 'Text licensed under CC0-1.0',
        description: 'The vote is over – at last.',
        subjects: ['World', 'Ferries', 'Votes'],
        address: 'https://paper.example/2019/03/01/harbour-vote/',
        date: '2019-03-01T05:00:00+08:00',
        modified: '2019-03-01T11:00:00+08:00',
        contents: 'Inside',
        accessible:
          'The text is complete and in reading order, with headings, a table of contents and descriptions of the pictures.',
        cover: {
          headline: { text: 'Harbour votes for “ferries”' },
          note: { text: 'By Wren Quay' },
          picture: { path: 'content/pictures/quay.jpg', width: 1200, height: 800, format: 'jpg', hash: 'quay.jpg' },
          nameplate: { text: 'The Paper' },
          day: { text: '1 March 2019' },
        },
        chapters: [['story', 'World']],
        imprint: {
          heading: 'Imprint',
          lines: [
            { words: 'Published by The Press, Singapore' },
            { link: { href: 'mailto:desk@paper.example', text: 'desk@paper.example' } },
            { words: 'Text licensed under CC0-1.0' },
            {
              link: {
                href: 'https://paper.example/2019/03/01/harbour-vote/',
                text: 'https://paper.example/2019/03/01/harbour-vote/',
              },
            },
            { link: { href: 'https://paper.example/a/k7m2xq/', text: 'https://paper.example/a/k7m2xq/' } },
            { words: 'Published 1 March 2019, 05:00 SGT · Updated 1 March 2019, 09:30 SGT · Version 4' },
          ],
        },
      },
    ],
    [
      'the files of a story',
      () => [...paper().articles.values()].map((story) => articleForms(story, paper()).files.map(({ name }) => name)),
      [
        ['index.md', 'index.json', 'oembed.json'],
        ['index.md', 'index.json', 'oembed.json'],
        ['index.md', 'index.json', 'oembed.json'],
      ],
    ],
    [
      'the records of the search',
      () => searchIndexView(paper()).map(({ name, records }) => ({ name, records: records() })),
      [
        {
          name: 'en-x-0',
          records: [
            {
              url: '/2018/12/30/early/',
              headline: 'Early boats',
              names: [],
              filters: { section: ['world'], topic: [], contributor: [], year: ['2018'] },
              card: {
                headline: 'Early boats',
                over: 'World',
                date: { iso: '2018-12-30', text: '30 December 2018' },
                at: 1546117200000,
              },
            },
            {
              url: '/2019/03/01/other/',
              headline: 'Other boats',
              names: [],
              filters: { section: ['world'], topic: [], contributor: [], year: ['2019'] },
              card: {
                headline: 'Other boats',
                over: 'World',
                date: { iso: '2019-03-01', text: '1 March 2019' },
                at: 1551384000000,
              },
            },
            {
              url: '/2019/03/01/harbour-vote/',
              headline: 'Harbour votes for “ferries”',
              kicker: 'Harbour vote',
              standfirst: 'The vote is over – at last.',
              names: ['Wren Quay', 'Otto Pier', 'The Desk', 'The Wire'],
              filters: {
                section: ['world'],
                topic: ['ferries', 'votes'],
                contributor: ['wren', 'otto', 'desk'],
                year: ['2019'],
              },
              card: {
                headline: 'Ferries win',
                over: 'Harbour vote',
                date: { iso: '2019-03-01', text: '1 March 2019' },
                at: 1551387600000,
              },
              picture: { alt: 'A quay' },
            },
          ],
        },
      ],
    ],
    [
      'the manifest',
      () => manifestView(paper(), '#fff'),
      {
        id: '/',
        name: 'The Paper',
        description: 'What’s on',
        lang: 'en-GB',
        dir: 'ltr',
        start_url: '/',
        scope: '/',
        display: 'minimal-ui',
        theme_color: '#fff',
        background_color: '#fff',
        categories: ['news'],
        icons: [
          { src: '/icons/192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
          { src: '/icons/512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
          { src: '/icons/maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
    ],
    [
      'links to files',
      () =>
        takeawayLinks(
          [
            { name: 'a.pdf', size: 1 },
            { name: 'a-letter.pdf', size: 1499 },
            { name: 'a.epub', size: 25_500_000 },
          ],
          '/x/',
          'de',
        ),
      [
        { label: 'PDF, A4', name: '1 kB', href: '/x/a.pdf' },
        { label: 'PDF, Letter', name: '2 kB', href: '/x/a-letter.pdf' },
        { label: 'EPUB', name: '25.500 kB', href: '/x/a.epub' },
      ],
    ],
    [
      'the page of a wrong address',
      () => notFoundView(paper()),
      {
        title: 'There is no page at this address – The Paper',
        heading: 'There is no page at this address',
        text: 'The address may be mistyped. The search finds every story, and the front page has the newest.',
        newest: {
          heading: 'Newest stories',
          rows: [
            {
              story: {
                href: '/2019/03/01/harbour-vote/',
                headline: 'Ferries win',
                standfirst: 'The vote is over – at last.',
                kicker: 'Harbour vote',
                kind: 'Analysis',
                picture: {
                  alt: 'A quay',
                  caption: [{ type: 'text', value: 'The quay at noon.' }],
                  credit: 'Photo: A',
                  source: 'https://pictures.example/quay',
                  licence: 'CC BY 4.0',
                  focus: '20% 80%',
                },
              },
            },
            { story: { href: '/2019/03/01/other/', headline: 'Other boats' } },
            { story: { href: '/2018/12/30/early/', headline: 'Early boats' } },
          ],
        },
        ways: [
          { label: 'Front page', href: '/' },
          { label: 'World', href: '/sections/world/' },
          { label: 'Topics', href: '/topics/' },
          { label: 'Archive', href: '/archive/' },
        ],
      },
    ],
    [
      'the search',
      () => searchView(paper()),
      {
        title: 'Search the archive – The Paper',
        description: 'Search every story of The Paper by its words, section, topic, author and year.',
        canonical: 'https://paper.example/search/',
        heading: 'Search the archive',
        button: 'Search',
        filters: {
          heading: 'Narrow the search',
          fields: [
            {
              name: 'topic',
              label: 'Topic',
              all: 'All',
              options: [
                { value: 'ferries', label: 'Ferries (1)' },
                { value: 'votes', label: 'Votes (1)' },
              ],
            },
            {
              name: 'contributor',
              label: 'Contributor',
              all: 'All',
              options: [
                { value: 'otto', label: 'Otto Pier (1)' },
                { value: 'desk', label: 'The Desk (1)' },
                { value: 'wren', label: 'Wren Quay (1)' },
              ],
            },
            {
              name: 'year',
              label: 'Year',
              all: 'All',
              options: [
                { value: '2019', label: '2019 (2)' },
                { value: '2018', label: '2018 (1)' },
              ],
            },
          ],
        },
        order: {
          label: 'Order',
          options: [
            { value: '', label: 'Best match first' },
            { value: 'newest', label: 'Newest first' },
            { value: 'oldest', label: 'Oldest first' },
          ],
        },
        more: 'More results',
        years: {
          heading: 'Archive',
          items: [
            { label: '2019', href: '/2019/', count: '2 stories' },
            { label: '2018', href: '/2018/', count: '1 story' },
          ],
        },
        withoutScript:
          'Search runs in the browser and needs JavaScript. Without it, the archive lists every story by year.',
        script: {
          parts: ['en-x-0'],
          found: { other: '{count} stories found', one: '{count} story found' },
          nothing: 'No story has “{query}” in it.',
          busy: 'Searching …',
          failed: 'The search could not be loaded. The archive lists every story by year.',
        },
      },
    ],
  ])('%s shows what there is', (_, made, shown) => expect(made()).toMatchObject(shown));

  test('the list of feeds has each under its kind', () =>
    expect(opmlFile(paper()).trim()).toBe(
      [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<opml version="2.0">',
        '  <head>',
        '    <title>Feeds – The Paper</title>',
        '    <ownerName>The Press</ownerName>',
        '    <ownerEmail>desk@paper.example</ownerEmail>',
        '  </head>',
        '  <body>',
        '    <outline text="The Paper" type="rss" description="What’s on" xmlUrl="https://paper.example/feed.xml" htmlUrl="https://paper.example/" language="en-GB" title="The Paper" version="RSS2"/>',
        '    <outline text="Sections">',
        '      <outline text="World – The Paper" type="rss" xmlUrl="https://paper.example/sections/world/feed.xml" htmlUrl="https://paper.example/sections/world/" language="en-GB" title="World – The Paper" version="RSS2"/>',
        '    </outline>',
        '    <outline text="Topics">',
        '      <outline text="Ferries – The Paper" type="rss" description="All that floats." xmlUrl="https://paper.example/topics/ferries/feed.xml" htmlUrl="https://paper.example/topics/ferries/" language="en-GB" title="Ferries – The Paper" version="RSS2"/>',
        '      <outline text="Votes – The Paper" type="rss" xmlUrl="https://paper.example/topics/votes/feed.xml" htmlUrl="https://paper.example/topics/votes/" language="en-GB" title="Votes – The Paper" version="RSS2"/>',
        '    </outline>',
        '    <outline text="Contributors">',
        '      <outline text="Wren Quay – The Paper" type="rss" description="Of the quay." xmlUrl="https://paper.example/contributors/wren/feed.xml" htmlUrl="https://paper.example/contributors/wren/" language="en-GB" title="Wren Quay – The Paper" version="RSS2"/>',
        '      <outline text="Otto Pier – The Paper" type="rss" xmlUrl="https://paper.example/contributors/otto/feed.xml" htmlUrl="https://paper.example/contributors/otto/" language="en-GB" title="Otto Pier – The Paper" version="RSS2"/>',
        '      <outline text="The Desk – The Paper" type="rss" xmlUrl="https://paper.example/contributors/desk/feed.xml" htmlUrl="https://paper.example/contributors/desk/" language="en-GB" title="The Desk – The Paper" version="RSS2"/>',
        '    </outline>',
        '    <outline text="Corrections – The Paper" type="rss" xmlUrl="https://paper.example/corrections/feed.xml" htmlUrl="https://paper.example/corrections/" language="en-GB" title="Corrections – The Paper" version="RSS2"/>',
        '  </body>',
        '</opml>',
        '',
      ]
        .join('\n')
        .trim(),
    ));
});
