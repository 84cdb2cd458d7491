import { describe, expect, it } from 'vitest';
import type { Article, Heading } from '../../../src/newsroom/article.ts';
import { similarTo } from '../../../src/newsroom/similar.ts';
import { article, edition } from '../articles.ts';

const topic = (id: string): Heading => ({ id, name: id });
const tides = topic('tides');

let count = 0;
/** A story of a day of March 2019, in a section of its own unless told otherwise, so that nobody is its neighbour. */
const story = (headline: string, day: number, facts: Partial<Article> = {}) =>
  article({
    path: `2019/03/${String(day).padStart(2, '0')}/story-${(count += 1)}`,
    headline,
    published: `2019-03-${String(day).padStart(2, '0')}T05:00:00Z`,
    section: topic(`section-${count}`),
    ...facts,
  });
/** In letters: numbers do not tell two headlines apart. */
const nameOf = (number: number) => `${'abcdefghij'[number % 10]}${'klmnopqrst'[Math.floor(number / 10)]}`;
/** Stories that have nothing to do with any other. */
const others = (number: number) =>
  Array.from({ length: number }, (_, day) => story(`Other ${nameOf(day)}`, 1 + (day % 28)));
const headlines = (about: Article, ...all: Article[]) =>
  similarTo(about, edition([about, ...all])).map(({ headline }) => headline);

describe('the stories about the same', () => {
  it('share a topic', () =>
    expect(headlines(story('Ebb', 1, { topics: [tides] }), story('Flood', 2, { topics: [tides] }))).toEqual(['Flood']));

  it('are none where only the section and the day are shared', () => {
    const section = topic('harbour');
    const all = [1, 1, 1, 1].map((day, index) => story(`Story ${'abcd'[index]}`, day, { section }));
    expect(all.map((each) => similarTo(each, edition(all)))).toEqual([[], [], [], []]);
  });

  it('are none where only words are shared that every story has', () => {
    const section = topic('harbour');
    const keywords = ['with', 'from', 'said'];
    const all = others(40).map((each) => ({ ...each, section, keywords }));
    expect(similarTo(all[20] as Article, edition(all))).toEqual([]);
  });

  it('share telling words, where they share no topic', () => {
    const section = topic('harbour');
    const keywords = ['lighthouse', 'keeper', 'lantern'];
    const about = story('The lamp', 5, { section, keywords });
    const between = others(4).map((each) => ({ ...each, published: '2019-03-05T06:00:00Z', section }));
    expect(headlines(about, ...between, ...others(60), story('Lit again', 6, { section, keywords }))).toEqual([
      'Lit again',
    ]);
  });

  it('come first where the topic is rare', () => {
    const sea = topic('sea');
    const common = Array.from({ length: 20 }, (_, day) =>
      story(`Sea ${'abcdefghijklmnopqrst'[day]}`, 5, { topics: [sea] }),
    );
    expect(
      headlines(story('Ebb', 5, { topics: [sea, tides] }), ...common, story('Flood', 9, { topics: [tides] }))[0],
    ).toBe('Flood');
  });

  it('come first where two topics are shared', () => {
    const topics = [tides, topic('sea')];
    expect(
      headlines(story('Ebb', 5, { topics }), story('One', 5, { topics: [tides] }), story('Both', 25, { topics })),
    ).toEqual(['Both', 'One']);
  });

  describe('in one section', () => {
    const facts = { topics: [tides], section: topic('harbour') };
    const before = story('Before', 4, { section: facts.section });
    const about = story('Ebb', 5, facts);
    const after = story('After', 6, { section: facts.section });

    it('come before those of another that are about as near in time', () =>
      expect(
        headlines(about, before, after, story('Near', 9, { topics: [tides] }), story('Next door', 10, facts)),
      ).toEqual(['Next door', 'Near']));

    it('come after those of another that are much nearer in time', () =>
      expect(
        headlines(about, before, after, story('Same day', 5, { topics: [tides] }), story('Next door', 25, facts)),
      ).toEqual(['Same day', 'Next door']));
  });

  it('are the newer first of two that are equally near', () => {
    const facts = { topics: [tides] };
    const [before, after] = [story('Before', 4, facts), story('After', 6, facts)];
    expect(headlines(story('Ebb', 5, facts), before, after)).toEqual(['After', 'Before']);
  });

  it('are four at most', () => {
    const all = 'abcdefg'.split('').map((each) => story(`Story ${each}`, 5, { topics: [tides] }));
    expect(headlines(story('Ebb', 5, { topics: [tides] }), ...all)).toHaveLength(4);
  });

  it('are none that the editor named beside the article or in its text', () => {
    const [beside, within] = [story('Beside', 5, { topics: [tides] }), story('Within', 5, { topics: [tides] })];
    const about = story('Ebb', 5, {
      topics: [tides],
      related: [{ heading: 'More', stories: [{ article: beside }] }],
      mentions: [within.path],
    });
    expect(headlines(about, beside, within)).toEqual([]);
  });

  it('are none that stands there as the one before or after', () => {
    const section = topic('harbour');
    const facts = { section, topics: [tides] };
    const about = story('Ebb', 5, facts);
    expect(headlines(about, story('Before', 4, facts), story('After', 6, facts), story('Later', 7, facts))).toEqual([
      'Later',
    ]);
  });

  it('are none that was withdrawn', () => {
    const status = { state: 'withdrawn', at: '2019-03-09T00:00:00Z', reason: 'Wrong.' } as const;
    expect(headlines(story('Ebb', 5, { topics: [tides] }), story('Flood', 5, { topics: [tides], status }))).toEqual([]);
  });

  it('have not the headline of the article or of one another, but for a number or one word in many', () => {
    const facts = { topics: [tides] };
    expect(
      headlines(
        story('Tides of 5 March', 5, facts),
        story('Tides of 6 March', 6, facts),
        story('The moon and the harbour tonight', 7, facts),
        story('Update: the moon and the harbour tonight', 8, facts),
      ),
    ).toEqual(['The moon and the harbour tonight']);
  });

  it('are the same whatever order the stories come in', () => {
    const about = story('Ebb', 5, { topics: [tides] });
    const all = 'abcdefgh'.split('').map((each) => story(`Story ${each}`, 5, { topics: [tides] }));
    expect(headlines(about, ...all)).toEqual(headlines(about, ...all.toReversed()));
  });
});

describe('in a paper of 600 stories', () => {
  const topics = 'harbours railways courts schools weather trade energy housing'.split(' ').map(topic);
  const words = Array.from({ length: 400 }, (_, number) => `word${'abcdefghijklmnopqrst'[number % 20]}${number}`);
  const sections = 'world home business science'.split(' ').map(topic);
  /** The same for the same number; low numbers of words are common ones. */
  const numbered = (number: number, day: number) => {
    const random = (salt: number) =>
      (((Math.imul(number + 1, 2654435761) ^ Math.imul(salt + 7, 40503)) >>> 0) % 9973) / 9973;
    const picked = Array.from({ length: 32 }, (_, salt) => words[Math.floor(random(salt) ** 2 * words.length)] ?? '');
    return article({
      path: `2019/${String(1 + Math.floor(day / 28)).padStart(2, '0')}/${String(1 + (day % 28)).padStart(2, '0')}/story-${number}`,
      headline: picked.slice(0, 6).join(' '),
      published: `2019-${String(1 + Math.floor(day / 28)).padStart(2, '0')}-${String(1 + (day % 28)).padStart(2, '0')}T05:${String(number % 60).padStart(2, '0')}:00Z`,
      section: sections[number % sections.length],
      topics: [topics[Math.floor(random(90) ** 2 * topics.length)] ?? tides],
      keywords: [...new Set(picked)],
    });
  };
  const all = Array.from({ length: 600 }, (_, number) => numbered(number, Math.floor(number / 4)));
  const listsOf = (stories: Article[]) => {
    const paper = edition(stories);
    return new Map(
      stories.map((each) => [
        each.path,
        similarTo(each, paper)
          .map(({ path }) => path)
          .join(),
      ]),
    );
  };
  const before = listsOf(all);
  const changedBy = (stories: Article[]) => {
    const after = listsOf(stories);
    return [...before].filter(([path, list]) => after.has(path) && after.get(path) !== list).length;
  };

  it('are the same where it is known how many stories a word is in', () => {
    const holders = new Map<string, number>();
    for (const word of all.flatMap(({ keywords }) => keywords)) holders.set(word, (holders.get(word) ?? 0) + 1);
    const known = () => {
      // Others, of which nothing is known from an edition before.
      const copies = all.map((each) => ({ ...each }));
      const paper = { ...edition(copies), holders: (word: string) => holders.get(word) ?? 0 };
      return copies.map((each) =>
        similarTo(each, paper)
          .map(({ path }) => path)
          .join(),
      );
    };
    expect(known()).toEqual([...before.values()]);
    holders.clear();
    expect(known()).not.toEqual([...before.values()]);
  });

  it('most have four', () =>
    expect([...before.values()].filter((list) => list.split(',').length === 4).length).toBeGreaterThan(450));

  it.each([20, 75, 149])('one more, on day %i, changes the lists of a handful', (day) =>
    expect(changedBy([...all, numbered(1234, day)])).toBeLessThan(30),
  );

  it('are after edits of keywords, one on the other, what they are where nothing is known from before', () => {
    const rewritten = (number: number, story: Article) =>
      [40, 41, 300, 590].includes(number)
        ? { ...story, keywords: [...story.keywords.slice(5), ...words.slice(0, 3), ...words.slice(396)] }
        : story;
    const edited = all.map((each, number) => rewritten(number, each));
    const valuesOf = (stories: Article[]) => [...listsOf(stories).values()];
    const anew = valuesOf(edited.map((each) => ({ ...each })));
    expect(anew).not.toEqual([...before.values()]);
    valuesOf(all);
    valuesOf(all.map((each, number) => (number < 100 ? (edited[number] ?? each) : each)));
    expect(valuesOf(edited)).toEqual(anew);
    expect(valuesOf(all)).toEqual([...before.values()]);
  });

  it.each([40, 300, 590])('another keyword of story %i changes the lists of a handful', (number) =>
    expect(
      changedBy(
        all.map((each, index) => (index === number ? { ...each, keywords: [...each.keywords, 'word'] } : each)),
      ),
    ).toBeLessThan(5),
  );
});

describe('the stories about the same, after an edit', () => {
  const section = topic('harbour');
  const keywords = ['lighthouse', 'keeper', 'lantern'];
  const about = story('The lamp', 5, { section, keywords });
  const like = story('Lit again', 6, { section, keywords });
  const between = others(4).map((each) => ({ ...each, published: '2019-03-05T06:00:00Z', section }));
  const all = [about, ...between, ...others(60), like];
  const after = (edited: Article) => {
    similarTo(about, edition(all));
    return similarTo(about, edition(all.map((each) => (each.path === edited.path ? edited : each))));
  };

  it('are the stories as they are now', () => {
    const edited = { ...like, headline: 'Lit once more' };
    expect(after(edited)).toEqual([edited]);
  });

  it('are none that tells of something else now', () => expect(after({ ...like, keywords: ['bread'] })).toEqual([]));

  it('are none that was withdrawn', () =>
    expect(after({ ...like, status: { state: 'withdrawn', at: '2019-03-07T05:00:00Z', reason: 'Wrong.' } })).toEqual(
      [],
    ));
});
