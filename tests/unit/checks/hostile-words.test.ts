import { expect, it } from 'vitest';
import { htmlOf } from '../../../src/body/html.ts';
import { renderBody } from '../../../src/markdown/pipeline.ts';
import { article as filedArticle } from '../../../src/schema/article.ts';
import { articleView } from '../../../src/views/pages/article.ts';
import { articleLabels } from '../../../src/views/pages/article.ts';
import { bodyView, photosOf } from '../../../src/views/body.ts';
import { frontView } from '../../../src/views/pages/front.ts';
import { storyView } from '../../../src/views/story.ts';
import { article, edition, publication } from '../articles.ts';

/** A script in the words of a field; the field's name tells it from the others. */
const script = (field: string) => `${field}<script>alert(1)</script>`;

const file = { path: 'content/a/quay.jpg', width: 1200, height: 800, format: 'jpg', hash: 'abc' };
const contributor = { id: 'person', name: script('contributor'), kind: 'person' as const, links: [] };
const other = article({ path: '2019/03/01/second', headline: script('other') });
const hostile = article({
  headline: script('headline'),
  shortHeadline: script('shortHeadline'),
  standfirst: script('standfirst'),
  kicker: script('kicker'),
  section: { id: 'world', name: script('section') },
  contributors: [{ contributor, role: 'writer' }],
  agencies: [script('agency')],
  dateline: { place: script('place') },
  picture: {
    file,
    alt: script('alt'),
    caption: script('caption'),
    credit: script('credit'),
    licence: script('pictureLicence'),
  },
  related: [
    {
      heading: script('heading'),
      stories: [
        { article: other, note: script('note') },
        { elsewhere: { title: script('title'), publication: script('elsewhere'), date: '2019-03-01' } },
      ],
    },
  ],
  print: {
    publication: script('print'),
    edition: '2019-03-01',
    headline: script('printHeadline'),
    section: script('printSection'),
    page: script('page'),
  },
  corrections: [{ at: '2019-03-02T00:00:00Z', kind: 'correction', text: script('correction') }],
  licence: script('licence'),
});
const paper = {
  ...edition([hostile, other]),
  publication: {
    ...publication,
    name: script('name'),
    tagline: script('tagline'),
    licence: script('paperLicence'),
    publisher: { name: script('publisher'), place: script('publisherPlace') },
    policies: [{ label: script('policy'), url: 'https://policy.example' }],
    channel: { label: script('label'), text: script('text'), url: 'https://channel.example' },
  },
};

/** Every string of a view, under the names of the fields that it stands in. */
function stringsOf(view: unknown, name = ''): [name: string, text: string][] {
  if (typeof view === 'string') return [[name, view]];
  if (typeof view !== 'object' || view === null) return [];
  return Object.entries(view).flatMap(([key, value]) => stringsOf(value, /^\d+$/.test(key) ? name : key));
}

const fields = [
  'headline',
  'standfirst',
  'kicker',
  'section',
  'contributor',
  'agency',
  'place',
  'alt',
  'credit',
  'pictureLicence',
  'heading',
  'other',
  'note',
  'title',
  'elsewhere',
  'print',
  'printHeadline',
  'printSection',
  'page',
  'correction',
  'licence',
  'name',
  'tagline',
  'paperLicence',
  'publisher',
  'publisherPlace',
  'policy',
  'label',
  'text',
];
const strings = stringsOf(articleView({ article: hostile, edition: paper }));

it.each(fields)('A script in %s stays a text, which the page escapes.', (field) => {
  expect(strings.some(([, text]) => text.includes(script(field)))).toBe(true);
});

it('A script in the short headline stays a text.', () => {
  expect(storyView(hostile).headline).toBe(script('shortHeadline'));
});

it('A script in a caption is the text of a node, which is escaped where it becomes HTML.', () => {
  const { caption } = articleView({ article: hostile, edition: paper }).lead ?? {};
  expect(caption).toEqual([{ type: 'text', value: script('caption') }]);
  expect(htmlOf(caption ?? [])).not.toContain('<');
});

it('No view holds HTML.', () => {
  const names = [...strings, ...stringsOf(frontView(paper))].map(([name]) => name);
  expect(names.filter((name) => name.endsWith('Html'))).toEqual([]);
});

it('The reason of a withdrawal stays a text.', () => {
  const status = { state: 'withdrawn' as const, at: '2019-03-02T00:00:00Z', reason: script('reason') };
  expect(articleView({ article: article({ status }), edition: paper }).withdrawn?.reason).toBe(script('reason'));
});

it('A script in the words of a picture in a body is escaped.', () => {
  const text = `![Quay](./quay.jpg "${script('caption')} | ${script('credit')}")\n\n:::figure{src="./quay.jpg" alt="${script('alt')}" credit="${script('figure')}"}\nShips\n:::`;
  const body = renderBody({ file: 'content/a/index.md', text, language: 'en-GB', origin: 'https://paper.example' });
  const view = { pictures: [file], mentioned: {}, labels: articleLabels('en-GB') };
  expect(body.problems).toEqual([]);
  expect(
    photosOf(bodyView({ body, view })).map(({ alt, caption, credit }) => [alt, htmlOf(caption ?? []), credit]),
  ).toEqual([
    ['Quay', 'caption&#x3C;script>alert(1)&#x3C;/script>', script('credit')],
    [script('alt'), 'Ships', script('figure')],
  ]);
});

it('A script in a caption between the marks of a block is refused.', () => {
  const text = `:::figure{src="./quay.jpg" alt="Quay"}\n${script('caption')}\n:::`;
  const {
    text: nodes,
    parts,
    problems,
  } = renderBody({
    file: 'content/a/index.md',
    text,
    language: 'en-GB',
    origin: 'https://paper.example',
  });
  expect(problems.map(({ code }) => code)).toContain('B-301');
  expect(JSON.stringify([nodes, parts])).not.toContain('<script');
});

it('Every text field that an editor may file is tried here.', () => {
  expect(Object.keys(filedArticle.shape)).toEqual([
    'id',
    'aliases',
    'headline',
    'shortHeadline',
    'standfirst',
    'kicker',
    'section',
    'topics',
    'kind',
    'contributors',
    'agencies',
    'dateline',
    'published',
    'updated',
    'status',
    'review',
    'picture',
    'related',
    'print',
    'corrections',
    'language',
    'direction',
    'licence',
    'promos',
  ]);
});
