import { stringify } from 'yaml';
import { freeId } from '../checks/examples.ts';
import { instantInZone } from '../newsroom/calendar.ts';
import { english } from '../newsroom/languages/en.ts';
import { languageOf } from '../newsroom/languages.ts';
import { slugOf } from '../filing/slug.ts';

/** What is to be known of a paper before it is there. */
export interface Paper {
  name: string;
  /** BCP 47. */
  language: string;
  /** Where its publisher sits; may be empty. */
  place: string;
  /** IANA. */
  timeZone: string;
  /** Where readers will find it. */
  url: string;
}

/**
 * What stands in `content/` of a new paper, in its language, or else in English: files by their names from the paper's folder.
 * @param now RFC 3339
 */
export function firstContent(paper: Paper, now: string): Record<string, string> {
  const { name, language, timeZone, url, place } = paper;
  const { firstEdition = english.firstEdition } = languageOf(language);
  const { section, desk, about, contact, story } = firstEdition(name);
  const plain = firstEdition(escaped(name));
  const published = instantInZone(now, timeZone);
  const folder = `content/articles/${published.slice(0, 10).replaceAll('-', '/')}/${slugOf(story.headline, language) || 'first'}`;
  const page = ({ title, description }: typeof about, text: string) =>
    `---\n${yaml({ title, description })}---\n\n${text}\n`;
  return {
    'content/publication.yaml': yaml({
      name,
      url,
      language,
      timeZone,
      sections: ['news'],
      pages: ['about', 'contact'],
      publisher: { name, ...(place && { place }) },
    }),
    'content/sections/news.yaml': yaml(section),
    'content/contributors/newsdesk.yaml': yaml({ name: desk, kind: 'organisation' }),
    'content/pages/about.md': page(about, plain.about.text),
    'content/pages/contact.md': page(contact, plain.contact.text),
    [`${folder}/index.md`]: `---\n${yaml({
      id: freeId(`${name} ${published}`, new Set()),
      headline: story.headline,
      standfirst: story.standfirst,
      section: 'news',
      contributors: [{ who: 'newsdesk' }],
      published,
      status: 'published',
      picture: { file: './front-page.svg', ...story.picture },
    })}---\n\n${plain.story.text}\n`,
    [`${folder}/front-page.svg`]: frontPage(),
  };
}

function yaml(value: object): string {
  return stringify(value, { lineWidth: 0 });
}

/** A name as Markdown takes it for nothing else. */
function escaped(name: string): string {
  return name.replace(/[\\`*_[\]<>#~|:&]/g, '\\$&');
}

/** A front page of lines, 3 by 2. */
function frontPage(): string {
  const line = (x: number, y: number, width: number, height: number, fill = '#8a8378') =>
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;
  const column = (x: number, from: number) =>
    Array.from({ length: (660 - from) / 30 }, (_, row) => line(x, from + row * 30, row % 6 === 5 ? 120 : 220, 10));
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 1200 800">',
    '<rect width="1200" height="800" fill="#d9d3c7"/>',
    line(200, 60, 800, 740, '#fbf9f4'),
    line(380, 95, 440, 46, '#2b2723'),
    line(240, 165, 720, 4, '#2b2723'),
    line(240, 200, 470, 34, '#2b2723'),
    line(240, 246, 380, 34, '#2b2723'),
    line(740, 200, 220, 250, '#b8ab97'),
    '<path d="M740 450v-70l70-80 60 60 40-30 50 60v60z" fill="#6f6557"/><circle cx="905" cy="260" r="24" fill="#fbf9f4"/>',
    ...column(240, 310),
    ...column(490, 310),
    ...column(740, 480),
    '</svg>',
    '',
  ].join('\n');
}
