import sharp from 'sharp';

/** What one story of a made paper is; all of it follows from its number, so that a paper is the same each time. */
export interface Made {
  headline?: string;
  standfirst?: string | false;
  kind?: string;
  section?: string;
  /** Width and height of its picture. */
  picture?: [number, number];
  language?: string;
  day?: string;
  related?: number[];
}

export const sections = ['harbour', 'town', 'business', 'culture', 'sport'];

const subjects = [
  'Ferries',
  'Council',
  'The swing bridge',
  'Harbour board',
  'Schools',
  'Tram line',
  'The old market',
  'Pilots',
  'Library',
  'Night trains',
];
const deeds = [
  'return to the inner harbour after a long winter',
  'votes for a second quay',
  'stays shut until autumn',
  'asks for patience over the new fares',
  'finds a way round the tide',
  'opens two weeks early',
  'loses its roof in the gale, and nobody is hurt',
  'holds out for better pay',
];
const lines = [
  'Three boats a day cross again, and the fare stays what it was before the ice came.',
  'The decision was put off twice; it now goes to the citizens, who have until June to say what they want of it.',
  'What was planned for a summer has taken two years.',
  'Nobody at the meeting spoke against it, but the money has still to be found, and the board meets only once before the end of the year.',
];

export const longHeadline =
  'After eleven hours of talks, two walk-outs and a fire alarm, the harbour board agrees to let the ferries return, provided that the bridge opens on time, the fares stay as they are, and nobody rings the bell';

/** The files of a paper with as many stories as are told of. */
export async function frontPaper(
  stories: readonly Made[],
  { language = 'en-GB', plan }: { language?: string; plan?: string } = {},
): Promise<Record<string, string | Buffer>> {
  const files: Record<string, string | Buffer> = {
    'publication.yaml': [
      `name: ${language === 'ar' ? 'صحيفة الميناء' : 'The Harbour Paper'}`,
      `tagline: ${language === 'ar' ? 'أخبار اليوم كما هي' : 'With the tide, every day'}`,
      'url: https://small.example',
      `language: ${language}`,
      'timeZone: Europe/Berlin',
      `sections: [${sections.join(', ')}]`,
      'publisher: { name: The Harbour Press, place: Quay Street }',
      '',
    ].join('\n'),
    'contributors/writer.yaml': 'name: A Writer\n',
    ...Object.fromEntries(
      sections.map((id) => [`sections/${id}.yaml`, `name: ${(id[0] ?? '').toUpperCase()}${id.slice(1)}\n`]),
    ),
  };
  if (plan !== undefined) files['fronts/2025-05-06.yaml'] = plan;
  for (const [index, story] of stories.entries()) {
    const folder = `articles/${pathOf(index, story)}`;
    files[`${folder}/index.md`] = textOf(index, story, stories);
    if (story.picture) files[`${folder}/quay.png`] = await pictureOf(index, story.picture);
  }
  return files;
}

/** Where the story of a number is filed. */
export function pathOf(index: number, { day = '2025/05/06' }: Made): string {
  return `${day}/story-${index + 1}`;
}

/** Headline of the story of a number, as it is typeset. */
export function headlineOf(index: number, { headline }: Made): string {
  return headline ?? `${subjects[index % subjects.length] ?? ''} ${deeds[(index * 3) % deeds.length] ?? ''}`;
}

function textOf(index: number, story: Made, stories: readonly Made[]): string {
  const standfirst = story.standfirst ?? lines[index % lines.length];
  const at = new Date(Date.UTC(2025, 4, 6, 9) - index * 60_000).toISOString().replace('.000', '');
  const published = story.day ? `${story.day.replaceAll('/', '-')}T05:00:00Z` : at;
  return [
    '---',
    `id: ${idOf(index)}`,
    `headline: ${JSON.stringify(headlineOf(index, story))}`,
    ...(standfirst ? [`standfirst: ${JSON.stringify(standfirst)}`] : []),
    `section: ${story.section ?? sections[0]}`,
    `kind: ${story.kind ?? 'news'}`,
    'contributors: [{ who: writer }]',
    `published: ${published}`,
    'status: published',
    `language: ${story.language ?? 'en-GB'}`,
    ...(story.picture
      ? ['picture:', '  file: ./quay.png', '  alt: A quay in flat colours.', '  credit: "Drawing: The Harbour Paper"']
      : []),
    ...(story.related
      ? [
          'related:',
          '  - heading: More',
          '    stories:',
          ...story.related.map((other) => `      - article: ${pathOf(other, stories[other] ?? {})}`),
        ]
      : []),
    '---',
    '',
    'A sentence of this story.',
    '',
  ].join('\n');
}

function idOf(index: number): string {
  const letters = '23456789abcdefgh';
  return `front${letters[index >> 4] ?? '2'}${letters[index & 15] ?? '2'}`.replace('o', 'p');
}

async function pictureOf(index: number, [width, height]: [number, number]): Promise<Buffer> {
  const skies = ['#c9d6dc', '#e4d3bd', '#cfd8c5', '#d9cdd6'];
  const sea = Math.round(height * 0.62);
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${skies[index % 4] ?? ''}"/><rect y="${sea}" width="100%" height="100%" fill="#5d7480"/><rect x="${width * 0.2}" y="${sea - height * 0.2}" width="${width * 0.5}" height="${height * 0.28}" fill="#8c1c1c"/></svg>`,
    ),
  )
    .png({ palette: true })
    .toBuffer();
}
