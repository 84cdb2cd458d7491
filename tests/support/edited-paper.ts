import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

interface Story {
  day: string;
  slug: string;
  id: string;
  headline: string;
  section: string;
  topics: string[];
  who: string;
  published: string;
  status: string;
  picture: boolean;
  body: string;
  correction?: string;
  alias?: string;
  related?: string;
}

/** Numbers from 0 to below 1, the same for the same seed (Tommy Ettinger's mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const letters = '23456789abcdefghjkmnpqrstuvwxyz';

/** A small paper that is edited at random, in ways that concern ever other pages; the same edits for the same seed. */
export class EditedPaper {
  readonly #random: () => number;
  readonly #content: string;
  readonly #stories: Story[] = [];
  #count = 0;
  /** Names of its publication and of its writers. */
  #name = 'The Edited Paper';
  /** As of when it is to be built. */
  now = '2025-06-01T00:00:00Z';

  /** @param root a folder, into whose `content/` it is written */
  constructor(root: string, seed: number) {
    this.#random = numbersFrom(seed);
    this.#content = path.join(root, 'content');
    this.#writePublication();
    for (const name of ['town', 'world']) this.#write(`sections/${name}.yaml`, `name: ${name.toUpperCase()}\n`);
    for (const name of ['tides', 'ferries']) this.#write(`topics/${name}.yaml`, `name: ${name}\n`);
    for (const name of ['ann', 'bob']) this.#write(`contributors/${name}.yaml`, `name: ${name}\n`);
    this.#write('pages/about.md', '---\ntitle: About\ndescription: What this is.\n---\n\nA paper that is edited.\n');
  }

  /** Files its first stories. */
  async fill(): Promise<void> {
    for (let count = 0; count < 8; count += 1) await this.#fileStory(count < 2);
  }

  /**
   * Edits something, and says what.
   * @param names of the edits of which it is one; one of all where none is given
   */
  async edit(...names: string[]): Promise<string> {
    const edits = Object.entries(this.#edits).filter(([name]) => names.length === 0 || names.includes(name));
    const [name, edit] = this.#one(edits);
    const at = new Date(Date.parse(this.now) + 3_600_000);
    this.now = at.toISOString().replace('.000', '');
    await edit();
    return name;
  }

  #edits: Record<string, () => void | Promise<void>> = {
    word: () => this.#change((story) => (story.body += ` Another sentence, the ${this.#next()}th.`)),
    headline: () => this.#change((story) => (story.headline = `Headline number ${this.#next()}`)),
    'picture bytes': () => this.#paint(this.#one(this.#stories.filter(({ picture }) => picture))),
    section: () => this.#change((story) => (story.section = story.section === 'town' ? 'world' : 'town')),
    topic: () => this.#change((story) => (story.topics = this.#one([[], ['tides'], ['ferries', 'tides']]))),
    "a contributor's name": () =>
      this.#write(`contributors/${this.#one(['ann', 'bob'])}.yaml`, `name: Writer ${this.#next()}\n`),
    'a new story': async () => {
      await this.#fileStory(this.#random() < 0.3);
    },
    'a story that is deleted': () => {
      const story = this.#one(this.#stories.filter(({ slug }) => !this.#isNamed(slug)));
      rmSync(this.#folderOf(story), { recursive: true });
      this.#stories.splice(this.#stories.indexOf(story), 1);
    },
    'a story that moves': async () => {
      const story = this.#one(this.#stories.filter(({ slug, alias }) => !this.#isNamed(slug) && !alias));
      rmSync(this.#folderOf(story), { recursive: true });
      story.alias = `/${story.day}/${story.slug}/`;
      story.slug = `moved-${this.#next()}`;
      if (story.picture) await this.#paint(story);
      this.#file(story);
    },
    'a story that is withdrawn': () =>
      this.#change((story) => (story.status = `{ withdrawn: ${this.now}, reason: It was not so. }`)),
    'a correction': () => this.#change((story) => (story.correction = `Figure ${this.#next()} was wrong.`)),
    'a related story': () =>
      this.#change((story) => {
        const other = this.#one(this.#stories.filter((each) => each !== story && !each.alias));
        story.related = `${other.day}/${other.slug}`;
      }),
    'an embargo': async () => {
      const story = await this.#fileStory(false);
      story.status = `{ embargoedUntil: ${new Date(Date.parse(this.now) + 5_400_000).toISOString().replace('.000', '')} }`;
      this.#file(story);
    },
    "the publication's name": () => {
      this.#name = `The Paper of ${this.#next()}`;
      this.#writePublication();
    },
    'two stories at once': () => {
      this.#change((story) => (story.body += ` One of two, the ${this.#next()}th.`));
      this.#change((story) => (story.headline += ', and more'));
    },
    nothing: () => undefined,
  };

  #one<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.#random() * list.length)];
    if (found === undefined) throw new Error('There is nothing left to edit in this way.');
    return found;
  }

  #next(): number {
    return (this.#count += 1);
  }

  #isNamed(slug: string): boolean {
    return this.#stories.some(({ related }) => related?.endsWith(`/${slug}`));
  }

  #change(edit: (story: Story) => void): void {
    const story = this.#one(this.#stories);
    edit(story);
    this.#file(story);
  }

  async #fileStory(picture: boolean): Promise<Story> {
    const number = this.#next();
    const day = this.#one(['2025/05/06', '2025/05/07']);
    const story: Story = {
      day,
      slug: `story-${number}`,
      id: `stry${letters[Math.floor(number / 31)] ?? ''}${letters[number % 31] ?? ''}`,
      headline: `Story ${number} of the day`,
      section: this.#one(['town', 'world']),
      topics: this.#one([[], ['tides'], ['ferries']]),
      who: this.#one(['ann', 'bob']),
      published: `${day.replaceAll('/', '-')}T05:${String(number % 60).padStart(2, '0')}:00Z`,
      status: 'published',
      picture,
      body: `The text of story ${number}, on ferries, harbours and the tides.`,
    };
    this.#stories.push(story);
    if (picture) await this.#paint(story);
    this.#file(story);
    return story;
  }

  async #paint(story: Story): Promise<void> {
    const [red, green, blue] = [this.#random(), this.#random(), this.#random()].map((part) => Math.floor(part * 200));
    const create = { width: 200, height: 100, channels: 3 as const, background: { r: red, g: green, b: blue } };
    this.#write(`articles/${story.day}/${story.slug}/quay.png`, await sharp({ create }).png().toBuffer());
  }

  #folderOf({ day, slug }: Story): string {
    return path.join(this.#content, 'articles', day, slug);
  }

  #file(story: Story): void {
    const lines = [
      '---',
      `id: ${story.id}`,
      `headline: ${story.headline}`,
      `section: ${story.section}`,
      `topics: [${story.topics.join(', ')}]`,
      `contributors: [{ who: ${story.who}, role: writer }]`,
      `published: ${story.published}`,
      `status: ${story.status}`,
      'print: { publication: The Edited Paper, edition: 2025-05-07, page: "1" }',
      ...(story.picture ? ['picture: { file: ./quay.png, alt: A flat colour. }'] : []),
      ...(story.alias ? [`aliases: [${story.alias}]`] : []),
      ...(story.related ? [`related: [{ heading: More, stories: [{ article: ${story.related} }] }]`] : []),
      ...(story.correction
        ? [`corrections: [{ at: ${story.published}, kind: correction, text: "${story.correction}" }]`]
        : []),
      '---',
      '',
      story.body,
      '',
    ];
    this.#write(`articles/${story.day}/${story.slug}/index.md`, lines.join('\n'));
  }

  #writePublication(): void {
    this.#write(
      'publication.yaml',
      `name: ${this.#name}\nurl: https://edited.example\nlanguage: en-GB\ntimeZone: Europe/Berlin\nsections: [town, world]\npublisher: { name: Nobody }\n`,
    );
  }

  #write(file: string, content: string | Buffer): void {
    const place = path.join(this.#content, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, content);
  }
}
