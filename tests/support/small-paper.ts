import sharp from 'sharp';

interface Wording {
  headline?: string;
  body?: string;
  status?: string;
  related?: string[];
  picture?: boolean;
}

const ids: Record<string, string> = { first: 'frst22', second: 'scnd22', third: 'thrd22', fourth: 'frth22' };

/** An article of the small paper, filed as an editor would. */
export function articleOf(
  name: string,
  { headline, body = `The body of the ${name}.`, status = 'published', related = [], picture = false }: Wording = {},
): string {
  return [
    '---',
    `id: ${ids[name]}`,
    `headline: ${headline ?? `${name[0]?.toUpperCase()}${name.slice(1)} headline`}`,
    'section: town',
    'contributors:',
    '  - who: writer',
    'published: 2025-05-06T05:00:00Z',
    `status: ${status}`,
    ...(picture ? ['picture:', '  file: ./quay.png', '  alt: A flat colour.'] : []),
    ...(related.length > 0
      ? [
          'related:',
          '  - heading: More',
          '    stories:',
          ...related.map((other) => `      - article: 2025/05/06/${other}`),
        ]
      : []),
    '---',
    '',
    body,
    '',
  ].join('\n');
}

/** Three articles, of which the first two name others and the first has a picture: the least that a build can go wrong with. */
export async function smallPaper(): Promise<Record<string, string | Buffer>> {
  return {
    'publication.yaml':
      'name: The Small Paper\nurl: https://small.example\nlanguage: en-GB\ntimeZone: Europe/Berlin\nsections: [town]\npublisher: { name: Nobody }\n',
    'sections/town.yaml': 'name: Town\n',
    'contributors/writer.yaml': 'name: A Writer\n',
    'articles/2025/05/06/first/index.md': articleOf('first', { related: ['second', 'third'], picture: true }),
    'articles/2025/05/06/first/quay.png': await sharp({
      create: { width: 200, height: 100, channels: 3, background: '#f00' },
    })
      .png()
      .toBuffer(),
    'articles/2025/05/06/second/index.md': articleOf('second', { related: ['third'] }),
    'articles/2025/05/06/third/index.md': articleOf('third'),
  };
}
