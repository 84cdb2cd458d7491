import type { BodyPart } from '../../src/body/body.ts';
import type { Article, PictureFile } from '../../src/newsroom/article.ts';
import type { Edition } from '../../src/newsroom/edition.ts';
import { article, edition, publication } from './articles.ts';
import { bodyOf, nodesOf } from './nodes.ts';

const picture = (name: string, width = 1200, height = 800): PictureFile => ({
  path: `content/pictures/${name}`,
  width,
  height,
  format: 'jpg',
  hash: name,
});
const pictures = [picture('quay.jpg'), picture('map.jpg', 900, 1200), picture('poster.jpg', 1600, 900)];
const film = { ...picture('tide.mp4', 0, 0), format: 'mp4' };

/** A story of whose fields none is left out. */
export const fullStory: Article = article({
  headline: 'Harbour votes for "ferries"',
  shortHeadline: 'Ferries win',
  standfirst: 'The vote is over -- at last.',
  kicker: 'Harbour vote',
  topics: [
    { id: 'ferries', name: 'Ferries', description: 'All that floats.' },
    { id: 'votes', name: 'Votes' },
  ],
  kind: 'analysis',
  contributors: [
    { contributor: { id: 'wren', name: 'Wren Quay', kind: 'person', bio: 'Of the quay.', links: [] }, role: 'writer' },
    { contributor: { id: 'otto', name: 'Otto Pier', kind: 'person', links: [] }, role: 'editor' },
    { contributor: { id: 'desk', name: 'The Desk', kind: 'organisation', links: [] }, role: 'translator' },
  ],
  agencies: ['The Wire'],
  dateline: { place: 'Hanoi', date: '2019-02-28' },
  updated: '2019-03-01T09:30:00+08:00',
  picture: {
    file: pictures[0]!,
    alt: 'A quay',
    caption: 'The quay at noon.',
    credit: 'Photo: A',
    source: 'https://pictures.example/quay',
    licence: 'CC BY 4.0',
    focus: '20% 80%',
  },
  print: { publication: 'The Daily', edition: '2019-03-01', headline: 'Ferries', section: 'World', page: 'A1' },
  corrections: [
    { at: '2019-03-01T10:00:00+08:00', kind: 'correction', text: 'It was "four" boats.' },
    { at: '2019-03-01T10:00:00+08:00', kind: 'clarification', text: 'Each way.' },
    { at: '2019-03-01T11:00:00+08:00', kind: 'update', text: 'With the count.' },
  ],
  licence: 'CC0-1.0',
  opening: 'Ships came in.',
  keywords: ['ferries'],
  pictures: [...pictures, film],
  mentions: ['2019/03/01/other'],
});

/** Another of its day, which names nothing. */
export const otherStory = article({
  path: '2019/03/01/other',
  id: 'thrstr',
  headline: 'Other boats',
  published: '2019-03-01T04:00:00+08:00',
  print: { publication: 'The Daily', edition: '2019-03-01' },
});

/** A paper with both, of which nothing is left out either. */
export const fullEdition: Edition = {
  ...edition([fullStory, otherStory], '2019-03-01T13:00:00+08:00'),
  sections: new Map([['world', { id: 'world', name: 'World', description: 'Afar.' }]]),
  topics: new Map(fullStory.topics.map((topic) => [topic.id, topic])),
  contributors: new Map(fullStory.contributors.map(({ contributor }) => [contributor.id, contributor])),
  publication: {
    ...publication,
    tagline: "What's on",
    publisher: { ...publication.publisher, email: 'desk@paper.example' },
  },
};

const photo = (name: string) => ({ path: `content/pictures/${name}`, alt: `The ${name}` });
const parts: BodyPart[] = [
  {
    kind: 'photo',
    placement: 'text',
    photo: { ...photo('map.jpg'), caption: nodesOf('The <em>map</em>.'), credit: 'Map: B', licence: 'CC0-1.0' },
  },
  { kind: 'gallery', placement: 'text', photos: [photo('quay.jpg'), photo('map.jpg')], caption: nodesOf('Both.') },
  {
    kind: 'video',
    poster: { ...photo('poster.jpg'), credit: 'Film: C' },
    href: 'https://www.films.example/tide',
    file: 'content/pictures/tide.mp4',
    duration: '1:32',
  },
  { kind: 'related', heading: 'Read also', stories: ['2019/03/01/other'] },
];

/** Its text, with one of each part. */
export const fullBody = bodyOf(
  '<p id="p-1">Ships <a href="/about/">came</a> in.</p><bs-part n="0"></bs-part><h2 id="text-noon">Noon</h2><p id="p-2">They left.</p><bs-part n="1"></bs-part><bs-part n="2"></bs-part><ul><li>One</li></ul><bs-part n="3"></bs-part><p id="p-3">The end.</p>',
  ...parts,
);
