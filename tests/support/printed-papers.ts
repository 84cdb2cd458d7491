import sharp from 'sharp';
import { frontPaper, sections, type Made } from './front-papers.ts';

interface PrintedDay {
  count: number;
  pictures: boolean;
  /** Whether a box, a timeline or a picture stands in each fourth gap between two paragraphs. */
  furnished?: boolean;
}

/** Editions of a made paper, by their print date: how many stories each has, and whether they have pictures. */
export const printedDays: Record<string, PrintedDay> = {
  '2025-05-01': { count: 3, pictures: true },
  '2025-05-02': { count: 3, pictures: false },
  '2025-05-03': { count: 7, pictures: true },
  '2025-05-04': { count: 7, pictures: false },
  '2025-05-05': { count: 20, pictures: true },
  '2025-05-06': { count: 40, pictures: true },
  '2025-05-07': { count: 60, pictures: true },
  '2025-05-08': { count: 12, pictures: true },
  '2025-05-09': { count: 12, pictures: true, furnished: true },
  '2025-05-10': { count: 20, pictures: true, furnished: true },
  '2025-05-11': { count: 40, pictures: true, furnished: true },
};

const sentences = [
  'The harbour board met for the third time this month and put off the vote again.',
  'Nobody in the room wished to say what the new quay will cost, or who is to pay for it.',
  'Three boats a day have crossed since the ice went, most of them half empty.',
  'The engineer who found the crack in the bridge has been asked to look at it once more before summer.',
  '"We have waited for two winters," said the keeper of the swing bridge, "and we can wait for one more."',
  'At the school by the old market the children have painted the ferry in four colours.',
  'A letter from the ministry, dated in March, was read aloud and then laid aside.',
  'What the citizens want is to be asked on the first Sunday in June.',
];

/** A paper whose editions were printed on several days, each story with an English text of its own length. */
export async function printedPaper(
  days: Record<string, PrintedDay> = printedDays,
  language?: string,
): Promise<Record<string, string | Buffer>> {
  const made: { story: Made; words: number; date: string; furnished: boolean }[] = [];
  for (const [date, { count, pictures, furnished = false }] of Object.entries(days))
    for (let index = 0; index < count; index += 1)
      made.push({
        date,
        furnished,
        words: paragraphCount(index, count),
        story: {
          day: date.replaceAll('-', '/'),
          section: sections[Math.floor((index * sections.length) / Math.max(count, sections.length))],
          picture: pictures && index % 4 === 0 ? (index % 8 === 4 ? [600, 800] : [900, 600]) : undefined,
          kind: index % 9 === 5 ? 'analysis' : index === count - 1 && count > 3 ? 'briefs' : 'news',
        },
      });
  const files = await frontPaper(
    made.map(({ story }) => story),
    { language },
  );
  let gaps = 0;
  for (const [index, { words, date, furnished }] of made.entries()) {
    const folder = `articles/${date.replaceAll('-', '/')}/story-${index + 1}`;
    const text = paragraphs(index, words).flatMap((paragraph, place) => {
      const between = furnished && place < words - 1 && ++gaps % 4 === 0;
      return between
        ? [paragraph, furniture[(gaps / 4) % furniture.length]?.(`${index + 1}.${place + 1}`)]
        : [paragraph];
    });
    if (text.some((piece) => piece?.includes('./boat.png'))) files[`${folder}/boat.png`] = await boat;
    files[`${folder}/index.md`] = String(files[`${folder}/index.md`])
      .replace('status: published', `print: { publication: The Harbour Paper, edition: ${date} }\nstatus: published`)
      .replace('A sentence of this story.', text.join('\n\n'));
  }
  return files;
}

/** The first words of each and the last have the number of a story and of the gap that it stands in. */
const furniture = [
  (number: string) =>
    `:::fact-box[Quay ${number}a]\n- **Length** 84 metres, the half of it of stone.\n- **Built** for the herring, in 1831.\n- **Cost** Nobody has said what it will cost, and the board has asked twice: ${number}z\n:::`,
  (number: string) =>
    `:::timeline[Day ${number}a]\n- **Dawn** The first boat leaves, with nobody on board but the pilot and the post.\n- **Noon** The board meets behind closed doors, and the doors stay closed.\n- **Dusk** The engineer looks at the bridge once more, and shakes her head.\n- **Night** The third boat comes in: ${number}z\n:::`,
  (number: string) =>
    `![A boat in flat colours.](./boat.png "Boat ${number}a, as seen from the quay at noon, when nobody was on board: ${number}z | Drawing: The Harbour Paper")`,
];

const boat = sharp({ create: { width: 900, height: 600, channels: 3, background: '#c9d6dc' } })
  .png({ palette: true })
  .toBuffer();

/** How many paragraphs the story of a number has in an edition of as many stories. */
export function paragraphCount(index: number, count: number): number {
  return index === 0 ? 9 : count <= 3 ? 6 : ([2, 5, 3, 1, 7][index % 5] ?? 3);
}

/** Paragraphs of three to five sentences, the same each time; each begins with the number of its story and its own. */
function paragraphs(story: number, count: number): string[] {
  return Array.from({ length: count }, (_, place) => {
    const text = Array.from(
      { length: 3 + ((story + place) % 3) },
      (__, sentence) => sentences[(story * 3 + place * 5 + sentence) % sentences.length],
    );
    return `Paragraph ${story + 1}.${place + 1}: ${text.join(' ')}`;
  });
}
