import type { Article, Publication } from '../../src/newsroom/article.ts';
import type { Edition } from '../../src/newsroom/edition.ts';

/** A plain published article, with what a test says of it. */
export function article(facts: Partial<Article>): Article {
  return {
    path: '2019/03/01/harbour-vote',
    id: 'k7m2xq',
    aliases: [],
    headline: 'Harbour votes for ferries',
    section: { id: 'world', name: 'World' },
    topics: [],
    kind: 'news',
    contributors: [],
    agencies: [],
    published: '2019-03-01T05:00:00+08:00',
    status: { state: 'published' },
    related: [],
    corrections: [],
    language: 'en-GB',
    direction: 'ltr',
    promos: { follow: true, subscribe: true },
    bodyKey: 'body',
    pictures: [],
    mentions: [],
    keywords: [],
    ...facts,
  };
}

export const publication: Publication = {
  name: 'The Paper',
  url: 'https://paper.example',
  language: 'en-GB',
  timeZone: 'Asia/Singapore',
  timeZoneName: 'SGT',
  sections: ['world'],
  pages: [],
  licence: 'CC-BY-4.0',
  publisher: { name: 'The Press', place: 'Singapore' },
  policies: [],
  channel: { label: 'Follow', text: 'Each edition.', url: 'https://channel.example/' },
  subscription: { label: 'Subscribe', text: 'All of it.', url: 'https://subscribe.example/' },
};

export function edition(articles: readonly Article[], asOf = '2019-03-01T12:00:00Z'): Edition {
  return {
    publication,
    sections: new Map([['world', { id: 'world', name: 'World' }]]),
    topics: new Map(),
    contributors: new Map(),
    pages: new Map(),
    fronts: new Map(),
    asOf,
    articles: new Map(articles.map((each) => [each.path, each])),
  };
}
