import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { writeContent } from '../support/paper.ts';

/** Of an article: 18 paragraphs and a quotation, 550 words of text. */
const paragraphs = 18;
const wordsEach = 29;
const quotedWords = 28;
const storiesADay = 40;
const firstDay = Date.UTC(2019, 0, 1);

/** The instant that the papers are built as of: after their last story. */
export const corpusNow = '2026-01-01T00:00:00Z';

const names = {
  sections: ['world', 'home', 'business', 'science'],
  topics: [
    'harbours',
    'railways',
    'elections',
    'courts',
    'schools',
    'weather',
    'trade',
    'energy',
    'housing',
    'health',
    'farming',
    'music',
  ],
  contributors: ['anna-berg', 'david-lim', 'grace-okoro', 'jun-tanaka', 'maria-silva', 'newsdesk'],
};

const vocabulary = (
  'the the the the of of of to to and and in in a a that for on with as by at from it was were has had been would could after before over under about against between ' +
  'ministry government harbour railway council election court school winter river bridge market budget company union minister mayor report committee decision agreement meeting plan price ' +
  'people workers passengers farmers teachers doctors voters residents week month year morning evening city country region border station ship train road house hospital factory ' +
  'said told agreed refused opened closed signed delayed announced expected warned voted promised raised cut built sold ended began left returned asked answered ' +
  'new old large small early late public local national foreign open broad narrow careful sudden long short northern southern last next first second several many few most other'
).split(' ');

/**
 * Writes a paper of `count` articles into the folder of a program: the same files for the same count.
 * @returns the paths of the articles, oldest first
 */
export async function writeCorpus(root: string, count: number): Promise<string[]> {
  writeContent(root, 'publication.yaml', publication);
  for (const [folder, ids] of Object.entries(names))
    for (const id of ids) writeContent(root, `${folder}/${id}.yaml`, `name: ${titleOf(id.split('-'))}\n`);
  for (let number = 0; number < pictures; number += 1)
    writeContent(root, `pictures/${pictureName(number)}`, await picture(number));
  const random = randomFrom(2019);
  const stories = Array.from({ length: count }, (_, index) => storyAt(index, random));
  stories.forEach((story, index) =>
    writeContent(root, `articles/${story.path}/index.md`, textOf(story, index, stories, random)),
  );
  return stories.map((story) => story.path);
}

/** Adds one word to the last paragraph of an article. */
export function editWord(root: string, article: string): void {
  edit(root, article, (text) => text.replace(/(\S+\.\n)$/, 'also $1'));
}

/** Changes the headline of an article. */
export function editHeadline(root: string, article: string): void {
  edit(root, article, (text) => text.replace(/^headline: "/m, 'headline: "Correction: '));
}

/** Files a story like an article, a minute later. @returns its path */
export function addStory(root: string, article: string): string {
  const text = readFileSync(fileOf(root, article), 'utf8');
  const added = text
    .replace(/^id: .*$/m, 'id: zzzzzzzz')
    .replace(/^headline: "/m, 'headline: "Added: ')
    .replace(/^(published: .*:)00\+/m, '$101+');
  writeContent(root, `articles/${article}-added/index.md`, added);
  return `${article}-added`;
}

export function removeStory(root: string, article: string): void {
  rmSync(path.dirname(fileOf(root, article)), { recursive: true });
}

/** Gives a contributor another name. */
export function renameContributor(root: string): void {
  writeContent(root, `contributors/${names.contributors[0]}.yaml`, 'name: Anna Berg-Lind\n');
}

function fileOf(root: string, article: string): string {
  return path.join(root, 'content/articles', article, 'index.md');
}

function edit(root: string, article: string, change: (text: string) => string): void {
  const file = fileOf(root, article);
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`The edit found nothing to change in ${file}.`);
  writeFileSync(file, after);
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;

interface Story {
  path: string;
  headline: string;
  published: string;
}

function storyAt(index: number, random: Random): Story {
  const day = new Date(firstDay + Math.floor(index / storiesADay) * 86_400_000).toISOString().slice(0, 10);
  const headline = some(9, random);
  const minute = (index % storiesADay) * 10;
  return {
    path: `${day.replaceAll('-', '/')}/${headline.slice(0, 6).join('-')}-${index}`,
    headline: `${capitalised(headline.join(' '))}, ministry's report says`,
    published: `${day}T${twoDigits(5 + Math.floor(minute / 60))}:${twoDigits(minute % 60)}:00+08:00`,
  };
}

function textOf({ headline, published }: Story, index: number, stories: Story[], random: Random): string {
  const earlier = () => stories[Math.max(0, index - 1 - Math.floor(random() * 200))]?.path;
  const links: Record<number, string> = {
    2: `[${some(3, random).join(' ')}](https://www.example.org/reports/${index})`,
    8: `[${some(4, random).join(' ')}](/${earlier()}/)`,
    11: `[${some(3, random).join(' ')}](/${earlier()}/)`,
    14: `[${some(2, random).join(' ')}](https://statistics.example.net/tables/${index % 97}/)`,
  };
  const body = Array.from({ length: paragraphs }, (_, number) => paragraph(links[number], number % 4 === 1, random));
  body.splice(10, 0, `## ${capitalised(some(5, random).join(' '))}`);
  body.splice(6, 0, `> ${sentences(some(quotedWords, random))}`);
  const related = [
    ...new Set(Array.from({ length: 12 }, () => (index + 1 + Math.floor(random() * 100)) % stories.length)),
  ]
    .filter((each) => each !== index)
    .slice(0, 6);
  return `---
id: "${idOf(index)}"
headline: "${headline}"
standfirst: "${sentences(some(22, random))}"
kicker: ${capitalised(some(2, random).join(' '))}
section: ${oneOf(names.sections, random)}
topics: [${someOf(names.topics, 3, random).join(', ')}]
kind: news
contributors:
  - who: ${oneOf(names.contributors, random)}
    role: writer
dateline: { place: Singapore, date: ${published.slice(0, 10)} }
published: ${published}
status: published
picture:
  file: ../../../../../pictures/${pictureName(index % pictures)}
  alt: "${sentences(some(14, random))}"
  caption: "${sentences(some(20, random))}"
  credit: "Photo: The Bench Picture Desk"
related:
  - heading: More on this story
    stories:
${related.map((other) => `      - article: ${stories[other]?.path}`).join('\n')}
---

${body.join('\n\n')}
`;
}

function paragraph(link: string | undefined, quoted: boolean, random: Random): string {
  const linked = link ? link.split(' ').length : 0;
  const words = some(wordsEach - linked - (quoted ? 12 : 0), random);
  if (link) words.splice(4, 0, link);
  const text = sentences(words);
  return quoted ? `"We don't know what ${some(5, random).join(' ')}," the minister's office said. ${text}` : text;
}

/** Sentences of 8 to 14 words, one after the other. */
function sentences(words: string[]): string {
  const lengths = [11, 8, 14, 9, 12];
  const made: string[] = [];
  for (let start = 0, number = 0; start < words.length; number += 1) {
    const length = lengths[number % lengths.length] ?? 10;
    made.push(`${capitalised(words.slice(start, start + length).join(' '))}.`);
    start += length;
  }
  return made.join(' ');
}

function some(count: number, random: Random): string[] {
  return Array.from({ length: count }, () => oneOf(vocabulary, random));
}

function someOf(list: readonly string[], count: number, random: Random): string[] {
  const first = Math.floor(random() * list.length);
  return Array.from({ length: count }, (_, number) => list[(first + number * 5) % list.length] ?? '');
}

function oneOf(list: readonly string[], random: Random): string {
  return list[Math.floor(random() * list.length)] ?? '';
}

function titleOf(words: readonly string[]): string {
  return words.map(capitalised).join(' ');
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** A name in the characters that an article's id may have. */
function idOf(index: number): string {
  const letters = '23456789abcdefghjkmnpqrstuvwxyz';
  let id = '';
  for (let rest = index; id.length < 8; rest = Math.floor(rest / letters.length))
    id = `${letters[rest % letters.length]}${id}`;
  return id;
}

const pictures = 1;

function pictureName(number: number): string {
  return `press-${number}.jpg`;
}

/** Soft patches of colour with the size and about the weight of a press photograph. */
async function picture(number: number): Promise<Buffer> {
  const random = randomFrom(number);
  const [width, height] = [60, 40];
  const pixels = Buffer.from(Array.from({ length: width * height * 3 }, () => Math.floor(random() * 256)));
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize(2400, 1600, { kernel: 'cubic' })
    .jpeg({ quality: 85 })
    .toBuffer();
}

const publication = `name: The Bench
tagline: Measured daily
url: https://bench.example
language: en-GB
timeZone: Asia/Singapore
timeZoneName: SGT
sections: [${names.sections.join(', ')}]
licence: CC-BY-4.0
publisher:
  name: The Bench
  place: Singapore
  email: desk@bench.example
channel:
  label: Follow the channel
  text: The main stories of each edition, sent once, when they are ready.
  url: https://channel.bench.example/
subscription:
  label: Subscribe
  text: Have every edition delivered, complete and in order.
  url: https://subscribe.bench.example/
`;
