import sharp from 'sharp';

/** A story of the hard paper: what is said of it, and its text. */
interface Hard {
  fields?: string;
  body: string;
}

const shapes = {
  landscape: [1500, 1000],
  portrait: [1000, 1500],
  panorama: [1800, 600],
  square: [1200, 1200],
  tiny: [220, 160],
} as const;
type Shape = keyof typeof shapes;

const sentences =
  'Three boats a day cross again, and the fare stays what it was before the ice came. The decision was put off twice; it now goes to the citizens, who have until June to say what they want of it. Nobody at the meeting spoke against it, but the money has still to be found, and the board meets only once before the end of the year.';
const paragraphs = (count: number) => Array.from({ length: count }, () => sentences).join('\n\n');
const lead = (shape: Shape) =>
  `picture:\n  file: ./${shape}.png\n  alt: A quay in flat colours.\n  caption: The quay on the first morning without ice.\n  credit: "Drawing: The Hard Paper"`;
const picture = (shape: Shape) => `![A quay in flat colours.](./${shape}.png "The quay, ${shape}. | Drawing")`;
const related = `related:
  - heading: More from the harbour
    stories:
      - article: 2025/05/06/bare
      - article: 2025/05/06/tables
        note: As it happened
      - article: 2025/05/06/galleries`;
const factBox = `:::fact-box[What is known of the bridge]
It was built in 1908 and turns on one pier.

- **The pier** stands in eleven metres of water.
- **The motor** is older than the trams.
:::`;
const pullQuote = `:::pull-quote{by="Ada Wren" role="harbour master"}
A bridge that does not open is a wall with a view.
:::`;
const gallery = (...of: Shape[]) => `:::gallery[All of them on one morning.]\n${of.map(picture).join('\n')}\n:::`;
const timetable = `| Stop | 05:00 | 06:00 | 07:00 | 08:00 | 09:00 | 10:00 | 11:00 | 12:00 | 13:00 | 14:00 | 15:00 |
| :--- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| North Pier | 05:04 | 06:04 | 07:04 | 08:04 | 09:04 | 10:04 | 11:04 | 12:04 | 13:04 | 14:04 | 15:04 |
| Market Island | 05:17 | 06:17 | 07:17 | 08:17 | 09:17 | 10:17 | 11:17 | 12:17 | 13:17 | 14:17 | 15:17 |`;
const fares = `| Passenger | Fare |
| --- | ---: |
| Grown | 2.00 |
| Small | 1.00 |`;

const longWords: Record<string, [headline: string, standfirst: string]> = {
  de: [
    'Hafenbeckenrandbefestigungsverordnung tritt nach Donaudampfschifffahrtsgesellschaftsbeschluss in Kraft',
    'Die Rindfleischetikettierungsüberwachungsaufgabenübertragung bleibt dagegen im Verkehrswegeplanungsbeschleunigungsverfahren hängen.',
  ],
  fi: [
    'Lentokonesuihkuturbiinimoottoriapumekaanikko palasi satamaan',
    'Kolmivaihekilowattituntimittari mitattiin uudelleen epäjärjestelmällistyttämättömyyden vuoksi.',
  ],
  nl: [
    'Hottentottententententoonstelling opent in de haven',
    'De meervoudigepersoonlijkheidsstoornis van de havenmeester blijft onbesproken.',
  ],
  hu: [
    'Megszentségteleníthetetlenségeskedéseitekért fizet a kikötő',
    'A legeslegmegszentségteleníthetetlenebb hajó is visszatér.',
  ],
  sv: [
    'Sjöfartsverkets flygspaningssimulatoranläggningsmaterielunderhållsuppföljningssystem läggs ned',
    'Realisationsvinstbeskattningen påverkar hamnen.',
  ],
};

export const hardStories: Record<string, Hard> = {
  everything: {
    fields: `${lead('landscape')}\n${related}\nkind: feature\ndateline: { place: Harbour, date: 2025-05-06 }`,
    body: [
      paragraphs(5),
      '## The bridge',
      `The handbook[^edition] opens with a table.[^pocket] ${sentences}`,
      factBox,
      paragraphs(1),
      pullQuote,
      `One more note.[^bell] ${sentences}`,
      paragraphs(3),
      ':::figure{src="./panorama.png" alt="A quay." placement=wide credit="Drawing"}\nThe whole quay, from the bridge to the bell.\n:::',
      paragraphs(2),
      ':::figure{src="./portrait.png" alt="A quay." placement=inset credit="Drawing"}\nThe bell.\n:::',
      paragraphs(2),
      '::related[Read also]{stories="2025/05/06/tables 2025/05/06/bare"}',
      paragraphs(2),
      gallery('landscape', 'portrait', 'landscape'),
      paragraphs(1),
      `:::table[The whole day]{placement=wide}\n${timetable}\n:::`,
      paragraphs(1),
      '[^edition]: The fourteenth edition, in grey. See [the archive](https://archive.example/).',
      '[^pocket]: Pockets were measured in spring, with a rule that had been left in the rain and was a little short.',
      '[^bell]: It rings twice.',
    ].join('\n\n'),
  },
  bare: { body: 'The bell rang, and that was all.' },
  railed: { fields: `${lead('landscape')}\n${related}`, body: paragraphs(14) },
  unrailed: { fields: lead('landscape'), body: paragraphs(6) },
  'early-box': { fields: related, body: [factBox, pullQuote, paragraphs(8)].join('\n\n') },
  'late-box': { body: [paragraphs(4), factBox, pullQuote].join('\n\n') },
  'portrait-lead': { fields: `${lead('portrait')}\n${related}`, body: paragraphs(6) },
  'portrait-alone': { fields: lead('portrait'), body: paragraphs(6) },
  'panorama-lead': { fields: lead('panorama'), body: paragraphs(4) },
  'square-lead': { fields: lead('square'), body: paragraphs(4) },
  'tiny-lead': { fields: lead('tiny'), body: paragraphs(4) },
  pictures: {
    body: (Object.keys(shapes) as Shape[]).flatMap((shape) => [picture(shape), paragraphs(1)]).join('\n\n'),
  },
  galleries: {
    body: [
      gallery('landscape'),
      gallery('portrait'),
      gallery('portrait', 'portrait'),
      gallery('landscape', 'landscape'),
      gallery('portrait', 'landscape', 'square'),
      gallery('landscape', 'landscape', 'landscape', 'portrait'),
      gallery('panorama', 'landscape', 'landscape', 'portrait', 'square', 'landscape', 'landscape'),
    ].join(`\n\n${paragraphs(1)}\n\n`),
  },
  tables: {
    body: [
      timetable,
      paragraphs(1),
      `:::table[Fares, with a caption of their own]\n${fares}\n:::`,
      paragraphs(1),
      '```\nfunction tide(place, hour) { return water.at(place).after(hour).measuredFrom("the green mark on the third pile").inCentimetres(); }\n```',
      paragraphs(1),
    ].join('\n\n'),
  },
  ar: {
    fields: `language: ar\n${lead('landscape')}\n${related}`,
    body: [
      'تعود العبّارات إلى المرفأ الداخلي بعد شتاء طويل، وتبقى الأجرة كما كانت قبل الجليد.[^a] '.repeat(3),
      ...Array.from({ length: 8 }, () =>
        'تعود العبّارات إلى المرفأ الداخلي بعد شتاء طويل، وتبقى الأجرة كما كانت. '.repeat(5),
      ),
      ':::fact-box[الجسر]\nبُني عام ١٩٠٨ ويدور على ركيزة واحدة.\n:::',
      ':::pull-quote{by="آدا"}\nالجسر الذي لا يُفتح جدار.\n:::',
      'تعود العبّارات إلى المرفأ الداخلي بعد شتاء طويل. '.repeat(20),
      '[^a]: ملاحظة قصيرة.',
    ].join('\n\n'),
  },
  he: {
    fields: `language: he\n${lead('portrait')}`,
    body: [
      'המעבורות חוזרות לנמל הפנימי אחרי חורף ארוך, והמחיר נשאר כפי שהיה.[^a] '.repeat(3),
      ':::fact-box[הגשר]\nנבנה ב־1908.\n:::',
      'המעבורות חוזרות לנמל הפנימי אחרי חורף ארוך. '.repeat(30),
      '[^a]: הערה קצרה.',
    ].join('\n\n'),
  },
  ja: {
    fields: `language: ja\n${lead('landscape')}`,
    body: [
      '渡し船が長い冬のあとに内港へ戻り、運賃は氷の前と変わらない。[^a]'.repeat(4),
      ':::fact-box[橋]\n一九〇八年に架けられ、一本の橋脚の上で回る。\n:::',
      ...Array.from({ length: 4 }, () => '渡し船が長い冬のあとに内港へ戻り、運賃は氷の前と変わらない。'.repeat(6)),
      '[^a]: 短い注。',
    ].join('\n\n'),
  },
  ...Object.fromEntries(
    Object.entries(longWords).map(([language, [headline, standfirst]]): [string, Hard] => [
      language,
      { fields: `language: ${language}\nheadline: ${headline}\nstandfirst: ${standfirst}`, body: standfirst },
    ]),
  ),
};

/** Path of a story of the hard paper on the site. */
export function hardPath(name: string): string {
  return `2025/05/06/${name}/`;
}

/** A paper whose stories are each hard to set. */
export async function hardPaper(): Promise<Record<string, string | Buffer>> {
  const files: Record<string, string | Buffer> = {
    'publication.yaml':
      'name: The Hard Paper\nurl: https://hard.example\nlanguage: en-GB\ntimeZone: Europe/Berlin\nsections: [town]\npublisher: { name: Nobody }\n',
    'sections/town.yaml': 'name: Town\n',
    'contributors/writer.yaml': 'name: A Writer\n',
  };
  const pictures = new Map<Shape, Buffer>();
  for (const shape of Object.keys(shapes) as Shape[]) pictures.set(shape, await drawn(shape));
  for (const [index, [name, { fields = '', body }]] of Object.entries(hardStories).entries()) {
    const folder = `articles/2025/05/06/${name}`;
    const at = new Date(Date.UTC(2025, 4, 6, 9) - index * 60_000).toISOString().replace('.000', '');
    files[`${folder}/index.md`] = [
      '---',
      `id: hard${'23456789abcdefghjkmnpqrstuvwxyz'[index] ?? '2'}2`,
      ...(fields.includes('headline:')
        ? []
        : [`headline: ${name.replace('-', ' ')}, and how the harbour board takes it`]),
      ...(fields.includes('standfirst:') || name === 'bare'
        ? []
        : ['standfirst: What was planned for a summer has taken two years, and nobody has asked for the bill.']),
      'section: town',
      'contributors: [{ who: writer }]',
      `published: ${at}`,
      'status: published',
      ...(fields ? [fields] : []),
      '---',
      '',
      body,
      '',
    ].join('\n');
    for (const shape of Object.keys(shapes) as Shape[])
      if (`${fields}${body}`.includes(`./${shape}.png`))
        files[`${folder}/${shape}.png`] = pictures.get(shape) ?? Buffer.of();
  }
  return files;
}

function drawn(shape: Shape): Promise<Buffer> {
  const [width, height] = shapes[shape];
  const sea = Math.round(height * 0.62);
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#c9d6dc"/><rect y="${sea}" width="100%" height="100%" fill="#5d7480"/><rect x="${width * 0.2}" y="${sea - height * 0.2}" width="${width * 0.5}" height="${height * 0.28}" fill="#8c1c1c"/></svg>`,
    ),
  )
    .png({ palette: true })
    .toBuffer();
}
